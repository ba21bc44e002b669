"""News of the week: border incidents, the law's course (`law`), the mood of markets."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.claims import claims_grow
from negotiation.dispute.course import Course
from negotiation.dispute.foretold import tell_events
from negotiation.dispute.law import law_runs
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason


def hear_news(course: Course) -> None:
    """Let the week's news happen, in place."""
    news, state, log = course.game.scenario.news, course.state, course.log
    incident = state.open & (course.luck.chances[:, 0] < news.border_incident.value)
    state.border = np.where(state.open, state.border * (1.0 - news.border_fading.value) + incident, state.border)
    log.add(Kind.BORDER_INCIDENT, NOBODY, incident, Reason.NEWS)
    state.stress = np.where(state.open, state.stress * (1.0 - news.stress_fading.value), state.stress)
    law_runs(course)
    if course.game.claims_grow:
        claims_grow(course)
    if course.game.scenario.moves:
        tell_events(course)


def markets_answer(course: Course, alarms: NDArray[np.int64]) -> None:
    """Markets tremble at announcements made this week, in place. alarms: (R,) how many."""
    news = course.game.scenario.news
    size = news.stress_jump.value * np.maximum(1.0 + news.stress_noise.value * course.luck.news[:, 2], 0.0)
    course.state.stress = course.state.stress + alarms * size
