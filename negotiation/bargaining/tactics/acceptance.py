"""When to accept what stands. Axes: R sessions, n offers received.

Source: Baarslag, Hindriks & Jonker (2013), acceptance conditions in automated negotiation, where not said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.pieces import Bid
from negotiation.bargaining.table.seat import Seat

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class AcceptWanted:
    """What is worth what one holds out for this turn. Source: NegMAS's time-based negotiators."""

    def accepts(self, seat: Seat, bid: Bid) -> Flags:
        """u(standing) >= wanted."""
        return seat.standing_worth >= bid.wanted


@dataclass(frozen=True)
class AcceptConstant:
    """AC_const: what is worth a fixed utility."""

    least: float

    def accepts(self, seat: Seat, bid: Bid) -> Flags:
        """u(standing) >= least."""
        return seat.standing_worth >= self.least


@dataclass(frozen=True)
class AcceptNext:
    """AC_next: what is as good as the offer one would make; factor and margin: scale and shift of the standing one."""

    factor: float = 1.0
    margin: float = 0.0

    def accepts(self, seat: Seat, bid: Bid) -> Flags:
        """factor x u(standing) + margin >= u(own next offer)."""
        return self.factor * seat.standing_worth + self.margin >= seat.menu.utility[bid.package]


@dataclass(frozen=True)
class AcceptLate:
    """AC_time: anything once a share of the time has passed."""

    share: float = 0.99

    def accepts(self, seat: Seat, bid: Bid) -> Flags:
        """t >= share."""
        return np.full(len(bid.wanted), seat.time >= self.share)


@dataclass(frozen=True)
class AcceptCombined:
    """AC_combi: as AC_next, and late what is as good as the best offer of a window as long as the time that is left."""

    share: float = 0.95

    def accepts(self, seat: Seat, bid: Bid) -> Flags:
        """AC_next, or t >= share and u(standing) >= best received in [2t - 1, t]."""
        as_good = AcceptNext().accepts(seat, bid)
        if seat.time < self.share:
            return as_good
        window = max(1, round((1.0 - seat.time) * (seat.rounds + 1)))
        best = seat.received_worth[:, -window:].max(axis=-1)
        late_enough: Flags = as_good | (seat.standing_worth >= best)
        return late_enough
