"""Which package to offer of those worth what one wants. Axes: R sessions, P packages, I issues, O options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Bid
from negotiation.bargaining.table.seat import Seat
from negotiation.bargaining.tactics.wants import Want

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
MOST_CELLS = 1 << 20  # sessions times packages looked at together, to bound the memory


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


Scores = Callable[[slice], Floats]  # of some sessions, for every package, (some, P)


def _best_worth(menu: Menu, least: Floats, most: Floats, scores: Scores) -> Integers:
    """The first package of highest score among those worth between least and most (R,), (R,); NONE if none is."""
    utility = menu.utility[:-1]
    best = np.full(len(least), NONE, dtype=np.int64)
    block = max(1, MOST_CELLS // len(utility))
    for start in range(0, len(least), block):
        some = slice(start, start + block)
        counts = (utility >= least[some, None]) & (utility <= most[some, None])
        found = np.where(counts, scores(some), -np.inf).argmax(axis=-1)
        best[some] = np.where(counts.any(axis=-1), found, NONE)
    return best


def _believed(menu: Menu, estimate: Floats) -> Scores:
    """Believed utility to the other; estimate: (R, I, O)."""
    return lambda some: _sum_of_options(menu, estimate[some])


def _similarity(menu: Menu, standing: Integers, estimate: Floats | None) -> Scores:
    """Similarity to the standing packages (R,)."""
    likeness, packages = _likeness(menu), menu.domain.packages
    weights = _even(menu) if estimate is None else estimate.max(axis=-1)

    def scores(some: slice) -> Floats:
        asked = packages[standing[some]]
        share = np.broadcast_to(weights, (len(standing), packages.shape[1]))[some]
        rows = np.arange(packages.shape[1])
        return _sum_of_options(menu, share[:, :, None] * likeness[rows, asked])

    return scores


def _sum_of_options(menu: Menu, table: Floats) -> Floats:
    """Of every package, the sum over issues of what its option adds; table: (R, I, O), returns (R, P)."""
    packages = menu.domain.packages
    total = np.zeros((len(table), len(packages)))
    for issue in range(packages.shape[1]):
        total += table[:, issue, packages[:, issue]]
    return total


def _likeness(menu: Menu) -> Floats:
    """How alike two options of an issue are, 0 to 1, (I, O, O)."""
    issues = menu.domain.issues
    size = max(len(issue.options) for issue in issues)
    alike = np.zeros((len(issues), size, size))
    for place, issue in enumerate(issues):
        count = len(issue.options)
        scale = np.array(issue.scale)
        apart = np.abs(scale[:, None] - scale) if issue.scale else 1.0 - np.eye(count)
        alike[place, :count, :count] = 1.0 - apart
    return alike


def _even(menu: Menu) -> Floats:
    count = len(menu.domain.issues)
    return np.full(count, 1.0 / count)
