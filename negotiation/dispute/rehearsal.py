"""Moves tried out before one is made: each in many imagined worlds, under the same fresh luck, played on."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.decision import Decision
from negotiation.dispute.game import Game
from negotiation.dispute.imagined import imagined, own_luck, week_of
from negotiation.dispute.luck import Luck, draw
from negotiation.dispute.moves import MoveLog
from negotiation.dispute.ordinary import ordinary_players
from negotiation.dispute.outcome import facts
from negotiation.dispute.part import joined, taken
from negotiation.dispute.players import DecidesForACountry, Players
from negotiation.dispute.purse import Purse
from negotiation.dispute.record import Record
from negotiation.dispute.response import economy_responds
from negotiation.dispute.standing import standings
from negotiation.dispute.state import State
from negotiation.dispute.table import take_turn
from negotiation.dispute.view import View
from negotiation.dispute.week import after_table, away_from_table, play_week
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
GovernmentsOf = Callable[[Scenario], Sequence[DecidesForACountry]]
PACKED_AT = 0.75  # share of worlds still open below which the ended ones are put aside


class Setting(NamedTuple):
    """How moves are tried out: at the table or away from it; how many copies of each world; for how many weeks after
    this one at most; governments: who plays them from then on; keys: (R,) whose luck, a number a world."""

    at_table: bool
    copies: int
    weeks: int
    governments: GovernmentsOf
    keys: Sequence[int]


class Try(NamedTuple):
    """A move to try out, in the worlds where that makes sense, (R,)."""

    decision: Decision
    where: NDArray[np.bool_]


class Outlook(NamedTuple):
    """What followed, by world, move and copy, where it was tried. value: (R, M, K) own points from now on, NaN
    elsewhere; outcome: (R, M, K) number of the headline, -1 elsewhere."""

    value: Floats
    outcome: Integers


def rehearse(view: View, moves: Sequence[Try], setting: Setting) -> Outlook:
    """Try out moves of a view's government in its worlds; the same luck for every move.

    The rest of this week's talks is left out: what is agreed is voted on, then both move away from the table.
    """
    game, shape = view._game, (len(moves), view.worlds * setting.copies)
    until = min(game.scenario.weeks, view.week + 1 + setting.weeks)
    luck = luck_of(game.scenario, setting.keys, setting.copies, until - view.week)
    rows = np.repeat(np.arange(view.worlds), setting.copies)
    first = imagined(view, rows, np.ascontiguousarray(luck.start[:, [0, 2]].astype(np.float64)))
    governments = list(setting.governments(game.scenario))
    where = [np.flatnonzero(move.where[rows]) for move in moves]
    occasion = _Occasion(view, first, rows, luck, governments, setting.at_table)
    begun = [_begun(occasion, copies, move.decision) for copies, move in zip(where, moves, strict=True)]
    course = Rehearsed(game, ordinary_players(game.scenario, governments), luck, view.seat, view.week)
    copies = np.concatenate(where)
    value, outcome = course.play_on(joined(begun), copies, until)
    tried = np.repeat(np.arange(len(moves)), [len(each) for each in where]), copies
    values, outcomes = np.full(shape, np.nan), np.full(shape, -1)
    values[tried], outcomes[tried] = value - first.once[copies, view.seat], outcome
    return Outlook(_by_world(values, view.worlds), _by_world(outcomes, view.worlds))


def _by_world(table: NDArray[Any], worlds: int) -> NDArray[Any]:
    """A table by move and copy of all worlds, (M, R x K), by world, move and copy, (R, M, K)."""
    return np.ascontiguousarray(table.reshape(len(table), worlds, -1).transpose(1, 0, 2))


def luck_of(scenario: Scenario, keys: Sequence[int], copies: int, weeks: int) -> Luck:
    """Fresh luck for copies of worlds: one generator a copy, key (the world's key, number of the copy)."""
    ahead = scenario.model_copy(update={"weeks": weeks})
    drawn = [draw(ahead, key, range(copies)) for key in keys]
    return Luck(*(np.concatenate(column) for column in zip(*(vars(each).values() for each in drawn), strict=True)))


def luck_key(*parts: object) -> int:
    """Half of a generator's key from whatever names an occasion: the first eight bytes of its SHA-256."""
    text = "rehearsal " + " ".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")


class Saying:
    """A government that does what it has been decided to do."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision

    def at_table(self, view: View) -> Decision:
        """The decision."""
        return self.decision

    def away(self, view: View) -> Decision:
        """The decision."""
        return self.decision


def decision_for(decision: Decision, rows: Integers) -> Decision:
    """The same decision in copies of its worlds."""
    entries = {field.name: getattr(decision, field.name) for field in fields(Decision)}
    copied = {name: entry.take(rows, axis=0) for name, entry in entries.items() if isinstance(entry, np.ndarray)}
    later = {name: decision_for(entry, rows) for name, entry in entries.items() if isinstance(entry, Decision)}
    return Decision(**{**entries, **copied, **later})


class _Occasion(NamedTuple):
    """When moves are tried out: who sees what, the imagined worlds and whose copies they are, and who plays."""

    view: View
    first: State
    rows: Integers
    luck: Luck
    governments: Sequence[DecidesForACountry]
    at_table: bool


def _begun(occasion: _Occasion, copies: Integers, decision: Decision) -> State:
    """Some of the imagined worlds at the end of this week, after one move."""
    view, game, rows = occasion.view, occasion.view._game, occasion.rows[copies]
    state, said, at_work = taken(occasion.first, copies), Saying(decision_for(decision, rows)), [*occasion.governments]
    if not occasion.at_table:
        at_work[view.seat] = said
    log, luck = MoveLog(0, copies, week=state.week), own_luck(view, week_of(occasion.luck, 0, copies), rows)
    course = Course(game, state, luck, ordinary_players(game.scenario, at_work), log)
    standing = standings(game, state)
    if occasion.at_table:
        speaking = Course(game, state, luck, Players([said, said], (), ()), log)
        agreed = take_turn(speaking, standing, view.seat, state.open & view.awake[rows])
        after_table(course, standing, agreed)
    else:
        away_from_table(course, standing)
    state.week += 1
    return state


class Unrecorded(Record):
    """No weekly record is kept of what is only imagined."""

    def __init__(self, worlds: int, weeks: int) -> None:
        self.codes = np.zeros((worlds, weeks), np.int64)

    def write(self, course: Course, standings: object, rows: Integers) -> None:
        """Nothing."""

    def repeat(self, game: Game, state: State, rows: Integers) -> None:
        """Nothing."""


class Rehearsed(NamedTuple):
    """Imagined worlds under way: who plays, under whose luck, who asks, and the week in which it asked."""

    game: Game
    players: Players
    luck: Luck
    seat: int
    asked: int

    def ahead(self, state: State) -> int:
        """How many weeks after the one in which it asked the last week lies that was played."""
        return state.week - 1 - self.asked

    def play_on(self, state: State, lucks: Integers, until: int) -> tuple[Floats, Integers]:
        """Play to a week and count. lucks: (N,) which luck each world has. Returns value and headline, (N,) each."""
        purse, worlds = Purse(self.game, self.seat), state.worlds
        value, outcome, places = np.zeros(worlds), np.zeros(worlds, np.int64), np.arange(worlds)
        unrecorded = Unrecorded(worlds, self.game.scenario.weeks)
        while state.week < until and places.size:
            if np.count_nonzero(state.open) <= PACKED_AT * places.size:
                ended = np.flatnonzero(~state.open)
                self._live_on(purse, taken(state, ended), until, (value, outcome, places[ended]))
                going_on = np.flatnonzero(state.open)
                state, places = taken(state, going_on), places[going_on]
                continue
            seen = week_of(self.luck, state.week - self.asked, lucks[places])
            play_week(Course(self.game, state, seen, self.players, MoveLog(0, places)), unrecorded, places)
            value[places] += purse.flow(state, self.ahead(state))
        self._close(purse, state, (value, outcome, places))
        return value, outcome

    def _live_on(self, purse: Purse, state: State, until: int, books: tuple[Floats, Integers, Integers]) -> None:
        """The weeks left to worlds that have ended: the economy goes on."""
        value, _, places = books
        while state.week < until:
            economy_responds(self.game, state)
            state.week += 1
            value[places] += purse.flow(state, self.ahead(state))
        self._close(purse, state, books)

    def _close(self, purse: Purse, state: State, books: tuple[Floats, Integers, Integers]) -> None:
        """Close the books of worlds that are not played further."""
        value, outcome, places = books
        value[places] += purse.lasting(state, self.ahead(state)) + state.once[:, self.seat]
        outcome[places] = facts(self.game, state).outcome.codes
