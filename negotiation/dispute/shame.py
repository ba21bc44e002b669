"""What the public makes of a threat that is dropped."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.politics.approval import dropped_threat_cost


def dropping_cost(game: Game, seat: int, m: int) -> NDArray[np.float64]:
    """Approval lost by dropping a threat of each level of a measure, share, (levels,)."""
    side, tables = game.sides[seat], game.tables
    levels = np.arange(game.top[m] + 1)
    gains = tables.income[side.groups][:, levels * game.strides[m]] > 0.0
    share = side.influence / side.influence.sum() if side.influence.size else side.influence
    backing = (np.ascontiguousarray(gains.T) * share).sum(axis=-1)
    audience = side.country.audience
    return dropped_threat_cost(audience.dropped_threat.value, backing, audience.leniency.value)
