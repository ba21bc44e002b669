"""Talks stopped over one demand: they resume when it is met, or when their time is over."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.standing import settled_option
from negotiation.dispute.state import NONE, TALKING, State

Flags = NDArray[np.bool_]


def stop_over_demand(course: Course, seat: int, decision: Decision, where: Flags) -> None:
    """Say what would bring a government that suspends talks back to the table, in place. where: (R,) it suspends."""
    if decision.stop_issue is None or decision.stop_option is None:
        return
    state = course.state
    names = where & (decision.stop_issue != NONE)
    state.stop_issue = np.where(names, decision.stop_issue, state.stop_issue)
    state.stop_option = np.where(names, decision.stop_option, state.stop_option)
    subject = (np.maximum(decision.stop_issue, 0), decision.stop_option, np.nan)
    course.log.add(Kind.DEMAND, seat, names, Reason.NONE, subject)


def demand_met(state: State) -> Flags:
    """Where the demand that talks were stopped over is in force, (R,)."""
    in_force = settled_option(state, np.maximum(state.stop_issue, 0)) >= state.stop_option
    met: Flags = in_force & (state.stop_issue != NONE)
    return met


def forget_demands(state: State) -> None:
    """Where talks go on nothing is demanded for their going on, in place."""
    state.stop_issue = np.where(state.talks == TALKING, NONE, state.stop_issue)
