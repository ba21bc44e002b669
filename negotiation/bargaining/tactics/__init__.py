"""Tactics for the table, in pieces: what to want, which package to offer, what to accept, what to believe."""
