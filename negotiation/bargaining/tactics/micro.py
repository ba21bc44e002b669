"""MiCRO: go down one's own list of packages, one step for each new offer of the other. Axes: R sessions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.pieces import Bid
from negotiation.bargaining.table.seat import Seat

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Micro:
    """Offer the next best package if the other has made as many different offers as oneself, else an earlier one.

    The earlier one is drawn by luck. It goes down no further than its reserved value. What it holds out for is the
    least it has offered or is about to offer. Source: de Jonge (2022), an analysis of the MiCRO strategy.
    """

    def bid(self, seat: Seat) -> Bid:
        """The package at one's place, or an earlier one."""
        downwards = seat.menu.downwards
        said, heard = different(seat.made), different(seat.received)
        following = downwards[np.minimum(said, len(downwards) - 1)]
        worth = seat.menu.utility[following]
        goes_down = (said <= heard) & (said < len(downwards)) & (worth >= seat.reserved)
        earlier = np.floor(seat.chance * said).astype(np.int64) if seat.round else np.zeros_like(said)
        package = np.where(goes_down, following, downwards[earlier])
        last = seat.menu.utility[downwards[np.maximum(said - 1, 0)]]
        return Bid(np.where(goes_down, worth, last), package)


def different(packages: Integers) -> Integers:
    """How many different packages were offered, (R, n) to (R,)."""
    if not packages.shape[1]:
        return np.zeros(len(packages), dtype=np.int64)
    ordered = np.sort(packages, axis=-1)
    changes: Integers = (ordered[:, 1:] != ordered[:, :-1]).sum(axis=-1) + (ordered[:, -1] >= 0)
    held = (ordered[:, 0] < 0) & (ordered[:, -1] >= 0)  # a NONE among them is no offer
    return changes - held
