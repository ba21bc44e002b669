"""How good a forecast was: of numbers, of events, of the order of things."""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def crps(ensemble: Floats, observed: Floats) -> Floats:
    """The continuous ranked probability score of ensembles, in the unit of what is forecast; 0 is perfect.

    ensemble: (N, R) forecasts, each of R equally likely numbers; observed: (N,). For R = 1 it is the absolute error.
    Mean |X - y| less half the mean |X - X'|, by the sorted ensemble.
    Source: Gneiting & Raftery (2007), equation 21; Hersbach (2000) for ensembles.
    """
    size = ensemble.shape[-1]
    ordered = np.sort(ensemble, axis=-1)
    distance = np.abs(ordered - observed[:, None]).mean(axis=-1)
    ranks = 2.0 * np.arange(1, size + 1) - size - 1.0
    spread: Floats = (ordered * ranks).sum(axis=-1) / (size * size)
    score: Floats = distance - spread
    return score


def covered(ensemble: Floats, observed: Floats, share: float) -> Flags:
    """Whether the middle `share` of each ensemble (N, R) holds what was observed (N,), its bounds included."""
    low, high = np.quantile(ensemble, (0.5 - share / 2.0, 0.5 + share / 2.0), axis=-1)
    within: Flags = (observed >= low) & (observed <= high)
    return within


def brier(chance: Floats, happened: Flags) -> Floats:
    """The squared error of each chance (N,) of an event that happened or not; 0 is perfect, 0.25 is a coin's.

    Source: Brier (1950), in its usual half.
    """
    score: Floats = np.square(chance - happened)
    return score


def reliability(chance: Floats, happened: Flags, edges: Sequence[float]) -> list[tuple[int, float, float]]:
    """How many chances fell between two edges, their mean, and how often it happened; empty ones are left out.

    Source: Murphy & Winkler (1977).
    """
    place = np.clip(np.searchsorted(edges, chance, side="right") - 1, 0, len(edges) - 2)
    return [
        (int(here.sum()), float(chance[here].mean()), float(happened[here].mean()))
        for here in (place == each for each in range(len(edges) - 1))
        if here.any()
    ]


def order_distance(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """How far two orders of things are apart, 0 the same, 1 nothing in common: the fewest things put in, taken out or
    exchanged, over the length of the longer; 0 for two empty ones.

    Source: Levenshtein (1966); divided by the longer length.
    """
    row = list(range(len(second) + 1))
    for i, one in enumerate(first, start=1):
        before, row = row, [i]
        for j, other in enumerate(second, start=1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one != other)))
    longest = max(len(first), len(second))
    return row[-1] / longest if longest else 0.0
