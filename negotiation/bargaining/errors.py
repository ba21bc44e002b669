"""What a user of the bargaining room can mend."""


class BargainingError(ValueError):
    """A domain, tactic or session that cannot be used; its text is one line for the user."""
