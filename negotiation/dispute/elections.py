"""Elections: those on the calendar, and those called when a minority House withdraws its confidence."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.standing import approval_of
from negotiation.dispute.start import prior_belief
from negotiation.dispute.state import NEVER, SUSPENDED, TALKING

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
LEADERS = 2  # rows of the luck at home that come before those for new leaders: the mandates of both sides


def hold_elections(course: Course) -> None:
    """Confidence is lost, campaigns begin and people vote, in place."""
    state = course.state
    for seat, side in enumerate(course.game.sides):
        rules = side.country.election
        if rules is None:
            continue
        rested = state.week - state.voted[:, seat] > rules.rest.value
        unloved = approval_of(side, state) < rules.floor.value
        _call(course, seat, state.open & unloved & rested & ~_soon(course, seat), Reason.CONFIDENCE_LOST)
        begins = state.open & (state.election[:, seat] - state.week == rules.campaign.value) & ~_called(course, seat)
        _campaign(course, seat, begins, Reason.CALENDAR)
        _vote(course, seat, np.flatnonzero(state.open & (state.election[:, seat] == state.week)))


def lose_confidence(course: Course, seat: int, refuses: Flags) -> None:
    """A vote lost in a House of confidence calls an election, in place. refuses: (R, N) by further institution."""
    side = course.game.sides[seat]
    if side.country.election is None or not side.chambers:
        return
    houses = np.array([chamber.given.kind == "confidence" for chamber in side.chambers])
    lost = course.state.open & (refuses & houses).any(axis=-1)
    _call(course, seat, lost & ~_soon(course, seat), Reason.CONFIDENCE_LOST)


def _soon(course: Course, seat: int) -> Flags:
    """Whether a campaign is on, (R,)."""
    rules, state = course.game.sides[seat].country.election, course.state
    weeks = rules.campaign.value if rules else 0
    left = state.election[:, seat] - state.week
    soon: Flags = (state.election[:, seat] != NEVER) & (left <= weeks)
    return soon


def _called(course: Course, seat: int) -> Flags:
    """Whether the next election was called this week, (R,): its campaign has been noted."""
    called: Flags = course.state.called[:, seat] == course.state.week
    return called


def _call(course: Course, seat: int, where: Flags, reason: Reason) -> None:
    """An election is called, in place."""
    rules, state = course.game.sides[seat].country.election, course.state
    if rules is None or not where.any():
        return
    state.election[:, seat] = np.where(where, state.week + rules.campaign.value, state.election[:, seat])
    state.called[:, seat] = np.where(where, state.week, state.called[:, seat])
    _campaign(course, seat, where, reason)


def _campaign(course: Course, seat: int, where: Flags, reason: Reason) -> None:
    """Talks pause until the vote, in place."""
    state = course.state
    left = state.election[:, seat] - state.week
    state.talks_resume = np.where(where, np.maximum(state.talks_resume, state.election[:, seat]), state.talks_resume)
    state.talks = np.where(where & (state.talks == TALKING), SUSPENDED, state.talks)
    course.log.add(Kind.CALL_ELECTION, seat, where, reason, (-1, -1, left))


def _vote(course: Course, seat: int, rows: Integers) -> None:
    """A new mandate, approval on the way back to its base, perhaps a new leader, in some worlds, in place."""
    side, state = course.game.sides[seat], course.state
    rules = side.country.election
    if rules is None or rows.size == 0:
        return
    luck = course.luck.home[rows]
    state.mandate[rows, seat] = rules.swing.value * (2.0 * luck[:, seat] - 1.0)
    groups = list(course.game.scenario.constituencies.values())
    for place in side.groups:
        approval = state.approval[rows, place]
        state.approval[rows, place] = approval + rules.renewal.value * (groups[place].base.value - approval)
    state.election[rows, seat], state.voted[rows, seat] = NEVER, state.week
    here = np.ones(rows.size, np.bool_)
    course.log.of(rows).add(Kind.ELECTION, seat, here, Reason.CALENDAR)
    changes = luck[:, LEADERS + seat] < rules.turnover.value
    _new_leader(course, seat, rows[changes], luck[changes, LEADERS + seat] / max(rules.turnover.value, 1e-12))


def _new_leader(course: Course, seat: int, rows: Integers, draw: Floats) -> None:
    """Another leader, whose type nobody else knows, in some worlds, in place. draw: (N,) even in 0 to 1."""
    side, state = course.game.sides[seat], course.state
    state.type[rows, seat] = np.searchsorted(np.cumsum(side.prior)[:-1], draw, side="right")
    state.type_belief[1 - seat][rows] = prior_belief(course.game, 1 - seat, state.type[rows])
    course.log.of(rows).add(Kind.NEW_LEADER, seat, np.ones(rows.size, np.bool_))
