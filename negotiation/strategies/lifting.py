"""Strategies written for one world in plain Python, lifted to many worlds by a loop around the function.

To add a tactic, answer what a package must be worth to you now, in points; the offer that leaves you that and pleases
the other side most is found for you, and a standing offer worth as much is accepted:

    @lifted_tactic
    def boulware(world):
        share = 1.0 - np.power(world.elapsed, 1.0 / 0.3)
        return world.no_deal + max(world.peak - world.no_deal, 0.0) * share

To add a doctrine, answer this week's moves; what you leave out is done as every government does it (`custom`):

    @lifted_doctrine
    def eye_for_an_eye(world):
        provoked = world.their_rate > world.our_rate
        return Away(levels={measure: world.top[measure] for measure in world.own_measures if provoked})

Either gets its line in the registry, `"boulware": lambda given: boulware`, or is given to a government as it is. It
costs some hundred microseconds a world and week: for thousands of worlds write it for arrays.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType, MethodType
from typing import Any, NamedTuple

import numpy as np

from negotiation.dispute.decision import LEAVE, Decision
from negotiation.dispute.easing_seen import EasingSeen
from negotiation.dispute.prospects import Prospects
from negotiation.dispute.reasons import Reason
from negotiation.dispute.threats_seen import ThreatsSeen
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.custom import customary
from negotiation.strategies.tactics.aspiration import bargain_for

Columns = dict[str, Any]  # of a Decision, by name
NO_ENTRIES: Mapping[int, int] = MappingProxyType({})
BY_MEASURE_OR_LEVEL = ("top", "shame", "outcry", "vetoed", "price_of_raising")  # rows that all worlds share


class AtTable(NamedTuple):
    """One world's answer at the table: accept the standing offer, or offer a package by number (-1 to hold).

    least: points, what a package must be worth now, for the record.
    """

    accept: bool = False
    package: int = LEAVE
    least: float = np.nan
    reason: Reason = Reason.SCRIPT


class Threat(NamedTuple):
    """A threat: a measure by number, its level, weeks of notice, and the issue and option demanded (-1 for none)."""

    measure: int
    level: int
    notice: int
    issue: int = LEAVE
    option: int = LEAVE


class Away(NamedTuple):
    """One world's moves away from the table: measure -> level, a threat, a concession (issue, option)."""

    levels: Mapping[int, int] = NO_ENTRIES
    threat: Threat | None = None
    concession: tuple[int, int] | None = None
    reason: Reason = Reason.SCRIPT


class OneWorld:
    """What a government sees of one world: the names of a View, in plain Python.

    A number where the View has one a world (no_deal, peak, elapsed, offered_worth, week, our_rate, their_rate, calm,
    initiative, ...), a tuple where it has a row (level, settled, top, ...); its `threats`, `prospects` and methods too:
    world.threats.weeks_left(measure), world.prospects.gain_from(measure, level), world.accommodating(least).package.
    """

    def __init__(self, seen: View | ThreatsSeen | Prospects | EasingSeen) -> None:
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{name}: not for deciding by")
        found = getattr(self._seen, name)
        if name not in BY_MEASURE_OR_LEVEL:
            return _plain(found)
        return tuple(found.tolist()) if isinstance(found, np.ndarray) else lambda *given: tuple(found(*given).tolist())


def _plain(found: Any) -> Any:
    """What a View of one world says, as plain Python."""
    if isinstance(found, np.ndarray):
        here = found[0].tolist()
        return tuple(here) if isinstance(here, list) else here
    if isinstance(found, tuple):
        entries = [_plain(entry) for entry in found]
        return type(found)(*entries) if hasattr(found, "_fields") else tuple(entries)
    if isinstance(found, MethodType):
        return lambda *given: _plain(found(*given))
    return OneWorld(found) if isinstance(found, ThreatsSeen | Prospects | EasingSeen) else found


def _awake(view: View) -> Iterator[tuple[int, OneWorld]]:
    """The worlds that ask for a decision, with their places."""
    for row in np.flatnonzero(view.awake):
        yield int(row), OneWorld(view.of(np.array([row])))


@dataclass(frozen=True)
class LiftedTactic:
    """A tactic that asks a function in every world: what a package must be worth now, points, or an AtTable."""

    function: Callable[[OneWorld], float | AtTable]

    def at_table(self, view: View) -> Decision:
        """Bargain for what the function asks, or do as it answers."""
        answers = {row: self.function(world) for row, world in _awake(view)}
        least = view.no_deal.copy()
        for row, answer in answers.items():
            least[row] = least[row] if isinstance(answer, AtTable) else answer
        decision = bargain_for(view, least, Reason.SCRIPT)
        for row, answer in answers.items():
            if isinstance(answer, AtTable):
                _answer(decision, row, answer)
        return decision


def _answer(decision: Decision, row: int, answer: AtTable) -> None:
    """Put one world's own answer into a decision, in place."""
    columns = (decision.accept, decision.package, decision.least, decision.table_reason)
    for column, entry in zip(columns, answer, strict=True):
        if column is not None:
            column[row] = entry


@dataclass(frozen=True)
class LiftedDoctrine:
    """A doctrine that asks a function for the week's moves in every world."""

    function: Callable[[OneWorld], Away]

    def away(self, view: View) -> Decision:
        """Do as the function answers, and what it leaves out as every government does."""
        decision = customary(view)
        columns = _no_moves(view)
        if decision.concede_issue is not None and decision.concede_option is not None:
            columns |= {"concede_issue": decision.concede_issue, "concede_option": decision.concede_option}
        for row, world in _awake(view):
            _move(columns, row, self.function(world))
        return replace(decision, **columns)


def _no_moves(view: View) -> Columns:
    """The columns of a Decision that a function answers, with no move in them."""
    by_measure, by_world = np.full(view.level.shape, LEAVE, np.int64), np.full(view.worlds, LEAVE, np.int64)
    columns = {name: by_measure.copy() for name in ("level", "threat")} | {"level_reason": np.zeros_like(by_measure)}
    once = ("notice", "demand_issue", "demand_option", "concede_issue", "concede_option")
    return columns | {name: by_world.copy() for name in once}


def _move(columns: Columns, row: int, moves: Away) -> None:
    """Put one world's moves into the columns, in place."""
    for measure, level in moves.levels.items():
        columns["level"][row, measure], columns["level_reason"][row, measure] = level, moves.reason
    if moves.threat is not None:
        columns["threat"][row, moves.threat.measure] = moves.threat.level
        columns["notice"][row] = moves.threat.notice
        columns["demand_issue"][row], columns["demand_option"][row] = moves.threat.issue, moves.threat.option
    if moves.concession is not None:
        columns["concede_issue"][row], columns["concede_option"][row] = moves.concession


def lifted_tactic(function: Callable[[OneWorld], float | AtTable]) -> LiftedTactic:
    """A tactic from a function of one world; use it as a decorator."""
    return LiftedTactic(function)


def lifted_doctrine(function: Callable[[OneWorld], Away]) -> LiftedDoctrine:
    """A doctrine from a function of one world; use it as a decorator."""
    return LiftedDoctrine(function)
