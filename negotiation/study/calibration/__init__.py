"""Governments' behaviour fitted to a record: approximate Bayesian computation, a posterior and not a point."""
