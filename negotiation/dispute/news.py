"""News of the week: border incidents, court rulings on measures by basis, the mood of markets."""

import numpy as np

from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck
from negotiation.dispute.moves import NOBODY, MoveLog
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.state import State


def hear_news(game: Game, state: State, luck: Luck, log: MoveLog) -> None:
    """Let the week's news happen, in place."""
    news, week = game.scenario.news, state.week
    incident = state.open & (luck.chances[:, 0, week] < news.border_incident.value)
    state.border = np.where(state.open, state.border * (1.0 - news.border_fading.value) + incident, state.border)
    log.add(Kind.BORDER_INCIDENT, NOBODY, incident, Reason.NEWS)
    state.stress = np.where(state.open, state.stress * (1.0 - news.stress_fading.value), state.stress)
    _courts_rule(game, state, luck, log)


def _courts_rule(game: Game, state: State, luck: Luck, log: MoveLog) -> None:
    """A ruling voids every measure in force on one basis and bars it for a time. At most one basis a week."""
    floor = 0.0
    ruling = luck.chances[:, 3, state.week]
    for place, basis in enumerate(game.scenario.bases.values()):
        ceiling = floor + basis.court_hazard.value
        voided = state.open & (ruling >= floor) & (ruling < ceiling)
        floor = ceiling
        ours = game.basis == place
        hit = voided[:, None] & ours & (state.level > 0) & ~state.bound
        if not hit.any():
            continue
        state.level = np.where(hit, 0, state.level)
        state.barred_until = np.where(hit, state.week + basis.barred.value, state.barred_until)
        log.add(Kind.COURT, NOBODY, hit.any(axis=-1), Reason.RULED_UNLAWFUL, (place, -1, np.nan))


def markets_answer(game: Game, state: State, luck: Luck, alarms: np.ndarray) -> None:
    """Markets tremble at announcements made this week, in place. alarms: (R,) how many."""
    news = game.scenario.news
    size = news.stress_jump.value * np.maximum(1.0 + news.stress_noise.value * luck.news[:, 2, state.week], 0.0)
    state.stress = state.stress + alarms * size
