"""Doctrines, one idea a file; what all governments do alike is in `custom`."""
