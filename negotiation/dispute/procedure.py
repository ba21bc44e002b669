"""What the law asks before a measure may be in force: notice, investigation, findings. Fast bases ask for nothing."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.game import Game
from negotiation.dispute.reasons import Kind
from negotiation.dispute.state import NONE, State

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def is_ready(game: Game, state: State) -> Flags:
    """Whether a measure's procedure is over, (R, M); one that asks for none always is."""
    if not (game.bases.slow or game.bases.change):
        return np.ones((1, 1), np.bool_)
    begun = state.usable_from != NONE
    ready: Flags = begun & (state.usable_from <= state.week)
    return ready


def waits_for_procedure(course: Course, seat: int, m: int, rows: Integers, reason: Integers) -> Flags:
    """Begin the procedure of a measure to be raised where it has not begun, in place; where it is not over, (N,).

    rows: (N,) worlds where the measure is to be raised; reason: (N,) of its raising.
    """
    game, state = course.game, course.state
    if not (game.bases.slow or game.bases.change):
        return np.zeros(rows.size, np.bool_)
    _begin(course, seat, m, rows, reason)
    waits: Flags = state.usable_from[rows, m] > state.week
    return waits


def due_after_procedure(course: Course, seat: int, m: int, rows: Integers, due: Integers) -> Integers:
    """The week a threat falls due, (N,): not before the procedure, begun with it, is over. due: (N,) as announced."""
    game, state = course.game, course.state
    if not (game.bases.slow or game.bases.change):
        return due
    _begin(course, seat, m, rows, np.zeros(rows.size, np.int64))
    later: Integers = np.maximum(due, state.usable_from[rows, m])
    return later


def _begin(course: Course, seat: int, m: int, rows: Integers, reason: Integers) -> None:
    """Begin the procedure where it has not begun, in place."""
    game, state = course.game, course.state
    speed = game.bases.speed[state.basis[rows, m]]
    begins = state.usable_from[rows, m] == NONE
    state.usable_from[rows[begins], m] = state.week + speed[begins]
    course.log.of(rows).add(Kind.PREPARE, seat, begins, reason, (m, -1, speed))
