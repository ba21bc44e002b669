"""How sessions went, in a few numbers: agreement, utilities, rounds, distances. Axes: R sessions, G = 2 seats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.distance import distance_to_frontier, distance_to_point
from negotiation.bargaining.domains.domain import Domain
from negotiation.bargaining.dominance import distinct_frontier
from negotiation.bargaining.reference_points import nash_point
from negotiation.bargaining.table.result import Sessions

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Landmarks:
    """Of a domain: the utilities (F, 2) of the frontier, and (2,) of the Nash point, NaN where nobody can gain."""

    frontier: Floats
    nash: Floats


@dataclass(frozen=True)
class Measures:
    """sessions: how many; agreement: share; utilities, discounted: (2,) means over deals and over all; rounds: mean
    number of rounds played; to_frontier, to_nash: mean Euclidean distances of deals. NaN where there is no deal.
    """

    sessions: int
    agreement: float
    utilities: Floats
    discounted: Floats
    rounds: float
    to_frontier: float
    to_nash: float


def landmarks(domain: Domain) -> Landmarks:
    """The frontier of all packages, and the Nash point over the disagreement values."""
    values = domain.utilities
    nash = nash_point(values, domain.disagreement)
    return Landmarks(values[distinct_frontier(values)], values[nash] if nash >= 0 else np.full(2, np.nan))


def measures(sessions: Sessions, marks: Landmarks) -> Measures:
    """Sum up sessions of one domain."""
    deals = sessions.utilities[sessions.agreed]
    return Measures(
        sessions=len(sessions.package),
        agreement=float(sessions.agreed.mean()),
        utilities=_mean(deals),
        discounted=_mean(sessions.discounted),
        rounds=float(np.minimum(sessions.round + 1, sessions.rounds).mean()),
        to_frontier=float(_mean(distance_to_frontier(deals, marks.frontier)[:, None])[0]),
        to_nash=float(_mean(distance_to_point(deals, marks.nash)[:, None])[0]),
    )


def _mean(rows: Floats) -> Floats:
    """Mean over sessions, (R, n) to (n,); NaN without any."""
    mean: Floats = rows.mean(axis=0) if len(rows) else np.full(rows.shape[1], np.nan)
    return mean
