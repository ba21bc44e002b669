"""What the numbers mean: reference points of a game, distances, variance shares."""
