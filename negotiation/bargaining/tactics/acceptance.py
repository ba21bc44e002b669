"""When to accept what stands. Axes: R sessions, n offers received.

Source: Baarslag, Hindriks & Jonker (2013), acceptance conditions in automated negotiation, where not said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.pieces import Bid
from negotiation.bargaining.table.sitting import Sitting

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class AcceptWanted:
    """What is worth what one holds out for this turn. Source: NegMAS's time-based negotiators."""

    def accepts(self, seat: Sitting, bid: Bid) -> Flags:
        """u(standing) >= wanted."""
        return seat.standing_worth >= bid.wanted


@dataclass(frozen=True)
class AcceptConstant:
    """AC_const: what is worth a fixed utility."""

    least: float

    def accepts(self, seat: Sitting, bid: Bid) -> Flags:
        """u(standing) >= least."""
        return seat.standing_worth >= self.least


@dataclass(frozen=True)
class AcceptNext:
    """AC_next: what is as good as the offer one would make; factor and margin: scale and shift of the standing one."""

    factor: float = 1.0
    margin: float = 0.0

    def accepts(self, seat: Sitting, bid: Bid) -> Flags:
        """factor x u(standing) + margin >= u(own next offer)."""
        return self.factor * seat.standing_worth + self.margin >= seat.worth_of(bid.package)


@dataclass(frozen=True)
class AcceptLate:
    """AC_time: anything once a share of the time has passed."""

    share: float = 0.99

    def accepts(self, seat: Sitting, bid: Bid) -> Flags:
        """t >= share."""
        return np.broadcast_to(seat.time >= self.share, bid.wanted.shape)


@dataclass(frozen=True)
class AcceptCombined:
    """AC_combi: as AC_next, and late what is as good as the best offer of a window as long as the time that is left."""

    share: float = 0.95

    def accepts(self, seat: Sitting, bid: Bid) -> Flags:
        """AC_next, or t >= share and u(standing) >= best received in [2t - 1, t]."""
        as_good = AcceptNext().accepts(seat, bid)
        late = np.broadcast_to(np.asarray(seat.time) >= self.share, as_good.shape)
        if not late.any():
            return as_good
        accepts: Flags = as_good | (late & (seat.standing_worth >= _best_of_window(seat)))
        return accepts


def _best_of_window(seat: Sitting) -> Floats:
    """The best offer received in as many rounds as are left with this one, (R,); the standing one always counts."""
    worth = np.where(np.isnan(seat.received_worth), -np.inf, seat.received_worth)
    window = np.maximum(np.asarray(seat.left) + 1, 1)
    back = np.arange(worth.shape[1], 0, -1)
    best: Floats = np.where(back <= window[..., None], worth, -np.inf).max(axis=-1, initial=-np.inf)
    return best
