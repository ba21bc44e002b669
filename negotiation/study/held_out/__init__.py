"""Held against a record: what a model foretold from a day on, beside what followed."""
