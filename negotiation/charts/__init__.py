"""Figures: each draws given numbers on given axes; none computes or saves."""
