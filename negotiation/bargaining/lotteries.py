"""Where two sides would meet if they may also draw lots between packages: points on the convex hull.

Axes: P packages, F corners, always two sides. A lottery must leave neither side below its disagreement value on
average. The hull's efficient edge is a chain of straight segments, on each of which every formula has its optimum in
closed form. Each `..._lottery` returns the expected values (2,), NaN if nobody can gain.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from negotiation.bargaining.dominance import TOLERANCE, distinct_frontier

Floats = NDArray[np.float64]
Segments = tuple[Floats, Floats]  # gains at the start and along the whole of each segment, (F - 1, 2) each


def hull_frontier(values: ArrayLike) -> Floats:
    """Corners of the efficient edge of the convex hull, by the first side's value ascending; (P, 2) to (F, 2)."""
    table = np.asarray(values, dtype=np.float64)
    if table.ndim != 2 or table.shape[1] != 2:
        raise ValueError(f"lotteries are between packages of two sides, shape (P, 2); got {table.shape}")
    corners: list[Floats] = []
    for point in table[distinct_frontier(table)]:
        while len(corners) >= 2 and not _turns_right(corners[-2], corners[-1], point):
            corners.pop()
        corners.append(point)
    return np.array(corners).reshape(-1, 2)


def nash_lottery(values: ArrayLike, disagreement: ArrayLike, power: float = 0.5) -> Floats:
    """Highest product of gains, each to the side's bargaining power; power: the first side's share of it.

    Source: Nash (1950); unequal power, Kalai (1977, nonsymmetric solutions).
    """

    def place(start: Floats, along: Floats) -> Floats:
        pull = power * along[:, 0] * start[:, 1] + (1.0 - power) * along[:, 1] * start[:, 0]
        return -pull / (along[:, 0] * along[:, 1])

    def score(gains: Floats) -> Floats:
        product: Floats = np.power(gains, np.array([power, 1.0 - power])).prod(axis=-1)
        return product

    return _best_on_chain(_chain_of_gains(values, disagreement), disagreement, place, score)


def egalitarian_gain_lottery(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Highest least gain. Source: Kalai (1977, proportional solutions)."""
    return _highest_least(values, disagreement, np.zeros(2), np.ones(2))


def egalitarian_raw_lottery(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Highest least value. Source: Rawls (1971)."""
    return _highest_least(values, disagreement, np.asarray(disagreement, dtype=np.float64), np.ones(2))


def kalai_smorodinsky_lottery(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Equal ratios of gain to best gain. Source: Kalai & Smorodinsky (1975)."""
    best = _chain_of_gains(values, disagreement).max(axis=0, initial=0.0)
    return _highest_least(values, disagreement, np.zeros(2), np.where(best > TOLERANCE, best, 1.0))


def utilitarian_lottery(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Highest sum of gains; of several, the one best for the second side. Source: Thomson (1981)."""
    chain = _chain_of_gains(values, disagreement)
    if not len(chain):
        return np.full(2, np.nan)
    total = chain.sum(axis=-1)
    best: Floats = chain[np.argmax(total >= total.max() - TOLERANCE)]
    return best + np.asarray(disagreement, dtype=np.float64)


def _turns_right(first: Floats, second: Floats, third: Floats) -> bool:
    before, after = second - first, third - second
    return bool(before[1] * after[0] > after[1] * before[0])


def _chain_of_gains(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Corners of the efficient edge as gains, cut where a side would lose; (F, 2), empty if nobody can gain."""
    corners = hull_frontier(values) - np.asarray(disagreement, dtype=np.float64)
    for side in range(2):
        corners = _cut_at_zero(corners, side)
    somebody_gains = len(corners) > 0 and bool((corners > TOLERANCE).any())
    return corners if somebody_gains else np.empty((0, 2))


def _cut_at_zero(corners: Floats, side: int) -> Floats:
    """The part of a chain on which one side loses nothing, with the point where its gain is nought."""
    kept = corners[:, side] >= -TOLERANCE
    start, end = corners[:-1], corners[1:]
    crosses = kept[:-1] != kept[1:]
    share = start[crosses, side] / (start[crosses, side] - end[crosses, side])
    border = start[crosses] + share[:, None] * (end[crosses] - start[crosses])
    # The first side's gain rises along the chain, so what is kept is its end; the second's falls.
    return np.concatenate([border, corners[kept]] if side == 0 else [corners[kept], border])


def _highest_least(values: ArrayLike, disagreement: ArrayLike, base: Floats, scale: Floats) -> Floats:
    """The point of the chain where the lower of (base + gain) / scale is highest."""

    def place(start: Floats, along: Floats) -> Floats:
        slope = along / scale
        distance = (base + start) / scale
        return (distance[:, 1] - distance[:, 0]) / (slope[:, 0] - slope[:, 1])

    def score(gains: Floats) -> Floats:
        least: Floats = ((base + gains) / scale).min(axis=-1)
        return least

    return _best_on_chain(_chain_of_gains(values, disagreement), disagreement, place, score)


def _best_on_chain(
    chain: Floats,
    disagreement: ArrayLike,
    place: Callable[[Floats, Floats], Floats],
    score: Callable[[Floats], Floats],
) -> Floats:
    """The best of the corners and of the optimum within each segment, `place` saying how far along it lies."""
    if not len(chain):
        return np.full(2, np.nan)
    start, along = chain[:-1], np.diff(chain, axis=0)
    share = np.clip(place(start, along), 0.0, 1.0)
    points = np.maximum(np.concatenate([chain, start + share[:, None] * along]), 0.0)
    best: Floats = points[np.argmax(score(points))]
    return best + np.asarray(disagreement, dtype=np.float64)
