"""One dispute played by people and computers: seats, turns, what each may see. Knows nothing of the web."""
