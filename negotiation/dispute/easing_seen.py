"""What a government sees of its own easing, and of the other side's giving way."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.state import State

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class EasingSeen:
    """What a View says of easing. The fields with an underscore are the game's own and not for deciding by."""

    _game: Game
    _state: State
    seat: int

    @property
    def weeks_since_own(self) -> Integers:
        """Weeks since it last lowered, lifted, exempted or paused a measure, (R,)."""
        return self._state.week - self._state.eased[:, self.seat]

    @property
    def weeks_since_concession(self) -> Integers:
        """Weeks since the other side last gave way without a deal, (R,)."""
        return self._state.week - self._state.conceded[:, 1 - self.seat]

    def in_force(self, measure: int) -> Flags:
        """Whether a measure is in force, neither at nothing nor paused, (R,)."""
        running: Flags = (self._state.level[:, measure] > 0) & (
            self._state.paused_until[:, measure] <= self._state.week)  # fmt: skip
        return running

    def same_rate_below(self, measure: int) -> Integers:
        """The highest level below (above 0) that taxes less of the trade at the same rate; -1 for none, (R,)."""
        rate = self._game.rates[measure]
        below = np.full(rate.size, -1)  # by level
        for lower in range(1, rate.size):
            below[lower + 1 :][rate[lower + 1 :] == rate[lower]] = lower
        return below.take(self._state.level[:, measure])
