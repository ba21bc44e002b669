"""All that one government may see. The only door from the game to a strategy, a person or a learner."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search import appraised_offers, best_offers, best_products, offers_at_place
from negotiation.bargaining.search_book import Offers, Rows
from negotiation.dispute.game import Game
from negotiation.dispute.luck import WeekLuck
from negotiation.dispute.sides import Side
from negotiation.dispute.standing import Standing, believed_harm, demand_cost, worth_of_code
from negotiation.dispute.state import NONE, State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
PERCENT = 100.0


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

    # -- at the table -------------------------------------------------------------------------------------------------

    @property
    def week(self) -> int:
        """The week, counted from 0."""
        return self._state.week

    @property
    def worlds(self) -> int:
        """How many worlds are seen."""
        return self._state.worlds

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
        """Share of its time that has passed, 0 to 1, (R,): rounds since the start over its private deadline."""
        clock = np.minimum(self._state.clock[:, self.seat], self._game.scenario.weeks)
        return np.minimum(self._state.age[:, self.seat] / clock, 1.0)

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
        return np.where(package >= 0, self.side.home[np.maximum(package, 0)] - needed, -np.inf)

    @cached_property
    def other_no_deal(self) -> Floats:
        """What it believes the other side has without a deal, (R,)."""
        return (self._standings[1 - self.seat].by_type * self.belief).sum(axis=-1)

    @property
    def belief(self) -> Floats:
        """What it believes of the other side's type, (R, K), sums to one."""
        return self._state.type_belief[self.seat]

    def accommodating(self, least: Floats) -> Offers:
        """Among packages worth at least `least` (R,) that pass at home, the one believed best for the other."""
        return best_offers(self.side.book, self._rows(np.maximum(least, self.no_deal)))

    def fairest(self) -> Offers:
        """The package with the highest product of its own gain and the gain believed to be the other's."""
        return best_products(self.side.book, self._rows(self.no_deal), self.other_no_deal)

    def at_place(self, place: Integers) -> Offers:
        """The package at a place (R,) in its own order of preference, of those above its no-deal value."""
        return offers_at_place(self.side.book, self._rows(self.no_deal), place)

    def appraise(self, package: Integers) -> Offers:
        """What packages (R,) are worth to it, and as it believes to the other; -1 stays -1."""
        return appraised_offers(self.side.book, self._rows(self.no_deal), package)

    def _rows(self, least: Floats) -> Rows:
        """The question put to the search."""
        standing, other = self._standings[self.seat], self._standings[1 - self.seat]
        return Rows(
            own_type=self._state.type[:, self.seat],
            asking=self.awake,
            least=least,
            floor=standing.no_deal,
            need=standing.need,
            limited_need=standing.limited_need,
            belief=self.belief,
            committed=self._state.committed[:, self.seat],
            open_code=standing.open_code,
            open_value=standing.own_open_value,
            other_open_value=other.open_value,
        )

    # -- away from it -------------------------------------------------------------------------------------------------

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
        """The highest level of each measure, (M,)."""
        return self._game.top

    @cached_property
    def free(self) -> Flags:
        """Whether a measure may be changed: neither bound by a deal nor barred by a court, (R, M)."""
        return ~self._state.bound & (self._state.barred_until <= self._state.week)

    @property
    def our_rate(self) -> Floats:
        """What its own measures put on trade with the other, percent, (R,)."""
        return self._game.tables.rate[self.seat][self._state.code]

    @property
    def their_rate(self) -> Floats:
        """What the other's measures put on trade with it, percent, (R,)."""
        return self._game.tables.rate[1 - self.seat][self._state.code]

    def code_with(self, measure: int, level: Integers) -> Integers:
        """The code of the rates if a measure were set to a level (R,), (R,)."""
        state = self._state
        now = np.where(state.paused_until[:, measure] > state.week, 0, state.level[:, measure])
        return state.code + (level - now) * self._game.strides[measure]

    def rate_with(self, measure: int, level: Integers) -> Floats:
        """What its own measures would put on trade if one were set to a level (R,), percent, (R,)."""
        return self._game.tables.rate[self.seat][self.code_with(measure, level)]

    def gain_from(self, measure: int, level: Integers) -> Floats:
        """What it would gain if a measure were set to a level (R,) and stayed, (R,)."""
        code = self.code_with(measure, level)
        return worth_of_code(self._game, self._state, self.seat, code) - worth_of_code(
            self._game, self._state, self.seat, self._state.code
        )

    def harm_to_other(self, measure: int, level: Integers) -> Floats:
        """What it believes the other would lose if a measure were set to a level (R,) and stayed, (R,)."""
        table = self._game.sides[1 - self.seat].by_code
        code = self.code_with(measure, level)
        return ((table[self._state.code] - table[code]) * self.belief).sum(axis=-1)

    @property
    def stress(self) -> Floats:
        """How nervous markets are, (R,); 0 in calm times."""
        return self._state.stress

    @property
    def talking(self) -> Flags:
        """Whether talks are going on, (R,)."""
        return self._state.talks == 0

    @property
    def talks(self) -> Integers:
        """State of the talks, (R,): 0 talking, 1 suspended, 2 ended."""
        return self._state.talks

    @property
    def time_is_up(self) -> Flags:
        """Whether its private deadline has come, (R,)."""
        return self._state.week + 1 >= self._state.clock[:, self.seat]

    @property
    def weeks_since_hit(self) -> Integers:
        """Weeks since the other last put a new measure on it, (R,)."""
        return self._state.week - self._state.hit[:, self.seat]

    @property
    def calm(self) -> Integers:
        """Weeks since it last changed a measure, (R,)."""
        return self._state.calm[:, self.seat]

    @property
    def approval(self) -> Floats:
        """Its approval at home, share, (R,)."""
        return self._standings[self.seat].approval

    # -- threats ------------------------------------------------------------------------------------------------------

    @property
    def threatened(self) -> Integers:
        """The level threatened on each measure, -1 for none, (R, M)."""
        return self._state.threat_level

    @property
    def weeks_left(self) -> Integers:
        """Weeks until the threat on each measure is due, (R, M); meaningless where there is none."""
        return self._state.threat_due - self._state.week

    @property
    def postponed(self) -> Integers:
        """How often the threat on each measure has been put off, (R, M)."""
        return self._state.threat_postponed

    @property
    def weeks_since_threat(self) -> Integers:
        """Weeks since it last threatened, (R,)."""
        return self._state.week - self._state.last_threat[:, self.seat]

    @property
    def heeded(self) -> Flags:
        """Which threats against it are worth meeting, (R, M): belief x harm x assurance exceeds the demand's cost."""
        return self._standings[self.seat].heeded

    def stake(self, measure: int) -> Floats:
        """Belief x harm x assurance, less the demand's cost, of the threat standing on a measure, (R,)."""
        harm = believed_harm(self._game, self._state, self.seat, measure)
        return harm - demand_cost(self._game, self._state, self.seat, measure)

    def demanded(self, measure: int) -> tuple[Integers, Integers]:
        """The issue and the option that the threat on a measure demands, each (R,), -1 for none."""
        return self._state.threat_issue[:, measure], self._state.threat_option[:, measure]

    @property
    def settled(self) -> Integers:
        """The option of each issue that is in force, (R, I)."""
        return self._state.settled

    @property
    def demands(self) -> tuple[tuple[int, int], ...]:
        """Every (issue, option) that the other side could concede."""
        other = self._game.scenario.sides[1 - self.seat]
        return tuple(
            (place, option)
            for place, issue in enumerate(self._game.scenario.issues.values())
            if issue.conceded_by == other
            for option in range(1, len(issue.options))
        )

    def demand_worth(self, issue: int, option: int) -> tuple[Floats, Floats]:
        """What an option of an issue, instead of the one in force, is worth to it and, as it believes, to the other, (R,)."""
        now = self._state.settled[:, issue]
        ours = self.side.worth[issue]
        kinds = self._state.type[:, self.seat]
        theirs = np.ascontiguousarray(self._game.sides[1 - self.seat].worth[issue].T)
        gain = ours[kinds, option] - ours[kinds, now]
        return gain, ((theirs[option] - theirs[now]) * self.belief).sum(axis=-1)

    def shame(self, measure: int) -> Floats:
        """What dropping the threat of each level of a measure costs, points, (levels,): approval and reputation."""
        country = self.side.country
        lost = self._game.shame[measure]
        return country.payoff.approval.value * PERCENT * lost + country.conduct.reputation.value

    def commitments_against(self, issue: Integers, option: Integers) -> Integers:
        """The public commitments that would rule out going to an option of an issue, as a bitmask, (R,)."""
        scenario, mask = self._game.scenario, np.zeros(self.worlds, np.int64)
        for bit, commitment in enumerate(self.side.country.commitments.values()):
            place = list(scenario.issues).index(commitment.issue)
            most = list(scenario.issues[commitment.issue].options).index(commitment.most)
            mask = mask | np.where((issue == place) & (option > most), 1 << bit, 0)
        return mask

    @property
    def allies(self) -> int:
        """How many allies there are."""
        return self._state.stance.shape[1]

    # -- luck of one's own --------------------------------------------------------------------------------------------

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


def no_demand(worlds: int) -> Integers:
    """An array that demands nothing, (R,)."""
    return np.full(worlds, NONE, np.int64)
