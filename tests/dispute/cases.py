"""Moments of a dispute laid out by hand: the teaching case with entries changed, its states, and luck that is even."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields, replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.game import Game, economy_of, game_of
from negotiation.dispute.lattice import rate_grid
from negotiation.dispute.luck import Luck, WeekLuck, channels
from negotiation.dispute.moves import MoveLog, Moves, told
from negotiation.dispute.players import Players
from negotiation.dispute.standing import standings
from negotiation.dispute.start import codes_in_force, opening_state
from negotiation.dispute.state import State
from negotiation.dispute.view import View
from negotiation.economy import REGIONS, TradeModel, cache_directory, solve_grid
from tests.laws.cases import changed

TEACHING = "teaching-first-numbers"
CA, US = 0, 1  # the engine's order
US_GENERAL, CA_CONSUMER = 0, 1
TARIFF, COUNTER, DAIRY, BORDER, USMCA = range(5)
QUIET = {"start.levels": {}}
LADDER = QUIET | {"measures.us_general.levels": [
    {"name": "none", "rate": 0}, {"name": "10 %", "rate": 10}, {"name": "25 %", "rate": 25},
    {"name": "35 %", "rate": 35}, {"name": "50 %", "rate": 50},
]}  # fmt: skip
ALLY = {
    **{key: {"value": 0.1, "unit": "1", "source": "assumption"} for key in (
        "leaning", "welfare", "solidarity", "company", "request", "lean_noise", "lean_keeping", "settles", "mediates")},
    "name": "Mexico", "regions": ["MEX"], "friend": "ca", "rate": 5.0, "sectors": ["AUTOS"],
}  # fmt: skip


def points(value: float) -> dict[str, Any]:
    """A quantity of points a year."""
    return {"value": value, "unit": "points a year", "source": "assumption: a test's case"}


VOW = {"countries.ca.commitments": {
    "dairy": {"issue": "dairy", "most": "slice", "cost": points(0.2), "words": "no opening of dairy"},
}}  # fmt: skip


def game_with(changes: dict[str, Any] | None = None) -> Game:
    """The teaching case with some entries changed, ready to play; made once."""
    return _made(_Frozen(changes or {}))


class _Frozen:
    """Changes that can be looked up."""

    def __init__(self, changes: dict[str, Any]) -> None:
        self.changes = changes

    def __hash__(self) -> int:
        return hash(repr(self.changes))

    def __eq__(self, other: object) -> bool:
        return repr(self) == repr(other)

    def __repr__(self) -> str:
        return repr(self.changes)


@cache
def _made(changes: _Frozen) -> Game:
    scenario = changed(TEACHING, deepcopy(changes.changes))
    focus = tuple(REGIONS.index(scenario.countries[side].region) for side in scenario.sides)
    return game_of(scenario, solve_grid(_economy(), rate_grid(scenario), focus, cache_directory()))


@cache
def _economy() -> TradeModel:
    """The trade model, calibrated once for all cases."""
    return economy_of(changed(TEACHING, {}))


def even_luck(game: Game, worlds: int) -> Luck:
    """Every even draw one half, every normal draw nought."""
    middle, shapes = {"even": 0.5, "normal": 0.0}, channels(game.scenario)
    return Luck(**{name: np.full((worlds, *shape), middle[kind], np.float32) for name, (kind, shape) in shapes.items()})


def week_luck(game: Game, worlds: int, **columns: dict[int, Any]) -> WeekLuck:
    """One week's even luck but for some draws: channel -> {its row: draws}."""
    luck = even_luck(game, worlds).in_week(0).of(np.arange(worlds))
    for name, rows in columns.items():
        for row, draws in rows.items():
            getattr(luck, name)[:, row] = draws
    return luck


def state_of(game: Game, worlds: int = 1, **columns: Any) -> State:
    """The first morning, some columns replaced; the code of rates follows from the levels."""
    state = opening_state(game, even_luck(game, worlds))
    for name, entries in columns.items():
        old = getattr(state, name)
        fresh = entries if name == "week" else np.broadcast_to(np.asarray(entries, old.dtype), old.shape).copy()
        setattr(state, name, fresh)
    state.code = codes_in_force(game, state)
    return state


def view_of(game: Game, state: State, seat: int, luck: WeekLuck | None = None) -> View:
    """What a government sees of a state."""
    luck = luck or week_luck(game, len(state.open))
    return View(game, state, luck, standings(game, state), seat, state.open)


def course_of(game: Game, state: State, luck: WeekLuck | None = None, players: Players | None = None) -> Course:
    """A week under way, every world's moves logged."""
    worlds = len(state.open)
    log = MoveLog(worlds, np.arange(worlds), week=state.week)
    return Course(game, state, luck or week_luck(game, worlds), players or Players([], [], []), log)


def rows_of(part: Any, rows: list[int]) -> Any:
    """Some worlds of a state or of a week's luck."""
    if isinstance(part, State):
        return replace(part, **{field.name: rows_of(getattr(part, field.name), rows) for field in fields(State)})
    if isinstance(part, WeekLuck):
        return part.of(np.asarray(rows))
    if isinstance(part, list):
        return [column[rows] for column in part]
    return part[rows].copy() if isinstance(part, np.ndarray) else part


def story(course: Course) -> list[tuple[int, str, str, str, str, float, str]]:
    """The moves noted so far: world, government, kind, what, value, amount, reason; NaN amounts as -1."""
    moves: Moves = told(course.game, course.log, 0)
    said: list[Callable[[int], str]] = [
        lambda i, column=column: column.labels[column.codes[i]]
        for column in (moves.government, moves.kind, moves.what, moves.value, moves.reason)
    ]
    return [
        (int(world), *(word(i) for word in said[:4]), float(np.nan_to_num(moves.amount[i], nan=-1.0)), said[4](i))
        for i, world in enumerate(moves.world)
    ]


def place_of(game: Game, options: list[int]) -> int:
    """The number of the package with these options, -1 for an issue left open."""
    (found,) = np.flatnonzero((game.packages.options == np.array(options)).all(axis=-1))
    return int(found)


def worth_by_hand(game: Game, state: State, world: int, seat: int, package: int) -> float:
    """What a package is worth to a government in one world: its rates, its options, less promises broken."""
    side, packages, kind = game.sides[seat], game.packages, state.type[world, seat]
    levels = np.where(packages.fixes[package], packages.levels[package], state.level[world])
    options = np.where(packages.options[package] >= 0, packages.options[package], state.settled[world])
    total = side.present_value[kind, int((levels * game.strides).sum())]
    for issue, option in enumerate(options):
        total += side.worth[issue][kind, option]
    issues = list(game.scenario.issues)
    for bit, vow in enumerate(side.country.commitments.values()):
        given = packages.options[package][issues.index(vow.issue)]
        most = list(game.scenario.issues[vow.issue].options).index(vow.most)
        if state.committed[world, seat] >> bit & 1 and given > most:
            total -= vow.cost.value
    return float(total)


def floats(*numbers: float) -> NDArray[np.float64]:
    """Numbers as an array."""
    return np.array(numbers, np.float64)
