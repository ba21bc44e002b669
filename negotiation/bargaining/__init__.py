"""What is on the table: packages, concession curves, reference points, search; works on any finite package set."""
