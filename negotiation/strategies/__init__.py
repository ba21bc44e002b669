"""How governments decide: tactics at the table, doctrines away from it. They see a View, nothing else."""
