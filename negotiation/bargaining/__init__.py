"""What is on the table: issues, packages, concession curves, reference points; works alone on any finite package set."""
