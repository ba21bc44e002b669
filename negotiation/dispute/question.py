"""What a government asks the search for packages, and by when it must have an answer."""

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search_book import ExactRows
from negotiation.dispute.game import Game
from negotiation.dispute.standing import Standing
from negotiation.dispute.state import State


def question(state: State, standings: tuple[Standing, Standing], seat: int, asking: NDArray[np.bool_]) -> ExactRows:
    """What is acceptable in every world, with the no-deal value as the least. asking: (R,) where it asks at all."""
    standing, other = standings[seat], standings[1 - seat]
    return ExactRows(
        own_type=np.ascontiguousarray(state.type[:, seat]),
        asking=asking,
        least=standing.no_deal,
        floor=standing.no_deal,
        need=standing.need,
        limited_need=standing.limited_need,
        belief=state.type_belief[seat],
        committed=np.ascontiguousarray(state.committed[:, seat]),
        open_code=standing.open_code,
        open_value=standing.own_open_value,
        other_open_value=other.open_value,
        other_needs=standing.other_needs,
    )


def known_deadline(game: Game, state: State, seat: int) -> NDArray[np.int64]:
    """The week by which a government must have a deal, (R,): its own deadline; the first of both where both are known.

    Source: the earlier deadline rules both sides, Sandholm & Vulkan (1999).
    """
    clock: NDArray[np.int64] = state.clock[:, seat]
    return state.clock.min(axis=-1) if game.scenario.information == "known" else clock
