"""How much a side holds out for in answer to the other's offers: tit for tat in three kinds. Axes: R sessions.

Before enough offers have come in, the best package. Demands move from the utility of the own last offer, within the
floor and the best. Source: Faratin, Sierra & Jennings (1998), behaviour-dependent tactics.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.concession import random_absolute_tit_for_tat, relative_tit_for_tat
from negotiation.bargaining.table.sitting import Sitting

Floats = NDArray[np.float64]

LEAST_WORTH = 1e-6  # utility; offers worth less are taken as worth this in ratios


@dataclass(frozen=True)
class Relative:
    """Concede in the proportion in which the other did `delay` offers ago; delay: at least 1, the last two offers."""

    delay: int = 1

    def wanted(self, seat: Sitting) -> Floats:
        """The own last demand times the earlier over the later offer's worth."""
        return _in_proportion(seat, self.delay, self.delay - 1)


@dataclass(frozen=True)
class Averaged:
    """Concede in the proportion in which the other did over its last `window` offers; window: at least 1."""

    window: int = 5

    def wanted(self, seat: Sitting) -> Floats:
        """The own last demand times the earlier over the last offer's worth."""
        return _in_proportion(seat, self.window, 0)


@dataclass(frozen=True)
class RandomAbsolute:
    """Concede as much as the other did `delay` offers ago, and up to `most_extra` more by luck.

    delay: at least 1; most_extra: utility.
    """

    delay: int = 1
    most_extra: float = 0.02

    def wanted(self, seat: Sitting) -> Floats:
        """The own last demand less what the other's offers rose by and a drawn extra."""
        worth = seat.received_worth
        earlier, later = _back(worth, self.delay), _back(worth, self.delay - 1)
        demand = random_absolute_tit_for_tat(
            _own_last(seat), _safe(later) - _safe(earlier), self.most_extra * seat.chance, seat.floor, seat.best
        )
        return np.where(np.isnan(earlier), seat.best, demand)


def _in_proportion(seat: Sitting, earlier: int, later: int) -> Floats:
    """Relative tit for tat between two of the other's offers, counted back from its last; the best before both."""
    before, after = _back(seat.received_worth, earlier), _back(seat.received_worth, later)
    demand = relative_tit_for_tat(_own_last(seat), _safe(before), _safe(after), seat.floor, seat.best)
    return np.where(np.isnan(before), seat.best, demand)


def _back(worth: Floats, places: int) -> Floats:
    """The offer so many places before the last, (R, n) to (R,); NaN where there were not so many."""
    return worth[:, -1 - places] if worth.shape[1] > places else np.full(len(worth), np.nan)


def _own_last(seat: Sitting) -> Floats:
    """What one's own last offer is worth to oneself, (R,); the best before it or where one held."""
    last = _back(seat.made_worth, 0)
    return np.where(np.isfinite(last), last, seat.best)


def _safe(worth: Floats) -> Floats:
    return np.maximum(worth, LEAST_WORTH)
