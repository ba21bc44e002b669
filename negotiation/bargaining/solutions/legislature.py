"""Who gets what when many must vote: proposals put to a majority, and the position no majority would leave."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike


class ClosedRule(NamedTuple):
    """Shares of a pie of 1: the proposer's, each of its partners', how many partners it buys; value: what a member
    expects before the proposer is drawn."""

    proposer: float
    partner: float
    partners: int
    value: float


def closed_rule(members: int, patience: float, quota: int | None = None) -> ClosedRule:
    """The symmetric stationary equilibrium of legislative bargaining: a drawn member proposes, the others vote.

    members: at least 2, each drawn with equal chance; patience: what a session later is worth, 0 to 1; quota: votes
    needed with the proposer's own, a bare majority if not said. The proposer buys the votes it lacks at what waiting is
    worth, d / n each, and keeps 1 - d (q - 1) / n. Raises ValueError. Source: Baron & Ferejohn (1989), closed rule.
    """
    needed = members // 2 + 1 if quota is None else quota
    if members < 2 or not 1 <= needed <= members or not 0.0 <= patience <= 1.0:
        raise ValueError(
            f"members at least 2, quota 1 to members, patience 0 to 1; got {members}, {needed} and {patience}"
        )
    partner = patience / members
    return ClosedRule(1.0 - partner * (needed - 1), partner, needed - 1, 1.0 / members)


def weighted_median(positions: ArrayLike, weights: ArrayLike) -> float:
    """The lowest position with at least half the weight at or below it.

    positions, weights: (N,), weights at least 0 with a positive sum. If voters lose by distance it beats or ties every
    other position in a weighted majority vote. Raises ValueError. Source: Black (1948), the median voter.
    """
    places, shares = np.asarray(positions, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    if places.ndim != 1 or places.shape != shares.shape or shares.min(initial=0.0) < 0.0 or shares.sum() <= 0.0:
        raise ValueError(f"positions and weights (N,), weights at least 0, not all 0; got {places} and {shares}")
    order = np.argsort(places, kind="stable")
    reached = np.cumsum(shares[order])
    return float(places[order][np.argmax(reached >= reached[-1] / 2.0)])
