"""How much a side holds out for in answer to the other's offers: tit for tat in three kinds. Axes: R sessions.

Before enough offers have come in, the best package. Demands move from the utility of the own last offer, within the
floor and the best. Source: Faratin, Sierra & Jennings (1998), behaviour-dependent tactics.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.concession import random_absolute_tit_for_tat, relative_tit_for_tat
from negotiation.bargaining.table.seat import Seat

Floats = NDArray[np.float64]

LEAST_WORTH = 1e-6  # utility; offers worth less are taken as worth this in ratios


@dataclass(frozen=True)
class Relative:
    """Concede in the proportion in which the other did `delay` offers ago; delay: at least 1, the last two offers."""

    delay: int = 1

    def wanted(self, seat: Seat) -> Floats:
        """The own last demand times the earlier over the later offer's worth."""
        return _in_proportion(seat, self.delay, self.delay - 1)


@dataclass(frozen=True)
class Averaged:
    """Concede in the proportion in which the other did over its last `window` offers; window: at least 1."""

    window: int = 5

    def wanted(self, seat: Seat) -> Floats:
        """The own last demand times the earlier over the last offer's worth."""
        return _in_proportion(seat, self.window, 0)


@dataclass(frozen=True)
class RandomAbsolute:
    """Concede as much as the other did `delay` offers ago, and up to `most_extra` more by luck.

    delay: at least 1; most_extra: utility.
    """

    delay: int = 1
    most_extra: float = 0.02

    def wanted(self, seat: Seat) -> Floats:
        """The own last demand less what the other's offers rose by and a drawn extra."""
        worth = seat.received_worth
        if worth.shape[1] <= self.delay:
            return np.full(len(seat.reserved), seat.best)
        rise = _safe(worth[:, -self.delay]) - _safe(worth[:, -self.delay - 1])
        extra = self.most_extra * seat.chance
        return random_absolute_tit_for_tat(_own_last(seat), rise, extra, seat.floor, seat.best)


def _in_proportion(seat: Seat, earlier: int, later: int) -> Floats:
    """Relative tit for tat between two of the other's offers, counted back from its last."""
    worth = seat.received_worth
    if worth.shape[1] <= earlier:
        return np.full(len(seat.reserved), seat.best)
    ratio_of = _safe(worth[:, -1 - earlier]), _safe(worth[:, -1 - later])
    return relative_tit_for_tat(_own_last(seat), *ratio_of, seat.floor, seat.best)


def _own_last(seat: Seat) -> Floats:
    return np.where(np.isfinite(seat.made_worth[:, -1]), seat.made_worth[:, -1], seat.best)


def _safe(worth: Floats) -> Floats:
    return np.maximum(worth, LEAST_WORTH)
