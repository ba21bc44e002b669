"""The bargaining table: two sides take turns to offer and answer, in thousands of sessions at once."""
