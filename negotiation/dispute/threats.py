"""Threats that come due: carried out, in part, postponed or dropped; and what that teaches."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import CARRY_OUT, DROP, IN_PART, POSTPONE, Decision
from negotiation.dispute.game import Game
from negotiation.dispute.moves import MoveLog
from negotiation.dispute.ratification import clear_threats
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.shame import dropping_cost
from negotiation.dispute.state import CARRIED_OUT, DROPPED, NONE, POSTPONED, State
from negotiation.dispute.state import IN_PART as ENDED_IN_PART

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
WEEKS_POSTPONED = 4  # weeks; the pause of 3 February 2025 was 30 days
MOST_POSTPONED = 2  # times; a third postponement drops the threat


def due_threats(game: Game, state: State, seat: int) -> Flags:
    """Threats of a government that must be answered this week, (R, M)."""
    due = (state.threat_level != NONE) & (state.threat_due <= state.week) & state.open[:, None]
    return due & (game.imposer == seat)


def end_due_threats(game: Game, state: State, seat: int, decision: Decision, due: Flags, log: MoveLog) -> None:
    """Carry out the author's decision on its threats that are due, in place. A threat left unanswered is dropped."""
    due = due & (state.threat_level != NONE)  # met this very week: nothing left to do
    if not due.any():
        return
    answer = np.full(due.shape, DROP, np.int64) if decision.execute is None else decision.execute
    usable = ~state.bound & (state.barred_until <= state.week)
    answer = np.where(usable, answer, DROP)
    answer = np.where((answer == POSTPONE) & (state.threat_postponed >= MOST_POSTPONED), DROP, answer)
    reasons = np.zeros(due.shape, np.int64) if decision.execute_reason is None else decision.execute_reason
    for m in np.flatnonzero(due.any(axis=0)):
        _end(game, state, seat, int(m), due[:, m], answer[:, m], reasons[:, m], log)


def _end(
    game: Game, state: State, seat: int, m: int, due: Flags, answer: Integers, reason: Integers, log: MoveLog
) -> None:
    """End the threats on one measure, in place."""
    level, now = state.threat_level[:, m], state.level[:, m]
    half = now + np.maximum((level - now) // 2, 0)
    carried, part = due & (answer == CARRY_OUT), due & (answer == IN_PART) & (half > now)
    put_off = due & (answer == POSTPONE)
    dropped = due & ~carried & ~part & ~put_off
    target = np.select([carried, part], [np.maximum(level, now), half], now)
    ends = ((carried, CARRIED_OUT, Kind.THREAT_CARRIED_OUT), (part, ENDED_IN_PART, Kind.THREAT_IN_PART),
            (put_off, POSTPONED, Kind.THREAT_POSTPONED), (dropped, DROPPED, Kind.THREAT_DROPPED))  # fmt: skip
    for where, end, kind in ends:
        state.threats_ended[:, seat, end] += where
        rate = game.rates[m][np.where(where & (end == ENDED_IN_PART), half, np.maximum(level, 0))]
        log.add(kind, seat, where, reason, (m, level, rate))
    _teach(game, state, seat, m, carried + 0.5 * part, carried | part | dropped)
    cost = dropping_cost(game, seat, m)
    state.grievance[:, seat] += np.where(dropped, cost[np.maximum(level, 0)], 0.0)
    state.once[:, seat] -= np.where(dropped, game.sides[seat].country.conduct.reputation.value, 0.0)
    strikes(state, seat, m, now, target)
    state.level[:, m] = target
    state.paused_until[:, m] = np.where(carried | part, 0, state.paused_until[:, m])
    state.threat_due[:, m] = np.where(put_off, state.week + WEEKS_POSTPONED, state.threat_due[:, m])
    state.threat_postponed[:, m] += put_off
    ended = np.zeros(state.level.shape, np.bool_)
    ended[:, m] = due & ~put_off
    clear_threats(state, ended)


def _teach(game: Game, state: State, seat: int, m: int, carried: NDArray[np.float64], ended: Flags) -> None:
    """The other side counts how the threat ended, per legal basis, in place."""
    other, basis = 1 - seat, game.basis[m]
    state.carried[:, other, basis] += carried
    state.seen_threats[:, other, basis] += ended


def strikes(state: State, seat: int, m: int, before: Integers, after: Integers) -> None:
    """Note who was hit and who moved when a measure changes, in place."""
    raised, changed = after > before, after != before
    state.hit[:, 1 - seat] = np.where(raised, state.week, state.hit[:, 1 - seat])
    state.calm[:, seat] = np.where(changed, 0, state.calm[:, seat])
