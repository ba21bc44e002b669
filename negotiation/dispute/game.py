"""A dispute made ready to play: tables, packages and books, computed once from the scenario."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.dominance import distinct_frontier
from negotiation.bargaining.reference_points import kalai_smorodinsky_point, nash_point
from negotiation.dispute.adaptation import Gap
from negotiation.dispute.ally_rates import deals_have_content, levels_by_stance
from negotiation.dispute.at_home import AtHome, at_home
from negotiation.dispute.audiences import dropping_blame, dropping_cost
from negotiation.dispute.bases import Bases, bases_of
from negotiation.dispute.economies import economy_of, short_run_economy
from negotiation.dispute.economy_tables import Tables
from negotiation.dispute.lattice import rate_grid, stage_strides
from negotiation.dispute.needs import worth_when_signed
from negotiation.dispute.observed import ObservedEconomy, observed_economy
from negotiation.dispute.packages import Packages
from negotiation.dispute.shared import laid_out, packages_of
from negotiation.dispute.sides import Side, both_sides
from negotiation.dispute.solved import solution
from negotiation.dispute.valuation import values_by_code, worths_by_option
from negotiation.dispute.worth import weights
from negotiation.economy import REGIONS, EquilibriumTable
from negotiation.politics.coalition import STANCES
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Game:
    """Everything about a dispute that does not change while it is played; sides in alphabetical order of their ids.

    gap: what differs before trade has adapted; None where only the long run is known.
    """

    scenario: Scenario
    tables: Tables
    packages: Packages
    sides: tuple[Side, Side]
    gap: Gap | None = None
    observed: ObservedEconomy | None = None

    @cached_property
    def strides(self) -> Integers:
        """What a level of each measure adds to the code of rates, (M,)."""
        return np.asarray(self.tables.grid.strides, np.int64)[: len(self.scenario.measures)].copy()

    @cached_property
    def stage_strides(self) -> Integers:
        """What a stage of claims of each measure adds to the code of rates, (M,)."""
        return stage_strides(self.scenario, self.tables.grid)

    @cached_property
    def claims_grow(self) -> bool:
        """Whether the exempt share of any measure grows."""
        return any(measure.claims for measure in self.scenario.measures.values())

    @cached_property
    def ally_strides(self) -> Integers:
        """What an ally that has joined adds to the code of rates, (A,)."""
        return np.asarray(self.tables.grid.strides, np.int64)[len(self.scenario.measures) :].copy()

    @cached_property
    def stance_codes(self) -> Integers:
        """What each of STANCES of each ally adds to the code of rates, (A, 5)."""
        levels = [levels_by_stance(ally) for ally in self.scenario.allies.values()]
        return np.array(levels, np.int64).reshape(-1, len(STANCES)) * self.ally_strides[:, None]

    @cached_property
    def deals_have_content(self) -> bool:
        """Whether any ally's separate deal changes rates."""
        return deals_have_content(self.scenario)

    @cached_property
    def top(self) -> Integers:
        """The highest level of each measure, (M,)."""
        return np.array([len(measure.levels) - 1 for measure in self.scenario.measures.values()])

    @cached_property
    def imposer(self) -> Integers:
        """Which side imposes each measure, (M,)."""
        return np.array([self.scenario.sides.index(measure.imposer) for measure in self.scenario.measures.values()])

    @cached_property
    def basis(self) -> Integers:
        """The legal basis of each measure, (M,)."""
        return np.array([list(self.scenario.bases).index(m.basis) for m in self.scenario.measures.values()])

    @cached_property
    def bases(self) -> Bases:
        """What the legal bases allow, by number."""
        return bases_of(self.scenario)

    @cached_property
    def rates(self) -> Floats:
        """The statutory rate of each level, percent, (M, levels); padded with the highest."""
        deepest = int(self.top.max()) + 1
        return np.array([
            [measure.levels[min(step, len(measure.levels) - 1)].rate for step in range(deepest)]
            for measure in self.scenario.measures.values()
        ])  # fmt: skip

    @cached_property
    def fixed_strides(self) -> tuple[Integers, ...]:
        """The strides of the measures that each limited deal fixes, 0 for the others, by deal (M,)."""
        first = [int(np.argmax(self.packages.group == group)) for group in range(len(self.scenario.limited))]
        return tuple(np.where(self.packages.fixes[place], self.strides, 0) for place in first)

    def measures_of(self, seat: int) -> tuple[int, ...]:
        """The measures that a government sets, by number, in the file's order; those of its provinces apart."""
        return self._measures[seat]

    @cached_property
    def _measures(self) -> tuple[tuple[int, ...], ...]:
        """The measures that each government sets."""
        own = ~self.at_home.provincial
        return tuple(tuple(int(m) for m in np.flatnonzero((self.imposer == seat) & own)) for seat in (0, 1))

    @cached_property
    def shame(self) -> tuple[Floats, ...]:
        """Approval its imposer loses by dropping a threat of each level of a measure, share, by measure (levels,)."""
        sides = [self.sides[seat] for seat in self.imposer]
        return tuple(dropping_cost(side, self.tables, self._alone(m)) for m, side in enumerate(sides))

    @cached_property
    def blame(self) -> tuple[Floats, ...]:
        """The same by constituency, each by its own view of the measure, by measure (levels, C)."""
        sides = [self.sides[seat] for seat in self.imposer]
        return tuple(dropping_blame(side, self.tables, self._alone(m)) for m, side in enumerate(sides))

    def _alone(self, m: int) -> Integers:
        """The code of each level of a measure with nothing else in force, (levels,)."""
        codes: Integers = np.arange(self.top[m] + 1) * self.strides[m]
        return codes

    @cached_property
    def at_home(self) -> AtHome:
        """Provinces and their vetoes, options that need an ally, how long votes take."""
        return at_home(self.scenario, self.packages, self.sides)

    @cached_property
    def option_strides(self) -> Integers:
        """What an option of each issue adds to the number of a combination of options, (I,)."""
        counts = [len(issue.options) for issue in self.scenario.issues.values()]
        return np.array([int(np.prod(counts[place + 1 :])) for place in range(len(counts))])

    @cached_property
    def first(self) -> int:
        """Who speaks first in even weeks."""
        return self.scenario.sides.index(self.scenario.talks.first)

    @cached_property
    def mean_weights(self) -> tuple[Floats, Floats]:
        """The weight of each payoff term at the prior's mean, points per unit, by side (J,)."""
        first, second = (
            (np.ascontiguousarray(weights(self.scenario, side.key).T) * side.prior).sum(axis=-1) for side in self.sides
        )
        return first, second

    @cached_property
    def start_value(self) -> tuple[float, float]:
        """What no deal is worth at the start, threats aside, at the prior's mean weights, points, by side."""
        start, scenario = self.scenario.start, self.scenario
        code = sum(level * int(self.strides[list(scenario.measures).index(key)]) for key, level in start.levels.items())
        values = []
        for side in self.sides:
            value = float(side.mean_value[code])
            for place, (key, issue) in enumerate(scenario.issues.items()):
                option = list(issue.options).index(start.settled[key]) if key in start.settled else 0
                value += float(side.mean_worth[place][option])
            values.append(value)
        return values[0], values[1]

    @cached_property
    def gains(self) -> tuple[Floats, Floats]:
        """What each package gives over the start's no-deal value at the prior's mean weights, points, by side (P,).

        A limited package counts at otherwise free trade.
        """
        first, second = (
            (np.ascontiguousarray(side.package_worth.T) * side.prior).sum(axis=-1) - self.start_value[seat]
            for seat, side in enumerate(self.sides)
        )
        return first, second

    @cached_property
    def points(self) -> Floats:
        """The comprehensive packages' gains, (P, 2)."""
        return np.stack([gain[: self.packages.whole] for gain in self.gains], axis=-1)

    @cached_property
    def frontier(self) -> Floats:
        """The distinct efficient gains, (F, 2), by the first side's gain."""
        efficient = self.points[distinct_frontier(self.points)]
        return efficient[np.argsort(efficient[:, 0], kind="stable")]

    @cached_property
    def nash(self) -> Floats | None:
        """The gains at the Nash point over the start's no-deal value, (2,); None where nobody can gain."""
        place = nash_point(self.points, np.zeros(2))
        return self.points[place] if place >= 0 else None

    def reference(self) -> dict[str, object]:
        """The frontier and the reference points as plain lists, points over the start's no-deal value, by side."""
        kalai = kalai_smorodinsky_point(self.points, np.zeros(2))
        return {
            "unit": "points",
            "sides": list(self.scenario.sides),
            "frontier": self.frontier.tolist(),
            "nash": None if self.nash is None else self.nash.tolist(),
            "kalai_smorodinsky": self.points[kalai].tolist() if kalai >= 0 else None,
            "no_deal": [0.0, 0.0],
            "packages": self.points.tolist(),
        }


def build_game(scenario: Scenario, workers: int = 1, progress: Progress | None = None) -> Game:
    """Make a scenario ready to play; solves the trade model for every combination of rates unless it is cached."""
    focus = tuple(REGIONS.index(scenario.countries[side].region) for side in scenario.sides)
    economy = economy_of(scenario)
    grid = rate_grid(scenario)
    solved = solution(economy, grid, focus, workers, progress)
    early = short_run_economy(scenario, economy)
    short = solution(early, grid, focus, workers, progress) if early else None
    return replace(game_of(scenario, solved, short), observed=observed_economy(scenario, economy, focus))


def game_of(scenario: Scenario, solved: EquilibriumTable, short: EquilibriumTable | None = None) -> Game:
    """A scenario ready to play on equilibria already solved. short: before trade has adapted, if that differs."""
    laid, gap = laid_out(scenario, solved, short)
    both, worth = values_by_code(scenario, laid, gap), worths_by_option(scenario)
    signed = (worth_when_signed(scenario, worth[0]), worth_when_signed(scenario, worth[1]))
    packages = packages_of(scenario, laid, both, signed)
    return Game(scenario, laid, packages, both_sides(scenario, laid, packages, both, worth), gap)
