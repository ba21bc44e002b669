"""Every strategy of one government against every strategy of the other, all under the same luck.

A tournament is a study whose two levers are the governments' strategies: it is played, stored and gone on with as one.
A strategy is a tactic and a doctrine; their parameters are the scenario's, except that a tactic which is not the
scenario's own for that side has its own exponent, not the one stated for another tactic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from negotiation.analysis.games import Bimatrix
from negotiation.scenario import Scenario
from negotiation.scenario.errors import unknown
from negotiation.strategies.registry import DOCTRINES, TACTICS, own_exponent
from negotiation.study.errors import StudyError
from negotiation.study.field import StudyResults
from negotiation.study.field.work import POINT, WORLD
from negotiation.study.plan import Study, stated

Floats = NDArray[np.float64]
PLUS = "+"
OTHERS = (
    "boulware+proportional", "conceder+none", "tit_for_tat+proportional", "hardliner+grim", "principled+calculated",
)  # fmt: skip
SHARES = ("deal", "trade_war")


@dataclass(frozen=True)
class Tournament:
    """sides: who chooses rows, who columns; strategies: of both; first, second: payoffs by world and pair, (R, n, n),
    points; deal, trade_war: whether a world ends so, (R, n, n).
    """

    scenario: Scenario
    seed: int
    sides: tuple[str, str]
    strategies: tuple[str, ...]
    first: Floats
    second: Floats
    deal: NDArray[np.bool_]
    trade_war: NDArray[np.bool_]

    @property
    def worlds(self) -> int:
        """How many worlds every cell has."""
        return len(self.first)

    @property
    def game(self) -> Bimatrix:
        """The mean payoffs as a game."""
        return Bimatrix(self.first.mean(axis=0), self.second.mean(axis=0))


def tournament_study(scenario: Scenario, strategies: Sequence[str], worlds: int, seed: int) -> Study:
    """The study that plays it. Raises StudyError for a strategy there is not."""
    check_installed()
    names = tuple(strategies) or usual_strategies(scenario)
    check_strategies(names)
    outcomes: dict[str, dict[str, object]] = {
        f"payoff_{side}": {"column": f"payoff_{side}"} for side in scenario.countries
    }
    outcomes["deal"] = {"column": "outcome", "is": "comprehensive deal"}
    outcomes["trade_war"] = {"column": "outcome", "is": "trade war"}
    levers = {side: {"choices": {each: setting(scenario, side, each) for each in names}} for side in scenario.countries}
    told = {
        "name": f"tournament-{scenario.name}".lower()[:80],
        "title": f"Tournament of strategies: {scenario.title}",
        "question": "What is every strategy worth against every other?",
        "scenario": scenario, "worlds": worlds, "seed": seed, "levers": levers, "outcomes": outcomes,
    }  # fmt: skip
    return stated(told, "tournament")


def usual_strategies(scenario: Scenario) -> tuple[str, ...]:
    """The two governments' own, and some that differ from them."""
    return tuple(dict.fromkeys([*(own_strategy(scenario, side) for side in scenario.countries), *OTHERS]))


def own_strategy(scenario: Scenario, side: str) -> str:
    """What a scenario states for a side."""
    given = scenario.countries[side].strategy
    return f"{given.tactic}{PLUS}{given.doctrine}"


def setting(scenario: Scenario, side: str, strategy: str) -> dict[str, object]:
    """What a strategy changes in a scenario: path -> value."""
    tactic, doctrine = strategy.split(PLUS)
    way, given = f"countries.{side}.strategy", scenario.countries[side].strategy
    found: dict[str, object] = {f"{way}.tactic": tactic, f"{way}.doctrine": doctrine}
    if tactic != given.tactic:
        exponent = {"value": own_exponent(tactic), "unit": "Faratin's beta", "source": "the tactic's own"}
        found[f"{way}.exponent"] = exponent
    return found


def check_strategies(names: Sequence[str]) -> None:
    """Refuse what is no strategy. Raises StudyError naming the nearest."""
    if len(names) < 2 or len(set(names)) < len(names):
        raise StudyError(f"--strategies: must be two or more different ones, got {', '.join(names)}")
    for name in names:
        tactic, plus, doctrine = name.partition(PLUS)
        if not (tactic and plus and doctrine):
            raise StudyError(f"--strategies: must be TACTIC+DOCTRINE, as boulware+proportional; got '{name}'")
        for kind, word, known in (("tactic", tactic, TACTICS), ("doctrine", doctrine, DOCTRINES)):
            if word not in known:
                raise StudyError(f"--strategies: {unknown(kind, word, known)}; got '{name}'")


def check_installed() -> None:
    """Refuse before anything is played. Raises StudyError."""
    if find_spec("nashpy") is None:
        raise StudyError("tournament: Nashpy is not installed; pip install 'negotiation[games]'")


def tournament_of(results: StudyResults) -> Tournament:
    """The payoffs of a tournament that was played. Raises StudyError where a cell is missing."""
    study, scenario = results.study, results.study.beneath
    first, second = scenario.countries
    names = tuple(str(each) for each in study.levers[first].settings)
    faults = [*results.points.loc[results.points["error"] != "", "error"], *results.failures["error"]]
    if faults:
        raise StudyError(f"tournament: a pair of strategies could not be played: {faults[0]}")
    ordered = results.worlds.sort_values([WORLD, POINT])
    shape = (-1, len(names), len(names))
    payoffs = [ordered[f"payoff_{side}"].to_numpy(np.float64).reshape(shape) for side in (first, second)]
    deal, war = (ordered[name].to_numpy(np.bool_).reshape(shape) for name in SHARES)
    return Tournament(scenario, study.seed, (first, second), names, payoffs[0], payoffs[1], deal, war)
