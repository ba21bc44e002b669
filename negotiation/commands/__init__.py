"""Groups of commands beside the main ones; each imports what is heavy when it runs, so that --help answers at once."""
