"""What a set of packages offers both sides: the frontier, the zone of agreement, every reference point.

Axes: P packages, G sides, F frontier packages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from negotiation.bargaining import lotteries, reference_points
from negotiation.bargaining.dominance import TOLERANCE, distinct_frontier

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

POINTS: dict[str, Callable[[ArrayLike, ArrayLike], int]] = {
    "nash": reference_points.nash_point,
    "egalitarian_gain": reference_points.egalitarian_gain_point,
    "egalitarian_raw": reference_points.egalitarian_raw_point,
    "kalai_smorodinsky": reference_points.kalai_smorodinsky_point,
    "ks_min_spread": reference_points.ks_min_spread_point,
    "utilitarian": reference_points.utilitarian_point,
}
LOTTERIES: dict[str, Callable[[ArrayLike, ArrayLike], Floats]] = {
    "nash": lotteries.nash_lottery,
    "egalitarian_gain": lotteries.egalitarian_gain_lottery,
    "egalitarian_raw": lotteries.egalitarian_raw_lottery,
    "kalai_smorodinsky": lotteries.kalai_smorodinsky_lottery,
    "utilitarian": lotteries.utilitarian_lottery,
}


@dataclass(frozen=True)
class Appraisal:
    """values: (P, G); disagreement: (G,); zone: (P,) packages that leave no side below its disagreement value and
    somebody above; frontier: (F,) efficient packages among them; points: package by reference point, -1 for none;
    lotteries: expected values (2,) by reference point when lots may be drawn, empty for more than two sides.
    """

    values: Floats
    disagreement: Floats
    zone: NDArray[np.bool_]
    frontier: Integers
    points: dict[str, int]
    lotteries: dict[str, Floats]


def appraise(values: ArrayLike, disagreement: ArrayLike) -> Appraisal:
    """Appraise the packages; values: (P, G), disagreement: (G,)."""
    table, start = np.asarray(values, dtype=np.float64), np.asarray(disagreement, dtype=np.float64)
    gains = table - start
    zone = np.logical_and((gains >= -TOLERANCE).all(axis=-1), (gains > TOLERANCE).any(axis=-1))
    inside = np.flatnonzero(zone)
    frontier = inside[distinct_frontier(table[inside])] if inside.size else inside
    points = {name: point(table, start) for name, point in POINTS.items()}
    drawn = {name: lottery(table, start) for name, lottery in LOTTERIES.items()} if table.shape[1] == 2 else {}
    return Appraisal(table, start, zone, frontier, points, drawn)
