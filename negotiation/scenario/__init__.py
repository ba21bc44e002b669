"""What is given: the scenario's schema, its reading and checking; frozen, and valid if it exists."""
