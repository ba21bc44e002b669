"""What a mediating ally is good for: the other's word is worth more, and failing costs less."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.state import State
from negotiation.politics.coalition import MEDIATION, how_many

Floats = NDArray[np.float64]


def assurance_of(game: Game, state: State, seat: int) -> Floats:
    """How far a government believes that meeting a demand ends the matter, share, (R,): a mediator takes off doubt."""
    own, rules = state.assurance[:, seat], game.scenario.mediation
    if rules is None:
        return own
    doubt = rules.assurance.value * (1.0 - own)
    return np.where(how_many(state.stance, MEDIATION) > 0, own + doubt, own)


def cost_of_failing(game: Game, state: State, cost: float) -> Floats | float:
    """What a government loses at home by a summit in vain or a failed ratification, share of approval, (R,)."""
    rules = game.scenario.mediation
    if rules is None:
        return cost
    return np.where(how_many(state.stance, MEDIATION) > 0, cost * (1.0 - rules.softens.value), cost)
