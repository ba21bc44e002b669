"""What a government sees of the dispute around it: measures, threats, talks, its people, its own luck."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.easing_seen import EasingSeen
from negotiation.dispute.game import Game
from negotiation.dispute.luck import WeekLuck
from negotiation.dispute.prospects import Prospects
from negotiation.dispute.sides import Side
from negotiation.dispute.standing import Standing, heed
from negotiation.dispute.state import TALKING, State
from negotiation.dispute.threats_seen import ThreatsSeen

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Sight:
    """The half of a View (view.py) that is about what goes on away from the table; strategies are given a View.

    seat: which government sees; awake: (R,) bool, the worlds that ask for a decision. The fields with
    an underscore are the game's own and not for deciding by: they hold what is private to the other side.
    """

    _game: Game
    _state: State
    _luck: WeekLuck
    _standings: tuple[Standing, Standing]
    seat: int
    awake: Flags

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
