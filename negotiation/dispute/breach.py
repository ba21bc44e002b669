"""Limited deals that are broken."""

import numpy as np

from negotiation.dispute.course import Course
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.state import BROKEN_DEAL, LIMITED_DEAL
from negotiation.dispute.trust import note_broken_deal
from negotiation.dispute.undoing import settles


def break_deals(course: Course, seat: int, decision: Decision) -> None:
    """Leave a limited deal at its cost, in place; its measures are free again, its options undone."""
    if decision.break_deal is None:
        return
    game, state = course.game, course.state
    breaks = state.open & decision.break_deal & (state.settlement == LIMITED_DEAL)
    state.bound &= ~breaks[:, None]
    state.settlement = np.where(breaks, BROKEN_DEAL, state.settlement)
    undone = breaks[:, None] & settles(game, state)
    state.settled = np.where(undone, state.settled_before, state.settled)
    country = game.sides[seat].country
    state.grievance[:, seat] += np.where(breaks, country.audience.broken_promise.value, 0.0)
    if country.breaking is not None:
        state.once[:, seat] -= np.where(breaks, country.breaking.cost.value, 0.0)
    note_broken_deal(game, state, seat, breaks)
    course.log.add(Kind.BREAK_DEAL, seat, breaks, decision.because("break_deal", Reason.PAYS))
