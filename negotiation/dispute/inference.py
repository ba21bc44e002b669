"""What a government concludes about the other's type from threats that end and from concessions made alone."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.state import State
from negotiation.politics.belief import belief_after_ending, chance_of_ending, type_belief_after

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
PERCENT = 100.0


def learn_from_ending(course: Course, seat: int, m: int, rows: Integers, carried: Flags, dropped: Flags) -> None:
    """The other side learns from threats of a government that it carried out or chose to drop, in place.

    rows: (N,) worlds where the threat on a measure ends; carried, dropped: (N,). Half measures tell nothing, nor does
    a threat dropped because a court or a deal stood in the way. To be called before the threat is cleared.
    """
    learning = course.game.sides[1 - seat].country.learning
    if learning is None or learning.threats.value == 0.0:
        return
    state, conduct = course.state, course.game.sides[seat].country.conduct
    free = ~state.bound[rows, m] & (state.barred_until[rows, m] <= state.week)
    tells = carried | (dropped & free)
    rows, carried = rows[tells], carried[tells]
    margin = _margins(course, seat, m, rows) + np.where(carried, 0.0, 2.0 * conduct.patience.value)[:, None]
    likelihood = chance_of_ending(margin, conduct.nerve.value, carried)
    belief = state.type_belief[1 - seat]
    belief[rows] = belief_after_ending(belief[rows], likelihood, learning.threats.value)


def _margins(course: Course, seat: int, m: int, rows: Integers) -> Floats:
    """What speaks for carrying out the threat on a measure, luck aside, by type of its maker, points, (N, K)."""
    game, state, side = course.game, course.state, course.game.sides[seat]
    conduct, code = side.country.conduct, state.code[rows]
    now = np.where(state.paused_until[rows, m] > state.week, 0, state.level[rows, m])
    level = np.maximum(state.threat_level[rows, m], state.level[rows, m])
    gain = side.by_code[code + (level - now) * game.strides[m]] - side.by_code[code]
    shame = side.country.payoff.approval.value * PERCENT * game.shame[m][level] + conduct.reputation.value
    public = shame - conduct.stress_weight.value * state.stress[rows]
    margin: Floats = gain + public[:, None] + side.resolve
    return margin


def learn_from_concession(course: Course, seat: int, gives: Flags, issue: Integers, option: Integers) -> None:
    """The other side learns from what a government concedes alone: types whom it costs less are likelier, in place.

    gives, issue, option: (R,). To be called before the option is in force. Source: logit choice.
    """
    learning = course.game.sides[1 - seat].country.learning
    if learning is None or learning.concessions.value == 0.0:
        return
    rows = np.flatnonzero(gives)
    cost = _costs(course.game.sides[seat].worth_table, course.state, rows, issue[rows], option[rows])
    belief = course.state.type_belief[1 - seat]
    belief[rows] = type_belief_after(belief[rows], -cost, learning.concessions.value)


def _costs(worth: Floats, state: State, rows: Integers, issue: Integers, option: Integers) -> Floats:
    """What going from the option in force to another one costs each type, points, (N, K). worth: (K, I, options)."""
    now = state.settled[rows, issue]
    return np.ascontiguousarray((worth[:, issue, now] - worth[:, issue, option]).T)
