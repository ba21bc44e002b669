"""Which package to offer of those worth what one wants. Axes: R sessions, P packages, I issues, O options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.scores import Scores, first_best, likeness_of, similarity, sum_of_options
from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Bid
from negotiation.bargaining.table.seat import Seat
from negotiation.bargaining.tactics.wants import Want

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Choice(Protocol):
    """Which package to offer."""

    def package(self, seat: Seat, wanted: Floats) -> Integers:
        """A package worth what is wanted (R,), (R,); NONE where there is none."""


@dataclass(frozen=True)
class Offer:
    """An offering strategy in two halves: how much is wanted, and which package gives it."""

    want: Want
    choice: Choice

    def bid(self, seat: Seat) -> Bid:
        """The chosen package worth what is wanted."""
        wanted = self.want.wanted(seat)
        return Bid(wanted, self.choice.package(seat, wanted))


@dataclass(frozen=True)
class Nearest:
    """The least one can ask that is worth what one wants. Source: NegMAS's time-based negotiators."""

    def package(self, seat: Seat, wanted: Floats) -> Integers:
        """The package nearest above."""
        return seat.menu.nearest_above(wanted)


@dataclass(frozen=True)
class Similar:
    """Of the packages worth what one wants and not much more, the one most similar to the other's last offer.

    width: utility, how much above what is wanted still counts as indifferent. Similarity: mean over issues, weighted by
    what one believes the issue to matter to the other (evenly without a model), of 1 - distance on the issue's scale.
    Source: Faratin, Sierra & Jennings (2002), trade-offs.
    """

    width: float = 0.05

    def package(self, seat: Seat, wanted: Floats) -> Integers:
        """The most similar package; the nearest above before the other has spoken."""
        nearest = seat.menu.nearest_above(wanted)
        if not seat.received.shape[1]:
            return nearest
        scores = _similarity(seat.menu, seat.standing, seat.estimate)
        best = _best_worth(seat.menu, wanted, wanted + self.width, scores)
        return np.where((best == NONE) | (seat.standing == NONE), nearest, best)


@dataclass(frozen=True)
class Kindest:
    """Of the packages worth what one wants, the one worth most to the other as one believes; needs a model."""

    def package(self, seat: Seat, wanted: Floats) -> Integers:
        """The package of highest believed utility to the other."""
        estimate = seat.estimate
        if estimate is None:
            raise ValueError("an offering that asks what is best for the other needs an opponent model; got none")
        best = _best_worth(seat.menu, wanted, np.full(len(wanted), np.inf), _believed(seat.menu, estimate))
        return np.where(best == NONE, seat.menu.nearest_above(wanted), best)


def _best_worth(menu: Menu, least: Floats, most: Floats, scores: Scores) -> Integers:
    """The first package of highest score among those worth between least and most (R,), (R,); NONE if none is."""
    utility = menu.utility[:-1]

    def counts(some: slice) -> Flags:
        return (utility >= least[some, None]) & (utility <= most[some, None])

    return first_best(counts, scores, len(least), len(utility))


def _believed(menu: Menu, estimate: Floats) -> Scores:
    """Believed utility to the other; estimate: (R, I, O)."""
    return lambda some: sum_of_options(menu.domain.packages, estimate[some])


def _similarity(menu: Menu, standing: Integers, estimate: Floats | None) -> Scores:
    """Similarity to the standing packages (R,)."""
    packages, issues = menu.domain.packages, menu.domain.issues
    likeness = likeness_of([len(issue.options) for issue in issues], [issue.scale for issue in issues])
    even = np.full((len(standing), len(issues)), 1.0 / len(issues))
    weights = even if estimate is None else estimate.max(axis=-1)
    return lambda some: similarity(packages, packages[standing[some]], weights[some], likeness)
