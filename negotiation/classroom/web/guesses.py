"""Wrong keys: so many a minute from one computer, then none is looked at until the minute is over."""

import time
from collections.abc import Callable

MOST, SPAN = 5, 60.0  # guesses, in so many seconds


class Guesses:
    """When each computer last guessed wrong. clock: seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}

    def too_many(self, who: str) -> bool:
        """Whether a computer has to wait."""
        since = self._clock() - SPAN
        self._wrong = {each: late for each, times in self._wrong.items() if (late := [t for t in times if t > since])}
        return len(self._wrong.get(who, [])) >= MOST

    def wrong(self, who: str) -> None:
        """Note a wrong guess."""
        self._wrong.setdefault(who, []).append(self._clock())
