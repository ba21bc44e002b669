"""What is not known: a scenario's guesses as a study's uncertainties, which of them matter, and how much."""
