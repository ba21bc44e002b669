"""What cannot be done, said in a sentence."""


class Refused(ValueError):  # noqa: N818 - the answer to a move, not a fault of the program
    """A move, a form or a frame that is not accepted: the key of its sentence and the sentence's words."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(f"{key} {words}" if words else key)
        self.key = key
        self.words = {name: str(word) for name, word in words.items()}
