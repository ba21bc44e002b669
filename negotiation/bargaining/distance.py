"""How far what was agreed lies from what could have been."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

MOST_PAIRS = 1 << 20  # points times frontier points compared at a time, to bound the memory


def distance_to_frontier(points: ArrayLike, frontier: ArrayLike) -> Floats:
    """Euclidean distance to the nearest frontier point; points: (R, 2), frontier: (F, 2), returns (R,).

    Source: Baarslag et al. (2013), distance to Pareto.
    """
    places, targets = np.asarray(points, dtype=np.float64), np.asarray(frontier, dtype=np.float64)
    if not len(targets):
        raise ValueError("distance_to_frontier: a frontier has at least one point; got none")
    block = max(1, MOST_PAIRS // len(targets))
    nearest = np.empty(len(places))
    for first in range(0, len(places), block):
        some = places[first : first + block, None]
        nearest[first : first + block] = np.hypot(*np.moveaxis(some - targets, -1, 0)).min(axis=-1)
    return nearest


def distance_to_point(points: ArrayLike, point: ArrayLike) -> Floats:
    """Euclidean distance to one point, such as the Nash point; points: (R, 2), point: (2,), returns (R,).

    Source: Baarslag et al. (2013), distance to Nash.
    """
    apart = np.asarray(points, dtype=np.float64) - np.asarray(point, dtype=np.float64)
    return np.hypot(apart[:, 0], apart[:, 1])
