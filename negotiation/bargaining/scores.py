"""Packages scored by what their options add, and the best of those worth enough.

Axes: R rows, P packages, I issues, O options.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NONE = -1
MOST_CELLS = 1 << 20  # rows times packages looked at together, to bound the memory

Scores = Callable[[slice], Floats]  # of some rows, for every package, (some, P)


def first_best(counts: Callable[[slice], NDArray[np.bool_]], scores: Scores, rows: int, packages: int) -> Integers:
    """The first package of highest score among those that count in each row, (R,); NONE where none does."""
    best = np.full(rows, NONE, dtype=np.int64)
    block = max(1, MOST_CELLS // packages)
    for start in range(0, rows, block):
        some = slice(start, min(start + block, rows))
        eligible = counts(some)
        found = np.where(eligible, scores(some), -np.inf).argmax(axis=-1)
        best[some] = np.where(eligible.any(axis=-1), found, NONE)
    return best


def sum_of_options(packages: NDArray[np.integer], table: Floats) -> Floats:
    """Of every package (P, I), the sum over issues of what its option adds; table: (R, I, O), returns (R, P)."""
    total = np.zeros((len(table), len(packages)))
    for issue in range(packages.shape[1]):
        total += table[:, issue, packages[:, issue]]
    return total


def similarity(packages: NDArray[np.integer], asked: NDArray[np.integer], weights: Floats, likeness: Floats) -> Floats:
    """Mean likeness of every package (P, I) to the packages asked for (R, I), weighted by issue, (R, P).

    weights: (R, I); likeness: (I, O, O). Source: Faratin, Sierra & Jennings (2002), similarity criteria.
    """
    rows = np.arange(packages.shape[1])
    return sum_of_options(packages, weights[:, :, None] * likeness[rows, asked])


def likeness_of(counts: Sequence[int], scales: Sequence[Sequence[float]]) -> Floats:
    """How alike two options of an issue are, 0 to 1, (I, O, O): 1 less their distance; without a scale equal or not.

    counts: options of each issue; scales: where each option of an issue lies from 0 to 1, empty for none.
    """
    size = max(counts)
    alike = np.zeros((len(counts), size, size))
    for issue, (count, stated) in enumerate(zip(counts, scales, strict=True)):
        scale = np.array(stated)
        apart = np.abs(scale[:, None] - scale) if len(stated) else 1.0 - np.eye(count)
        alike[issue, :count, :count] = 1.0 - apart
    return alike
