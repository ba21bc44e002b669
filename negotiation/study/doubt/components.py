"""How much of what varies comes from what, where everything met everything: decisions, guesses, luck.

Source: Searle, Casella & McCulloch (1992), variance components of a balanced crossed layout by mean squares; groups
left out for their errors, Quenouille (1956).
"""

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.study.statistics import LEVEL, Estimate, standard_errors

Floats = NDArray[np.float64]
GROUPS = 10  # left out in turn


class Part(NamedTuple):
    """What one factor accounts for, share of the variance: alone, and with all it acts together with."""

    alone: Estimate
    together: Estimate


def parts(values: Floats, drawn: tuple[int, ...]) -> list[Part]:
    """A part for each axis of the values, every factor an axis; drawn: axes that are a sample, which intervals count.

    Where nothing varies all parts are 0.
    """
    whole = shares(values)
    spread = np.zeros_like(whole)
    for axis in drawn:
        groups = min(GROUPS, values.shape[axis])
        pieces = np.array_split(np.arange(values.shape[axis]), groups)
        without = np.array([shares(np.delete(values, piece, axis)) for piece in pieces])
        spread += (groups - 1) / groups * np.square(without - without.mean(axis=0)).sum(axis=0)
    reach = standard_errors(LEVEL) * np.sqrt(spread)
    low, high = np.clip(whole - reach, 0.0, 1.0), np.clip(whole + reach, 0.0, 1.0)
    return [
        Part(*(Estimate(*(float(each[axis, kind]) for each in (whole, low, high))) for kind in (0, 1)))
        for axis in range(values.ndim)
    ]


def shares(values: Floats) -> Floats:
    """Of every axis what it accounts for alone and with others, (axes, 2)."""
    found = components(values)
    total = sum(found.values())
    if total <= 0.0:
        return np.zeros((values.ndim, 2))
    alone = [found[(axis,)] for axis in range(values.ndim)]
    together = [sum(part for axes, part in found.items() if axis in axes) for axis in range(values.ndim)]
    return np.array([alone, together]).T / total


def components(values: Floats) -> dict[tuple[int, ...], float]:
    """Set of axes -> the variance that they cause together; what comes out below 0 by chance is 0."""
    axes = tuple(range(values.ndim))
    sets = [chosen for size in range(1, values.ndim + 1) for chosen in combinations(axes, size)]
    squares = {chosen: _mean_square(values, chosen) for chosen in sets}
    found = {}
    for chosen in sets:
        others = [axis for axis in axes if axis not in chosen]
        # The mean square of a set expects its own part and, once each, those of all sets around it.
        signed = sum(
            (-1.0) ** size * squares[tuple(sorted((*chosen, *more)))]
            for size in range(len(others) + 1)
            for more in combinations(others, size)
        )
        found[chosen] = max(signed / float(np.prod([values.shape[axis] for axis in others])), 0.0)
    return found


def _mean_square(values: Floats, chosen: tuple[int, ...]) -> float:
    """The sum of squares of an effect over its degrees of freedom, in units of single values."""
    axes = tuple(range(values.ndim))
    effect = np.zeros([values.shape[axis] if axis in chosen else 1 for axis in axes])
    for size in range(len(chosen) + 1):
        for part in combinations(chosen, size):
            others = tuple(axis for axis in axes if axis not in part)
            effect = effect + (-1.0) ** (len(chosen) - size) * values.mean(axis=others, keepdims=True)
    freedom = float(np.prod([max(values.shape[axis] - 1, 1) for axis in chosen]))
    return float(np.square(effect).sum()) * (values.size / effect.size) / freedom
