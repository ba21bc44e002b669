"""Tactics, one idea a file."""
