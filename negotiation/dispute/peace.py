"""Whether meeting a demand ended the matter: assurance falls where a new threat or measure came anyway."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.state import NEVER, State
from negotiation.dispute.trust import note_broken_word

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def note_met(state: State, rows: Integers, maker: int) -> None:
    """A demand of a government was met in some worlds: the other now expects to be left in peace, in place."""
    state.appeased[rows, 1 - maker] = state.week


def judge_peace(course: Course, seat: int, pressed: Flags) -> None:
    """Assurance falls where a government was hit or threatened, (R,), soon after it met a demand, in place.

    A blow of the very week in which the demand was met was dealt before anybody knew; each peace is broken once.
    """
    peace, state = course.game.sides[seat].country.peace, course.state
    if peace is None:
        return
    expects, since = state.appeased[:, seat] != NEVER, state.week - state.appeased[:, seat]
    broken = pressed & expects & (since > 0) & (since <= peace.weeks.value)
    note_broken_word(course.game, state, 1 - seat, broken)
    kept = np.where(broken, 1.0 - peace.breach.value, 1.0)
    state.assurance[:, seat] *= kept
    state.appeased[:, seat] = np.where(broken, NEVER, state.appeased[:, seat])
