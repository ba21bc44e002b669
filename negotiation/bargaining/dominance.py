"""Which packages are efficient: nothing else gives one side more and no side less.

Axes: P packages, G sides. Values closer than a tolerance count as equal: each side's values are replaced by ranks, a
new rank where the next higher value is further away than the tolerance, so that being equal is the same for every pair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray

Indices = NDArray[np.int64]

TOLERANCE = 1e-9  # in units of value; differences below are rounding


def pareto_frontier(values: ArrayLike, tolerance: float = TOLERANCE) -> NDArray[np.bool_]:
    """Which packages no other dominates; values: (P, G), returns (P,) bool. Equal packages are all on it or all off."""
    kinds, kind_of, _ = _distinct_rows(value_ranks(values, tolerance))
    return np.asarray(_efficient(kinds)[kind_of], dtype=np.bool_)


def distinct_frontier(values: ArrayLike, tolerance: float = TOLERANCE) -> Indices:
    """Indices of the efficient packages, the first of each set of equal ones, by the first side's value ascending.

    values: (P, G), returns (F,).
    """
    kinds, _, first = _distinct_rows(value_ranks(values, tolerance))
    return np.asarray(first[_efficient(kinds)], dtype=np.int64)


def dominance_layers(values: ArrayLike, tolerance: float = TOLERANCE) -> Indices:
    """Layer of each package: 0 the frontier, 1 the frontier once layer 0 is taken away, and so on.

    values: (P, 2), returns (P,). Equal packages share a layer. Takes P log P: a package, met from the highest value of
    the first side down, belongs to the first layer in which nobody met so far gives the second side as much.
    """
    kinds, kind_of, _ = _distinct_rows(value_ranks(values, tolerance))
    if kinds.shape[1] != 2:
        raise ValueError(f"dominance_layers: values of two sides, shape (P, 2); got {kinds.shape[1]} sides")
    layers = np.zeros(len(kinds), dtype=np.int64)
    lowest_ranks: list[int] = []  # per layer minus the highest rank met for the second side; ascending
    for kind in range(len(kinds) - 1, -1, -1):
        lowered = -int(kinds[kind, 1])
        layer = bisect_right(lowest_ranks, lowered)
        lowest_ranks[layer : layer + 1] = [lowered]
        layers[kind] = layer
    return np.asarray(layers[kind_of], dtype=np.int64)


def layers_in_turn(values: ArrayLike, tolerance: float = TOLERANCE) -> Iterator[NDArray[np.bool_]]:
    """Layer by layer, the frontier first, which packages are in it, (P,) bool; as `dominance_layers` numbers them.

    values: (P, 2). Cheaper than all layers where the first few are enough.
    """
    kinds, kind_of, _ = _distinct_rows(value_ranks(values, tolerance))
    rest = np.arange(len(kinds))
    while rest.size:
        efficient = _efficient_pairs(kinds[rest])
        in_layer = np.zeros(len(kinds), np.bool_)
        in_layer[rest[efficient]] = True
        yield in_layer[kind_of]
        rest = rest[~efficient]


def value_ranks(values: ArrayLike, tolerance: float = TOLERANCE) -> Indices:
    """Rank of each value among its side's, 0 the lowest, equal within the tolerance; values: (P, G), returns (P, G)."""
    table = np.asarray(values, dtype=np.float64)
    if table.ndim != 2 or not np.isfinite(table).all():
        raise ValueError(f"values: finite numbers of shape (packages, sides); got shape {table.shape}")
    ranks = np.empty(table.shape, dtype=np.int64)
    for side in range(table.shape[1]):
        order = np.argsort(table[:, side], kind="stable")
        ascending = table[order, side]
        ranks[order[:1], side] = 0
        ranks[order[1:], side] = np.cumsum(ascending[1:] - ascending[:-1] > tolerance)
    return ranks


def _distinct_rows(ranks: Indices) -> tuple[Indices, Indices, Indices]:
    """The different rows in ascending order, (N, G), which each row is, (P,), and the first row of each kind, (N,)."""
    order = np.lexsort(ranks.T[::-1])
    ascending = ranks[order]
    differs = np.ones(len(ranks), dtype=np.bool_)
    differs[1:] = (ascending[1:] != ascending[:-1]).any(axis=-1)
    kind_of = np.empty(len(ranks), dtype=np.int64)
    kind_of[order] = np.cumsum(differs) - 1
    return ascending[differs], kind_of, order[differs]


def _efficient(kinds: Indices) -> NDArray[np.bool_]:
    """Of distinct rows in ascending order, those no other row dominates; kinds: (N, G)."""
    return _efficient_pairs(kinds) if kinds.shape[1] == 2 else _efficient_rows(kinds)


def _efficient_pairs(kinds: Indices) -> NDArray[np.bool_]:
    """Of distinct pairs in ascending order, those above every later second entry; kinds: (N, 2)."""
    later_most = np.maximum.accumulate(kinds[::-1, 1])[::-1]
    return np.append(kinds[:-1, 1] > later_most[1:], np.ones(min(len(kinds), 1), dtype=np.bool_))


def _efficient_rows(kinds: Indices) -> NDArray[np.bool_]:
    """Of distinct rows, those no other row dominates; kinds: (N, G)."""
    efficient = np.zeros(len(kinds), dtype=np.bool_)
    rest = np.argsort(-kinds.sum(axis=-1), kind="stable")
    while rest.size:
        # A dominating row has a higher sum of ranks, so the first of the rest is dominated by none of them.
        efficient[rest[0]] = True
        rest = rest[(kinds[rest] > kinds[rest[0]]).any(axis=-1)]
    return efficient
