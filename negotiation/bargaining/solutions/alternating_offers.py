"""Alternating offers over a pie: Rubinstein's infinite game, Ståhl's finite one, both with ratification floors.

Two sides take turns to propose how to share a pie. A deal must also pass at home: it is ratified only if it gives a
side at least its floor (0 for a side that needs no ratification). Values of a round are discounted by patience.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Both = tuple[float, float]
NO_FLOORS = (0.0, 0.0)


class OfferShares(NamedTuple):
    """What side 0 gets of a pie of 1 when it proposes and when side 1 does; NaN where no share passes both at home."""

    own_proposal: float
    other_proposal: float


def stationary_shares(patience: Both, floors: Both = NO_FLOORS) -> OfferShares:
    """Shares of side 0 in the only subgame-perfect equilibrium of endless alternating offers.

    patience: what a round later is worth, above 0 and below 1, by side; floors: least share that passes at home, by
    side. Without floors side 0 gets (1 - d1) / (1 - d0 d1) by its own proposal. With them the proposer gives the other
    the larger of what it would wait for and its floor, so a high floor raises one's share (Schelling's conjecture), and
    if the floors exceed the pie nothing can be agreed. Raises ValueError.
    Source: Rubinstein (1982); with two-sided ratification, Tarar (2001).
    """
    _check(patience, floors)
    if any(one >= 1.0 for one in patience):
        raise ValueError(f"patience: below 1 in an endless game; got {patience}")
    if sum(floors) > 1.0:
        return OfferShares(np.nan, np.nan)
    own = min(_candidates(patience, floors), key=lambda share: abs(share - _own_share(share, patience, floors)))
    return OfferShares(own, max(patience[0] * own, floors[0]))


def finite_values(pies: Sequence[float], patience: Both, floors: Both = NO_FLOORS, no_deal: Both = NO_FLOORS) -> Floats:
    """What each side expects at the start of each round of a finite game, in that round's units, (T, 2).

    pies: size of the pie in each round; side 0 proposes in the first, then they alternate; patience: above 0 to 1;
    floors: least amount that passes at home; no_deal: what is left after the last round, in the unit of the round
    after it. A pie that cannot give both what they would wait for and their floors falls through, and the next round
    comes. For a pie of 1 and equal patience d side 0 gets 1 - d + d² - ... Raises ValueError.
    Source: Ståhl (1972); falling through by lack of mutual consent, Tarar (2001).
    """
    _check(patience, floors)
    if not pies:
        raise ValueError("pies: one for each round, at least one; got none")
    values = np.zeros((len(pies), 2))
    later = np.array(no_deal, dtype=np.float64)
    for number in range(len(pies) - 1, -1, -1):
        waiting = np.array(patience) * later
        proposer = number % 2
        needed = np.maximum(waiting, floors)
        agrees = pies[number] >= needed[0] + needed[1]
        shared = needed.copy()
        shared[proposer] = pies[number] - needed[1 - proposer]
        later = values[number] = shared if agrees else waiting
    return values


def _candidates(patience: Both, floors: Both) -> tuple[float, ...]:
    """Side 0's share by its own proposal if no floor binds, if only its own does, and if the other's does."""
    first, second = patience
    free = (1.0 - second) / (1.0 - first * second)
    return free, 1.0 - second * (1.0 - floors[0]), 1.0 - floors[1]


def _own_share(share: float, patience: Both, floors: Both) -> float:
    """What side 0 can keep now if it can keep `share` two rounds later; in equilibrium the same."""
    granted = max(patience[0] * share, floors[0])
    return 1.0 - max(patience[1] * (1.0 - granted), floors[1])


def _check(patience: Both, floors: Both) -> None:
    if not all(0.0 < one <= 1.0 for one in patience):
        raise ValueError(f"patience: above 0, at most 1; got {patience}")
    if not all(floor >= 0.0 for floor in floors):
        raise ValueError(f"floors: at least 0; got {floors}")
