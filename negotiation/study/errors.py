"""What a user can mend."""


class StudyError(ValueError):
    """A study that cannot be played or read as asked; its text is one line for the user."""
