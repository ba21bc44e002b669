"""One dispute as Mesa agents; Mesa's only home."""
