"""The user's mistakes: each message names the thing, the rule and the value got."""


class EconomyError(ValueError):
    """Something that the user can mend."""
