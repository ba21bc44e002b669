"""Published results: their data, the model set up as their authors did, and the numbers to compare."""
