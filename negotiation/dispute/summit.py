"""Leaders' meetings, and talks that resume."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.mediation import cost_of_failing
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.state import NONE, SUSPENDED, TALKING
from negotiation.dispute.stopped_talks import demand_met, forget_demands
from negotiation.politics.coalition import MEDIATION, how_many

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def tempers_cool(course: Course) -> None:
    """Suspended talks resume when their time is over, or the demand met that they were stopped over, in place."""
    state = course.state
    met = demand_met(state)
    resumes = state.open & (state.talks == SUSPENDED) & (met | (state.talks_resume <= state.week))
    state.talks = np.where(resumes, TALKING, state.talks)
    why = np.where(met, Reason.DEMAND_MET, Reason.TEMPERS_COOLED)
    course.log.add(Kind.RESUME_TALKS, NOBODY, resumes, why)
    forget_demands(state)


def hold_summits(course: Course) -> Flags:
    """Where leaders meet this week, (R,) bool; their talks resume, in place."""
    state, rules = course.state, course.game.scenario.summit
    if not rules.venues:
        return np.zeros(state.worlds, np.bool_)
    mediated = how_many(state.stance, MEDIATION) > 0
    proposals = np.einsum("rg->r", state.proposed.astype(np.int64))
    chance = rules.chance.value + rules.proposed.value * proposals + rules.mediated.value * mediated
    meets: Flags = state.open & (course.luck.chances[:, 1] < chance)
    venue = np.floor(course.luck.chances[:, 2] * len(rules.venues)).astype(np.int64)
    hosts = np.array([course.game.scenario.sides.index(side) for side in rules.venues])[venue]
    state.venue = np.where(meets, hosts, state.venue)
    state.summits = state.summits + meets
    resumes = meets & (state.talks == SUSPENDED)
    state.talks = np.where(resumes, TALKING, state.talks)
    state.proposed &= ~meets[:, None]
    course.log.add(Kind.SUMMIT, NOBODY, meets, Reason.LEADERS_MEET, (hosts, -1, np.nan))
    return meets


def audience_of_summits(course: Course, meets: Flags, agreed: Integers) -> None:
    """Leaders who meet and agree on nothing lose approval at home, in place."""
    in_vain = meets & (agreed == NONE)
    for seat, side in enumerate(course.game.sides):
        cost = cost_of_failing(course.game, course.state, side.country.audience.failed_summit.value)
        course.state.grievance[:, seat] += np.where(in_vain, cost, 0.0)
