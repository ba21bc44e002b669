"""What a government asks the search for packages."""

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search_book import ExactRows
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
    )
