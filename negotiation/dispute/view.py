"""All that one government may see. The only door from the game to a strategy, a person or a learner."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search import appraised_offers, best_offers, best_products, offers_at_place
from negotiation.bargaining.search_book import ExactRows, Offers
from negotiation.dispute.catalogue import Catalogue
from negotiation.dispute.easing_seen import EasingSeen
from negotiation.dispute.game import Game
from negotiation.dispute.heard import Heard
from negotiation.dispute.luck import WeekLuck
from negotiation.dispute.part import Part
from negotiation.dispute.prospects import Prospects
from negotiation.dispute.question import known_deadline, question
from negotiation.dispute.sides import Side
from negotiation.dispute.standing import Standing, heed
from negotiation.dispute.state import TALKING, State
from negotiation.dispute.threats_seen import ThreatsSeen

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class View:
    """One government's view of R worlds in one week. Points unless said; R worlds lead every array.

    seat: which government sees; awake: (R,) bool, the worlds that ask for a decision. The fields with
    an underscore are the game's own and not for deciding by: they hold what is private to the other side.
    """

    _game: Game
    _state: State
    _luck: WeekLuck
    _standings: tuple[Standing, Standing]
    seat: int
    awake: Flags

    def of(self, rows: Integers) -> "View":
        """The same in some of the worlds only, by their place here (N,); costs little where they are few."""
        first, second = (standing.of(rows) for standing in self._standings)
        part = Part(self._state, rows)
        return View(self._game, part, self._luck.of(rows), (first, second), self.seat, self.awake[rows])

    @property
    def week(self) -> int:
        """The week, counted from 0."""
        return self._state.week

    @property
    def worlds(self) -> int:
        """How many worlds are seen."""
        return len(self.awake)

    @property
    def side(self) -> Side:
        """What this government knows of itself."""
        return self._game.sides[self.seat]

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
            theirs = self.side.book.others[np.maximum(package, 0)] - standing.other_needs
            beyond = np.minimum(beyond, theirs.min(axis=-1))
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

    @property
    def own_measures(self) -> tuple[int, ...]:
        """The measures it may set, by their number."""
        return self._game.measures_of(self.seat)

    @property
    def their_measures(self) -> tuple[int, ...]:
        """The measures the other side may set."""
        return self._game.measures_of(1 - self.seat)

    @property
    def level(self) -> Integers:
        """The level every measure is set to, (R, M)."""
        return self._state.level

    @property
    def top(self) -> Integers:
        """The highest level of each measure, (M,); 0 where a province blocks it."""
        return np.where(self._game.at_home.vetoed, 0, self._game.top)

    @property
    def vetoed(self) -> Flags:
        """Which measures a province blocks, so that they cannot be raised nor threatened, (M,)."""
        return self._game.at_home.vetoed

    @property
    def price_of_raising(self) -> Floats:
        """Points that raising a measure costs its government because provinces resist it, (M,)."""
        return self._game.at_home.price

    @cached_property
    def free(self) -> Flags:
        """Whether a measure may be changed: neither bound by a deal nor barred by a court, (R, M)."""
        free: Flags = ~self._state.bound & (self._state.barred_until <= self._state.week)
        return free

    @property
    def our_rate(self) -> Floats:
        """What its own measures put on trade with the other, percent, (R,)."""
        return np.take(self._game.tables.rate[self.seat], self._state.code)

    @property
    def their_rate(self) -> Floats:
        """What the other's measures put on trade with it, percent, (R,)."""
        return np.take(self._game.tables.rate[1 - self.seat], self._state.code)

    @cached_property
    def prospects(self) -> Prospects:
        """What would be if a measure were set to another level."""
        return Prospects(self._game, self._state, self.seat)

    @property
    def stress(self) -> Floats:
        """How nervous markets are, (R,); 0 in calm times."""
        return self._state.stress

    @property
    def talking(self) -> Flags:
        """Whether talks are going on, (R,)."""
        going_on: Flags = self._state.talks == TALKING
        return going_on

    @property
    def talks(self) -> Integers:
        """State of the talks, (R,): 0 talking, 1 suspended, 2 ended."""
        return self._state.talks

    @property
    def time_is_up(self) -> Flags:
        """Whether its private deadline has come, (R,)."""
        is_up: Flags = self._state.week + 1 >= self._state.clock[:, self.seat]
        return is_up

    @property
    def weeks_since_hit(self) -> Integers:
        """Weeks since the other last put a new measure on it, (R,)."""
        return self._state.week - self._state.hit[:, self.seat]

    @property
    def calm(self) -> Integers:
        """Weeks since it last changed a measure, (R,)."""
        return self._state.calm[:, self.seat]

    @cached_property
    def easing(self) -> EasingSeen:
        """Its own easing of measures, and the other side's giving way."""
        return EasingSeen(self._game, self._state, self.seat)

    @cached_property
    def threats(self) -> ThreatsSeen:
        """The threats standing, its own and those against it."""
        return ThreatsSeen(self._game, self._state, self._standings[self.seat], self.seat)

    @property
    def settled(self) -> Integers:
        """The option of each issue that is in force, (R, I)."""
        return self._state.settled

    @property
    def allies(self) -> int:
        """How many allies there are."""
        return len(self._game.scenario.allies)

    @property
    def approval(self) -> Floats:
        """Its approval at home, share, (R,)."""
        return self._standings[self.seat].approval

    @property
    def heed(self) -> Floats:
        """By how much more prices and approval count as an election is near, a multiple, (R,)."""
        return heed(self.side, self._state, self.seat)

    @property
    def initiative(self) -> Floats:
        """This week's readiness to act, an even draw in 0 to 1, (R,)."""
        return self._luck.chances[:, 4 + self.seat]

    @property
    def weariness(self) -> Floats:
        """This week's weariness, an even draw in 0 to 1, (R,)."""
        return self._luck.chances[:, 6 + self.seat]

    @property
    def nerve(self) -> Floats:
        """This week's private cost or relish of carrying out a threat, a standard normal draw, (R,)."""
        return self._luck.conduct[:, self.seat]
