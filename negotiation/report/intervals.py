"""How sure a share is that was counted in a finite number of worlds."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

NORMAL_95 = 1.959963984540054  # standard errors either side of a 95 % interval


def wilson(count: ArrayLike, worlds: int) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Share of worlds with its 95 % interval: share, low, high, each between 0 and 1.

    Source: Wilson (1927).
    """
    share = np.asarray(count, dtype=np.float64) / worlds
    squared = NORMAL_95 * NORMAL_95 / worlds
    centre = (share + squared / 2) / (1 + squared)
    reach = np.sqrt(squared * (share * (1 - share) + squared / 4)) / (1 + squared)
    return share, np.maximum(centre - reach, 0.0), np.minimum(centre + reach, 1.0)
