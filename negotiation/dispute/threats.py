"""Threats that come due: carried out, in part, postponed or dropped; and what that teaches."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.decision import CARRY_OUT, DROP, IN_PART, POSTPONE, Decision
from negotiation.dispute.inference import learn_from_ending
from negotiation.dispute.procedure import is_ready
from negotiation.dispute.provinces import object_to
from negotiation.dispute.ratification import clear_threats
from negotiation.dispute.reasons import Kind
from negotiation.dispute.state import CARRIED_OUT, DROPPED, NONE, POSTPONED
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
    """Carry out the author's decision on its threats that are due, in place. A threat left unanswered is dropped.

    Threats that are not due are answered where the decision says so (`early`).
    """
    state = course.state
    if decision.early is not None:
        due = due | (decision.early & (course.game.imposer == seat) & state.open[:, None])
    due = due & (state.threat_level != NONE)  # met this very week: nothing left to do
    if not due.any():
        return
    answer = np.full(due.shape, DROP, np.int64) if decision.execute is None else decision.execute
    usable = ~state.bound & (state.barred_until <= state.week) & is_ready(course.game, state)
    answer = np.where(usable, answer, DROP)
    answer = np.where((answer == POSTPONE) & (state.threat_postponed >= MOST_POSTPONED), DROP, answer)
    reasons = np.zeros(due.shape, np.int64) if decision.execute_reason is None else decision.execute_reason
    weeks = np.full(due.shape, WEEKS_POSTPONED) if decision.put_off is None else decision.put_off
    weeks = np.where(weeks < 0, WEEKS_POSTPONED, weeks)
    for m in course.game.measures_of(seat):
        rows = np.flatnonzero(due[:, m])
        if rows.size:
            _end(course, seat, m, Ending(rows, answer[rows, m], reasons[rows, m], weeks[rows, m]))


class Ending(NamedTuple):
    """How the threats on one measure end, each (N,): the worlds where one is due, the answer, the author's reason,
    weeks it is put off by if it is postponed.
    """

    rows: Integers
    answer: Integers
    reason: Integers
    weeks: Integers


def _end(course: Course, seat: int, m: int, ending: Ending) -> None:
    """End the threats on one measure, in place."""
    game, state, (rows, answer, reason, weeks) = course.game, course.state, ending
    level, now = state.threat_level[rows, m], state.level[rows, m]
    half = now + np.maximum((level - now) // 2, 0)
    carried, part, put_off = answer == CARRY_OUT, (answer == IN_PART) & (half > now), answer == POSTPONE
    dropped = ~carried & ~part & ~put_off
    target = np.select([carried, part], [np.maximum(level, now), half], now)
    ends = ((carried, CARRIED_OUT, Kind.THREAT_CARRIED_OUT), (part, ENDED_IN_PART, Kind.THREAT_IN_PART),
            (put_off, POSTPONED, Kind.THREAT_POSTPONED), (dropped, DROPPED, Kind.THREAT_DROPPED))  # fmt: skip
    log = course.log.of(rows)
    for where, end, kind in ends:
        state.threats_ended[rows, seat, end] += where
        rate = game.rates[m][half if end == ENDED_IN_PART else level]
        log.add(kind, seat, where, reason, (m, level, rate))
    # It chose to drop it, where it could have put it off once more and did not look for a half way that is not there.
    chose = dropped & (answer != IN_PART) & (state.threat_postponed[rows, m] < MOST_POSTPONED)
    learn_from_ending(course, seat, m, rows, carried, chose)
    other, basis = 1 - seat, state.basis[rows, m]  # the other side counts how the threat ended, per legal basis
    state.carried[rows, other, basis] += carried + 0.5 * part
    state.seen_threats[rows, other, basis] += ~put_off
    _blame(course, seat, m, rows[dropped], level[dropped])
    state.once[rows[dropped], seat] -= game.sides[seat].country.conduct.reputation.value
    strikes(course, m, rows, now, target)
    state.level[rows, m] = target
    state.paused_until[rows[carried | part], m] = 0
    state.threat_due[rows[put_off], m] = state.week + weeks[put_off]
    state.threat_postponed[rows, m] += put_off
    clear_threats(state, rows[~put_off], m)


def _blame(course: Course, seat: int, m: int, rows: Integers, level: Integers) -> None:
    """What people make of a dropped threat of a level, (N,), in place: all alike, or each group by its own view."""
    game, state = course.game, course.state
    if game.sides[seat].country.audience.own_view is None:
        state.grievance[rows, seat] += game.shame[m][level]
    else:
        state.resentment[rows] += game.blame[m][level]


def strikes(course: Course, m: int, rows: Integers, before: Integers, after: Integers) -> None:
    """Note who was hit and who moved where a measure changes from one level to another, in place; each (N,)."""
    state, seat = course.state, int(course.game.imposer[m])
    object_to(course, m, rows, before, after)
    state.hit[rows[after > before], 1 - seat] = state.week
    state.calm[rows[after != before], seat] = 0
    state.eased[rows[after < before], seat] = state.week
