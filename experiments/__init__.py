"""One question per script; questions, answers and how to run them are in README.md."""
