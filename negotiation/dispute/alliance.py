"""Allies take their stance for the week."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.state import TALKING, State
from negotiation.politics.coalition import JOINT, Situation, how_many

REASONS = np.array([
    Reason.LOOKS_AFTER_ITSELF, Reason.STANDS_BY_FRIEND, Reason.STANDS_BY_FRIEND, Reason.LOOKS_AFTER_ITSELF,
    Reason.OFFERS_GOOD_OFFICES,
])  # fmt: skip


def allies_respond(course: Course) -> None:
    """Every ally answers what stood at the start of the week, in place; all at once."""
    game, state, luck = course.game, course.state, course.luck
    before = state.stance.copy()
    joined, together = before == JOINT, how_many(before, JOINT)
    for place, ally in enumerate(game.scenario.allies.values()):
        friend = game.scenario.sides.index(ally.friend)
        keeping = ally.lean_keeping.value
        drift = keeping * state.leaning[:, place] + ally.lean_noise.value * luck.allies[:, place]
        state.leaning[:, place] = np.where(state.open, drift, state.leaning[:, place])
        sees = Situation(
            gain=game.tables.joining[place][state.code],
            tariff=game.tables.rate[1 - friend][state.code],
            company=(together - joined[:, place]) / max(len(game.scenario.allies) - 1, 1),
            asked=state.asked[:, friend],
            offered=state.offered[:, place],
            deadlock=state.talks != TALKING,
            settling=None if ally.deal is None else game.tables.settling[place][state.code],
        )
        chance = luck.dealings[:, place]
        after = course.players.allies[place].stance_after(before[:, place], state.leaning[:, place], sees, chance)
        state.stance[:, place] = np.where(state.open, after, before[:, place])
        changed = state.open & (after != before[:, place])
        course.log.add(Kind.STANCE, NOBODY + 1 + place, changed, REASONS[after], (0, after, np.nan))
    state.offered = np.zeros_like(state.offered)


def leave_coalition(state: State, rows: NDArray[np.int64]) -> None:
    """A comprehensive deal ends joint retaliation, in place. rows: world numbers."""
    stance = state.stance[rows]
    state.stance[rows] = np.where(stance == JOINT, 0, stance)

