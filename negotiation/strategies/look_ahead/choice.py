"""A tactic and a doctrine that try their moves out first. They see a View; what they imagine is drawn from it alone.

Source: rollouts of a base policy, Tesauro & Galperin (1996); Bertsekas, Tsitsiklis & Wu (1997).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import DROP, LEAVE, Decision
from negotiation.dispute.players import DecidesForACountry
from negotiation.dispute.reasons import Reason
from negotiation.dispute.rehearsal import Setting, Try, luck_key, rehearse
from negotiation.dispute.view import View
from negotiation.scenario.schema import Scenario
from negotiation.strategies.look_ahead.menu import Option, moves_at_table, short_list
from negotiation.strategies.protocol import Doctrine, Tactic

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Ordinary = Callable[[Scenario, str], tuple[Tactic, Doctrine]]

COPIES = 16  # imagined worlds a move; assumption: the cost grows with it, the error falls with its root
WEEKS = 13  # weeks played on before what is in force is taken to last; assumption: a quarter
EVERY = 4  # weeks between looks when nothing presses; assumption: a month
SURE = 1.0  # standard errors by which a move must beat what the base would do; assumption
AT_ONCE = 64  # worlds tried out together: few enough for memory
NEUTRAL = {name: 0 for name in ("notice", "pause", "commit", "talks", "talks_weeks", "level_reason", "table_reason")}
NEUTRAL |= {
    "execute": DROP,
    "execute_reason": int(Reason.TOO_COSTLY),
    "talks_reason": int(Reason.NONE),
}  # what becomes of a threat left unanswered


@dataclass(frozen=True)
class Conduct:
    """A tactic and a doctrine as a government."""

    tactic: Tactic
    doctrine: Doctrine

    def at_table(self, view: View) -> Decision:
        """As the tactic."""
        return self.tactic.at_table(view)

    def away(self, view: View) -> Decision:
        """As the doctrine."""
        return self.doctrine.away(view)


@dataclass(frozen=True)
class LookAheadTactic:
    """At the table: as its base, unless accepting, holding or another offer promises more.

    It looks when an offer worth signing lies on the table, and every four weeks. ordinary: how each government plays
    in what is imagined.
    """

    base: Tactic
    ordinary: Ordinary

    def at_table(self, view: View) -> Decision:
        """Accept, offer or hold."""
        usual = self.base.at_table(view)
        worth_signing = (view.offered_worth >= view.no_deal) & (view.offered_support >= 0.0)
        looks = view.awake & (worth_signing | (view.week % EVERY == 0))

        def governments(scenario: Scenario) -> list[DecidesForACountry]:
            return _governments(scenario, self.ordinary, view.seat, tactic=self.base)

        def menu(part: View) -> list[Option]:
            return [Option("as its tactic has it", self.base.at_table(part), part.awake), *moves_at_table(part)]

        return _looked(view, usual, looks, _Manner(True, menu, governments))


@dataclass(frozen=True)
class LookAheadDoctrine:
    """Away from the table: as its base, unless waiting, a threat, a step, a concession or an answer promises more.

    It looks when a threat falls due or it has just been hit, and every four weeks.
    """

    base: Doctrine
    ordinary: Ordinary

    def away(self, view: View) -> Decision:
        """This week's moves."""
        usual = self.base.away(view)
        pressed = view.weeks_since_hit == 1
        for m in (*view.own_measures, *view.their_measures):
            pressed = pressed | ((view.threats.level[:, m] >= 0) & (view.threats.weeks_left(m) <= 1))
        looks = view.awake & (pressed | (view.week % EVERY == 0))

        def governments(scenario: Scenario) -> list[DecidesForACountry]:
            return _governments(scenario, self.ordinary, view.seat, doctrine=self.base)

        def menu(part: View) -> list[Option]:
            everywhere = np.ones(part.worlds, np.bool_)
            return [Option("as its doctrine has it", self.base.away(part), everywhere), *short_list(part)]

        return _looked(view, usual, looks, _Manner(False, menu, governments))


@dataclass(frozen=True)
class _Manner:
    """Where one looks ahead, among which moves (the base's first), and who plays on."""

    at_table: bool
    menu: Callable[[View], list[Option]]
    governments: Callable[[Scenario], Sequence[DecidesForACountry]]


