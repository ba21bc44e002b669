"""Threats that come due: carried out, in part, postponed or dropped; and what that teaches."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.decision import CARRY_OUT, DROP, IN_PART, POSTPONE, Decision
from negotiation.dispute.ratification import clear_threats
from negotiation.dispute.reasons import Kind
from negotiation.dispute.state import CARRIED_OUT, DROPPED, NONE, POSTPONED, State
from negotiation.dispute.state import IN_PART as ENDED_IN_PART

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
WEEKS_POSTPONED = 4  # weeks; the pause of 3 February 2025 was 30 days
MOST_POSTPONED = 2  # times; a third postponement drops the threat


def due_threats(course: Course, seat: int) -> Flags:
    """Threats of a government that must be answered this week, (R, M)."""
    state = course.state
    due = (state.threat_level != NONE) & (state.threat_due <= state.week) & state.open[:, None]
    ours: Flags = due & (course.game.imposer == seat)
    return ours


def end_due_threats(course: Course, seat: int, decision: Decision, due: Flags) -> None:
    """Carry out the author's decision on its threats that are due, in place. A threat left unanswered is dropped."""
    state = course.state
    due = due & (state.threat_level != NONE)  # met this very week: nothing left to do
    if not due.any():
        return
    answer = np.full(due.shape, DROP, np.int64) if decision.execute is None else decision.execute
    usable = ~state.bound & (state.barred_until <= state.week)
    answer = np.where(usable, answer, DROP)
    answer = np.where((answer == POSTPONE) & (state.threat_postponed >= MOST_POSTPONED), DROP, answer)
    reasons = np.zeros(due.shape, np.int64) if decision.execute_reason is None else decision.execute_reason
    for m in np.flatnonzero(due.any(axis=0)):
        _end(course, seat, int(m), Ending(due[:, m], answer[:, m], reasons[:, m]))


class Ending(NamedTuple):
    """How the threats on one measure end, each (R,): whether it is due, the answer, the author's reason."""

    due: Flags
    answer: Integers
    reason: Integers


def _end(course: Course, seat: int, m: int, ending: Ending) -> None:
    """End the threats on one measure, in place."""
    game, state, (due, answer, reason) = course.game, course.state, ending
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
        course.log.add(kind, seat, where, reason, (m, level, rate))
    _teach(course, seat, m, carried + 0.5 * part, carried | part | dropped)
    state.grievance[:, seat] += np.where(dropped, game.shame[m][np.maximum(level, 0)], 0.0)
    state.once[:, seat] -= np.where(dropped, game.sides[seat].country.conduct.reputation.value, 0.0)
    strikes(state, seat, m, now, target)
    state.level[:, m] = target
    state.paused_until[:, m] = np.where(carried | part, 0, state.paused_until[:, m])
    state.threat_due[:, m] = np.where(put_off, state.week + WEEKS_POSTPONED, state.threat_due[:, m])
    state.threat_postponed[:, m] += put_off
    ended = np.zeros(state.level.shape, np.bool_)
    ended[:, m] = due & ~put_off
    clear_threats(state, ended)


def _teach(course: Course, seat: int, m: int, carried: NDArray[np.float64], ended: Flags) -> None:
    """The other side counts how the threat ended, per legal basis, in place."""
    state, other, basis = course.state, 1 - seat, course.game.basis[m]
    state.carried[:, other, basis] += carried
    state.seen_threats[:, other, basis] += ended


def strikes(state: State, seat: int, m: int, before: Integers, after: Integers) -> None:
    """Note who was hit and who moved when a measure changes, in place."""
    raised, changed = after > before, after != before
    state.hit[:, 1 - seat] = np.where(raised, state.week, state.hit[:, 1 - seat])
    state.calm[:, seat] = np.where(changed, 0, state.calm[:, seat])
