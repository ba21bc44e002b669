"""Coverage: the higher the tariff and the longer it lasts, the more of the trade is claimed to be exempt from it."""

import numpy as np

from negotiation.dispute.course import Course
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason


def claims_grow(course: Course) -> None:
    """Count the week's margin and reach the next stage of exemption where enough has been earned by it, in place.

    The margin is what a claim saves, the statutory rate of the level in force, where that level says that its exempt
    share grows. Claims once made are not given up again.
    """
    game, state = course.game, course.state
    for m, measure in enumerate(game.scenario.measures.values()):
        if not measure.claims:
            continue
        in_force = np.where(state.paused_until[:, m] > state.week, 0, state.level[:, m])
        saved = np.array([level.rate if level.grows else 0.0 for level in measure.levels])
        state.claimed[:, m] += np.where(state.open, saved[in_force], 0.0)
        stage = np.zeros(state.worlds, np.int64)
        for threshold in measure.claims:
            stage = stage + (state.claimed[:, m] >= threshold.value)
        grows = stage > state.stage[:, m]
        state.stage[:, m] = stage
        course.log.add(Kind.CLAIMS_GROW, NOBODY, grows, Reason.MARGIN, (m, state.level[:, m], np.nan))
