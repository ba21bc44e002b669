"""All that one government may see. The only door from the game to a strategy, a person or a learner."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search import appraised_offers, best_offers, best_products, offers_at_place
from negotiation.bargaining.search_book import ExactRows, Offers
from negotiation.dispute.catalogue import Catalogue
from negotiation.dispute.heard import Heard
from negotiation.dispute.part import Part
from negotiation.dispute.question import known_deadline, question
from negotiation.dispute.sight import Sight

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class View(Sight):
    """One government's view of R worlds in one week. Points unless said; R worlds lead every array.

    Here is what it sees at the table: its time, the packages, both sides' offers. Sight, in sight.py, is the rest:
    the week, measures, threats, talks, people, luck; View overrides nothing of it.
    """

    def of(self, rows: Integers) -> "View":
        """The same in some of the worlds only, by their place here (N,); costs little where they are few."""
        first, second = (standing.of(rows) for standing in self._standings)
        part = Part(self._state, rows)
        return View(self._game, part, self._luck.of(rows), (first, second), self.seat, self.awake[rows])

    @property
    def no_deal(self) -> Floats:
        """The value below which it signs nothing, (R,)."""
        return self._standings[self.seat].no_deal

    @property
    def peak(self) -> Floats:
        """What the best comprehensive package is worth to it, (R,)."""
        return self.side.peak[self._state.type[:, self.seat]]

    @cached_property
    def elapsed(self) -> Floats:
        """Share of its time that has passed, 0 to 1, (R,): rounds since the start over the first deadline it knows."""
        return np.minimum(self._state.age[:, self.seat] / self._rounds, 1.0)

    @property
    def rounds_left(self) -> Floats:
        """Rounds until that deadline or the end, after this one, (R,)."""
        return np.maximum(self._rounds - self._state.age[:, self.seat] - 1.0, 0.0)

    @property
    def _rounds(self) -> Integers:
        return np.minimum(known_deadline(self._game, self._state, self.seat), self._game.scenario.weeks)

    @property
    def packages(self) -> Integers:
        """The option of each issue in every package that may be offered, -1 where it leaves one open, (P, I)."""
        return self._game.packages.options

    @property
    def offered(self) -> Integers:
        """The other side's standing package, -1 for none, (R,)."""
        return self._state.offer[:, 1 - self.seat]

    @cached_property
    def offered_worth(self) -> Floats:
        """What the other side's standing package is worth to it, (R,); -inf where there is none."""
        value = self.appraise(self.offered).value
        return np.where(np.isnan(value), -np.inf, value)

    @property
    def opening_worth(self) -> Floats:
        """What the other side's first offer was worth to it, (R,); NaN before it."""
        return self._state.opening_worth[:, self.seat]

    @cached_property
    def heard(self) -> Heard:
        """The last offers of both sides, and what they are worth today."""
        return Heard(self._state, self.seat, self.appraise)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every comprehensive package: its options, what it is worth, whether it passes at home."""
        return Catalogue(self._game, self._state, self._standings[self.seat], self.seat)

    @property
    def seen(self) -> Integers:
        """How many different offers in a row the other side has made, (R,)."""
        return self._state.seen[:, self.seat]

    @property
    def place(self) -> Integers:
        """Where it stands in its own order of packages, (R,); moved on by offers of the next best."""
        return self._state.place[:, self.seat]

    @cached_property
    def offered_support(self) -> Floats:
        """Support at home for the standing package beyond what it needs, share, (R,); -inf where there is none."""
        standing, package = self._standings[self.seat], self.offered
        needed = np.where(package >= self._game.packages.whole, standing.limited_need, standing.need)
        beyond = self.side.home[np.maximum(package, 0)] - needed
        if self.side.chambers:
            theirs = self.side.book.others.take(np.maximum(package, 0), axis=0) - standing.other_needs
            for column in theirs.T:  # few: a minimum over so short an axis costs more
                beyond = np.minimum(beyond, column)
        return np.where(package >= 0, beyond, -np.inf)

    @cached_property
    def other_no_deal(self) -> Floats:
        """What it believes the other side has without a deal, (R,)."""
        value: Floats = np.einsum("rk,rk->r", self._standings[1 - self.seat].by_type, self.belief)
        return value

    @property
    def belief(self) -> Floats:
        """What it believes of the other side's type, (R, K), sums to one."""
        return self._state.type_belief[self.seat]

    def accommodating(self, least: Floats, vows: Integers | None = None) -> Offers:
        """Among packages worth at least `least` (R,) that pass at home, the one believed best for the other.

        vows: (R,) bitmask of commitments supposed to be made in public besides those that are.
        """
        asks = self._question._replace(least=np.maximum(least, self.no_deal))
        asks = asks if vows is None else asks._replace(committed=asks.committed | vows)
        return best_offers(self.side.book, asks)

    def fairest(self) -> Offers:
        """The package with the highest product of its own gain and the gain believed to be the other's."""
        return best_products(self.side.book, self._question, self.other_no_deal)

    def at_place(self, place: Integers) -> Offers:
        """The package at a place (R,) in its own order of preference, of those above its no-deal value."""
        return offers_at_place(self.side.book, self._question, place)

    def appraise(self, package: Integers) -> Offers:
        """What packages (R,) are worth to it, and as it believes to the other; -1 stays -1."""
        return appraised_offers(self.side.book, self._question, package)

    @cached_property
    def _question(self) -> ExactRows:
        """What it asks the search, whatever it wants at least."""
        return question(self._state, self._standings, self.seat, self.awake)
