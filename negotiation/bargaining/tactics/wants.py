"""How much a side holds out for by the clock. Axes: R sessions.

Parameters are numbers, or arrays with one for each session, so that thousands of sessions may differ in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.concession import demanded_share, exponential_concession, resource_concession
from negotiation.bargaining.table.sitting import Sitting

Floats = NDArray[np.float64]
Parameter = Floats | float  # one for all sessions, or one for each, by their number

SLACK = 1e-4  # utility; NegMAS's time-based negotiators want so little less than their curve says


class Want(Protocol):
    """How much to hold out for."""

    def wanted(self, seat: Sitting) -> Floats:
        """Utility wanted this turn, (R,)."""


@dataclass(frozen=True)
class Polynomial:
    """1 - t^exponent of the way from the floor to the best: above 1 boulware, below 1 conceder.

    exponent: the reciprocal of Faratin's beta. Source: Faratin, Sierra & Jennings (1998), polynomial.
    """

    exponent: Parameter
    slack: float = SLACK

    def wanted(self, seat: Sitting) -> Floats:
        """The floor and what time leaves of the rest, less the slack."""
        return between(seat, demanded_share(seat.time, seat.own(self.exponent), 1.0), self.slack)


@dataclass(frozen=True)
class Exponential:
    """1 - e^((1 - t)^beta ln k) of the way from the floor to the best: beta below 1 boulware, above 1 conceder.

    beta above 0; first: k, the share conceded at once. Source: Faratin, Sierra & Jennings (1998), exponential.
    """

    beta: Parameter
    first: Parameter = 0.1
    slack: float = SLACK

    def wanted(self, seat: Sitting) -> Floats:
        """The floor and what time leaves of the rest, less the slack."""
        return between(
            seat, 1.0 - exponential_concession(seat.time, seat.own(self.beta), seat.own(self.first)), self.slack
        )


@dataclass(frozen=True)
class Scarcity:
    """1 - k - (1 - k) e^-r of the way, r = patience / offers exchanged: talks that drag on are a resource used up.

    patience: offers; first: k. Source: Faratin, Sierra & Jennings (1998), resource-dependent, dynamic deadline with one
    counterpart.
    """

    patience: Parameter
    first: Parameter = 0.0

    def wanted(self, seat: Sitting) -> Floats:
        """The floor and what the length of the talks leaves of the rest."""
        exchanged = np.maximum(seat.exchanged, 1)
        return between(seat, 1.0 - resource_concession(seat.own(self.patience) / exchanged, seat.own(self.first)), 0.0)


@dataclass(frozen=True)
class LastMinute:
    """The same with r = rounds left: nothing until almost all the time is used up.

    Source: Faratin, Sierra & Jennings (1998), resource-dependent, time as the resource.
    """

    first: Parameter = 0.0

    def wanted(self, seat: Sitting) -> Floats:
        """The floor and what the rounds left leave of the rest."""
        return between(seat, 1.0 - resource_concession(seat.left, seat.own(self.first)), 0.0)


@dataclass(frozen=True)
class Everything:
    """The best package, always. Source: the hardliner of the ANAC competitions' baselines."""

    def wanted(self, seat: Sitting) -> Floats:
        """The utility of the best package."""
        return np.full(len(seat.reserved), seat.best)


def between(seat: Sitting, share: Floats, slack: float) -> Floats:
    """The utility a share (R,) of the way from the floor to the best, less the slack, (R,)."""
    wanted: Floats = np.clip(seat.floor + (seat.best - seat.floor) * share - slack, seat.floor, seat.best)
    return wanted
