"""What is on the table, tested."""
