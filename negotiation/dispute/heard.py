"""The last offers of both sides, as one of them remembers them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search_book import Offers
from negotiation.dispute.state import State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Heard:
    """What a View remembers of offers: N of each side, one a turn, the latest last, -1 and NaN where there was none.

    seat: which government remembers. The fields with an underscore are the game's own and not for deciding by.
    """

    _state: State
    seat: int
    _appraise: Callable[[Integers], Offers]

    @property
    def received(self) -> Integers:
        """Packages the other side put forward, (R, N)."""
        return self._state.offers[:, 1 - self.seat]

    @property
    def made(self) -> Integers:
        """Packages it put forward itself, (R, N)."""
        return self._state.offers[:, self.seat]

    @cached_property
    def received_worth(self) -> Floats:
        """What the packages received are worth to it today, points, (R, N)."""
        return self._worth(self.received)

    @cached_property
    def made_worth(self) -> Floats:
        """What its own packages are worth to it today, points, (R, N)."""
        return self._worth(self.made)

    def _worth(self, packages: Integers) -> Floats:
        return np.stack([self._appraise(np.ascontiguousarray(column)).value for column in packages.T], axis=-1)
