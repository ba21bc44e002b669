"""What a person takes away: the figures of a results folder, saved, and one self-contained page."""
