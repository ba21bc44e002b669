"""What anybody could say without a model: nothing changes, the Nash point is signed at once, or a coin is tossed.

The first two are played by the dispute's own rules of the economy, with nobody moving; a coin knows no numbers.
"""

from typing import Any

import numpy as np

from negotiation.bargaining.reference_points import nash_point
from negotiation.dispute.game import Game
from negotiation.dispute.luck import draw
from negotiation.dispute.outcome import facts
from negotiation.dispute.response import economy_responds
from negotiation.dispute.start import opening_state
from negotiation.dispute.state import COMPREHENSIVE_DEAL, NONE, State
from negotiation.dispute.worth import COMPONENTS
from negotiation.politics.coalition import NEUTRAL

NOTHING, NASH, COIN = "nothing changes", "the Nash point at once", "a coin toss"


def baselines(game: Game) -> dict[str, Any]:
    """Baseline -> how it ends and each side's welfare, percent of a year's real income; None where nobody can gain."""
    nash = nash_point(game.points, np.zeros(2))
    return {NOTHING: told(game, untouched(game)), NASH: told(game, agreed(game, int(nash))) if nash >= 0 else None}


def untouched(game: Game) -> State:
    """One world on its first morning whose threats are nobody's business."""
    state = opening_state(game, draw(game.scenario, 0, range(1)))
    state.threat_level[:] = NONE
    return state


def agreed(game: Game, package: int) -> State:
    """The same with a comprehensive package in force from the first week, allies neutral."""
    state = untouched(game)
    state.settled[:], state.level[:] = game.packages.options[package], game.packages.levels[package]
    state.paused_until[:] = 0
    state.settlement[:] = COMPREHENSIVE_DEAL
    state.stance[:] = NEUTRAL
    return state


def told(game: Game, state: State) -> dict[str, Any]:
    """What comes of it if nobody moves until the horizon."""
    for state.week in range(game.scenario.weeks):
        economy_responds(game, state)
    ended = facts(game, state).outcome
    welfare = state.total[0, :, COMPONENTS.index("welfare")]
    return {
        "outcome": ended.labels[int(ended.codes[0])],
        "welfare": {side: float(value) for side, value in zip(game.scenario.sides, welfare, strict=True)},
    }
