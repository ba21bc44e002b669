"""News of the week: border incidents, court rulings on measures by basis, the mood of markets."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.foretold import tell_events
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason


def hear_news(course: Course) -> None:
    """Let the week's news happen, in place."""
    news, state, log = course.game.scenario.news, course.state, course.log
    incident = state.open & (course.luck.chances[:, 0] < news.border_incident.value)
    state.border = np.where(state.open, state.border * (1.0 - news.border_fading.value) + incident, state.border)
    log.add(Kind.BORDER_INCIDENT, NOBODY, incident, Reason.NEWS)
    state.stress = np.where(state.open, state.stress * (1.0 - news.stress_fading.value), state.stress)
    _courts_rule(course)
    if course.game.scenario.moves:
        tell_events(course)


def _courts_rule(course: Course) -> None:
    """A ruling voids every measure in force on one basis and bars it for a time. At most one basis a week."""
    game, state, floor = course.game, course.state, 0.0
    ruling = course.luck.chances[:, 3]
    for place, basis in enumerate(game.scenario.bases.values()):
        ceiling = floor + basis.court_hazard.value
        voided = state.open & (ruling >= floor) & (ruling < ceiling)
        floor = ceiling
        rows = np.flatnonzero(voided)
        hit = (game.basis == place) & (state.level[rows] > 0) & ~state.bound[rows]
        state.level[rows] = np.where(hit, 0, state.level[rows])
        state.barred_until[rows] = np.where(hit, state.week + basis.barred.value, state.barred_until[rows])
        subject = (place, -1, np.nan)
        course.log.of(rows).add(Kind.COURT, NOBODY, hit.any(axis=-1), Reason.RULED_UNLAWFUL, subject)


def markets_answer(course: Course, alarms: NDArray[np.int64]) -> None:
    """Markets tremble at announcements made this week, in place. alarms: (R,) how many."""
    news = course.game.scenario.news
    size = news.stress_jump.value * np.maximum(1.0 + news.stress_noise.value * course.luck.news[:, 2], 0.0)
    course.state.stress = course.state.stress + alarms * size