def _governments(
    scenario: Scenario, ordinary: Ordinary, seat: int, tactic: Tactic | None = None, doctrine: Doctrine | None = None
) -> list[DecidesForACountry]:
    """Both governments as they usually play, one's own with its base."""
    kinds = [ordinary(scenario, side) for side in scenario.sides]
    own_tactic, own_doctrine = kinds[seat]
    kinds[seat] = (tactic or own_tactic, doctrine or own_doctrine)
    return [Conduct(*kind) for kind in kinds]


def _looked(view: View, usual: Decision, looks: NDArray[np.bool_], manner: _Manner) -> Decision:
    """The usual decision, with the best move in its place where one looks and finds a better one."""
    decision = usual
    for rows in _parts(np.flatnonzero(looks)):
        part = view.of(rows)
        usual_move, *others = manner.menu(part)
        options = [usual_move, *(option for option in others if option.open.any())]
        decision = merged(decision, rows, [option.decision for option in options], _best(part, options, manner))
    return decision


def _parts(rows: Integers) -> list[Integers]:
    """The rows in parts small enough."""
    return [rows[first : first + AT_ONCE] for first in range(0, len(rows), AT_ONCE)]


def _best(view: View, options: Sequence[Option], manner: _Manner) -> Integers:
    """Which option promises most, (R,): the first unless another beats it by more than chance would."""
    setting = Setting(manner.at_table, COPIES, WEEKS, manner.governments, occasions(view, manner.at_table))
    usual, *others = options
    different = [option.open & ~alike(option.decision, usual.decision, view.worlds) for option in others]
    where = np.stack([np.stack([usual.open, *different]).any(axis=0), *different])
    moves = [Try(option.decision, place) for option, place in zip(options, where, strict=True)]
    value = rehearse(view, moves, setting).value
    gain = value - value[:, :1]
    mean = gain.sum(axis=-1) / COPIES
    spread = np.square(gain - mean[..., None]).sum(axis=-1) / (COPIES - 1)
    better = where.T & (mean > SURE * np.sqrt(spread / COPIES))
    best: Integers = np.where(better, mean, 0.0).argmax(axis=-1)
    return best


def alike(one: Decision, other: Decision, worlds: int) -> NDArray[np.bool_]:
    """Where two decisions do the same, whatever their reasons, (R,)."""
    same = np.ones(worlds, np.bool_)
    for field in fields(Decision):
        entries = [getattr(decision, field.name) for decision in (one, other)]
        given = [entry for entry in entries if isinstance(entry, np.ndarray)]
        if field.name.endswith("reason") or field.name in ("least", "notice") or not given:
            continue
        ours, theirs = (_neutral(field.name, given[0]) if entry is None else entry for entry in entries)
        differs = np.broadcast_to(ours != theirs, given[0].shape).reshape(worlds, -1)
        same &= ~differs.any(axis=-1)
    return same


def occasions(view: View, at_table: bool) -> list[int]:
    """A key for each world's luck: its government's own draws of the week, and where it decides."""
    own = (view.initiative, view.weariness, view.nerve)
    place = f"{view.week} {view.seat} {'table' if at_table else 'away'}"
    return [luck_key(place, *(float(draws[row]).hex() for draws in own)) for row in range(view.worlds)]


def merged(usual: Decision, rows: Integers, decisions: Sequence[Decision], choice: Integers) -> Decision:
    """The usual decision with, in some rows, the one chosen there; the first decision leaves a row as usual."""
    columns: dict[str, Any] = {}
    for field in fields(Decision):
        entries = [getattr(decision, field.name) for decision in decisions]
        given = next((entry for entry in entries if isinstance(entry, np.ndarray)), None)
        old = getattr(usual, field.name)
        if given is not None:
            column = _blank(field.name, given, usual) if old is None else old.copy()
            for number in np.unique(choice[choice > 0]):
                here, entry = choice == number, entries[number]
                column[rows[here]] = _neutral(field.name, given) if entry is None else entry[here]
            columns[field.name] = column
    return replace(usual, **columns)


def _blank(name: str, like: NDArray[Any], usual: Decision) -> NDArray[Any]:
    """A column of a decision that says nothing, for as many worlds as the usual decision is about."""
    worlds = next(len(entry) for entry in vars(usual).values() if isinstance(entry, np.ndarray))
    return np.full((worlds, *like.shape[1:]), _neutral(name, like), like.dtype)


def _neutral(name: str, like: NDArray[Any]) -> bool | int:
    """What says nothing in a column."""
    return False if like.dtype == np.bool_ else NEUTRAL.get(name, LEAVE)
