"""Where theory says two or more sides would meet: the best package by a named formula, on a finite set.

Axes: P packages, G sides; values: (P, G) and disagreement: (G,) in one unit per side. Only some packages count: no side
is below its disagreement value, somebody is above it, and no other such package is better for one side and worse for
none. Each `..._score` is (P,), -inf for packages that do not count. Each `..._point` is the index of the first package
of the highest score, -1 if nobody can gain; `tied_optima` of a score lists all of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from negotiation.bargaining.dominance import TOLERANCE, pareto_frontier

Floats = NDArray[np.float64]


def nash_point(values: ArrayLike, disagreement: ArrayLike, power: ArrayLike | None = None) -> int:
    """Highest product of gains; needs a package from which every side gains. Source: Nash (1950)."""
    return first_optimum(nash_score(values, disagreement, power))


def egalitarian_gain_point(values: ArrayLike, disagreement: ArrayLike) -> int:
    """Highest least gain. Source: Kalai (1977, proportional solutions)."""
    return first_optimum(egalitarian_gain_score(values, disagreement))


def egalitarian_raw_point(values: ArrayLike, disagreement: ArrayLike) -> int:
    """Highest least value, whatever the disagreement values. Source: Rawls (1971), the maximin rule."""
    return first_optimum(egalitarian_raw_score(values, disagreement))


def utilitarian_point(values: ArrayLike, disagreement: ArrayLike) -> int:
    """Highest sum of gains. Source: Thomson (1981)."""
    return first_optimum(utilitarian_score(values, disagreement))


def kalai_smorodinsky_point(values: ArrayLike, disagreement: ArrayLike) -> int:
    """Highest least ratio of gain to best gain. Source: Kalai & Smorodinsky (1975), maximin on a finite set."""
    return first_optimum(kalai_smorodinsky_score(values, disagreement))


def ks_min_spread_point(values: ArrayLike, disagreement: ArrayLike) -> int:
    """Most nearly equal ratios of gain to best gain. Source: Kalai & Smorodinsky (1975), nearest on a finite set."""
    return first_optimum(ks_min_spread_score(values, disagreement))


def first_optimum(score: Floats) -> int:
    """Index of the first package of the highest score within rounding, -1 if none counts; score: (P,)."""
    tied = tied_optima(score)
    return int(tied[0]) if tied.size else -1


def tied_optima(score: Floats) -> NDArray[np.int64]:
    """Indices of all packages of the highest score within rounding, ascending; score: (P,)."""
    best = score.max(initial=-np.inf)
    return np.flatnonzero((score >= best - TOLERANCE) & (score > -np.inf))


def nash_score(values: ArrayLike, disagreement: ArrayLike, power: ArrayLike | None = None) -> Floats:
    """Product of gains, each to the side's bargaining power.

    power: (G,) or None for equal. Source: Nash (1950); unequal power, Kalai (1977, nonsymmetric solutions).
    """
    gains = _gains(values, disagreement)
    everyone_gains = (gains > TOLERANCE).all(axis=-1)
    weights = np.ones(gains.shape[-1]) if power is None else np.asarray(power, dtype=np.float64)
    product = np.power(np.maximum(gains, 0.0), weights).prod(axis=-1)
    return np.where(_counts(gains) & everyone_gains, product, -np.inf)


def egalitarian_gain_score(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Least gain of any side. Source: Kalai (1977, proportional solutions)."""
    gains = _gains(values, disagreement)
    return np.where(_counts(gains), gains.min(axis=-1), -np.inf)


def egalitarian_raw_score(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Least value of any side. Source: Rawls (1971)."""
    table = np.asarray(values, dtype=np.float64)
    return np.where(_counts(_gains(values, disagreement)), table.min(axis=-1), -np.inf)


def utilitarian_score(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Sum of gains. Source: Thomson (1981)."""
    gains = _gains(values, disagreement)
    return np.where(_counts(gains), gains.sum(axis=-1), -np.inf)


def kalai_smorodinsky_score(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Least ratio of gain to best gain. Source: Kalai & Smorodinsky (1975)."""
    ratios, counts = _ratios(_gains(values, disagreement))
    return np.where(counts, ratios.min(axis=-1), -np.inf)


def ks_min_spread_score(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    """Minus the distance between highest and lowest ratio of gain to best gain. Source: Kalai & Smorodinsky (1975)."""
    ratios, counts = _ratios(_gains(values, disagreement))
    return np.where(counts, ratios.min(axis=-1) - ratios.max(axis=-1), -np.inf)


def _gains(values: ArrayLike, disagreement: ArrayLike) -> Floats:
    table, start = np.asarray(values, dtype=np.float64), np.asarray(disagreement, dtype=np.float64)
    if table.ndim != 2 or start.shape != table.shape[1:]:
        raise ValueError(f"values (P, G) and disagreement (G,): got shapes {table.shape} and {start.shape}")
    return table - start


def _counts(gains: Floats) -> NDArray[np.bool_]:
    """Which packages count: rational, and efficient among the rational."""
    rational = (gains >= -TOLERANCE).all(axis=-1) & (gains > TOLERANCE).any(axis=-1)
    counts = np.zeros(len(gains), dtype=np.bool_)
    counts[rational] = pareto_frontier(gains[rational])
    return counts


def _ratios(gains: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Share of its best rational gain each side gets, (P, G), and which packages count, (P,).

    A side that cannot gain has ratio 1 everywhere, so that it decides nothing.
    """
    counts = _counts(gains)
    best = gains[counts].max(axis=0, initial=0.0)
    can_gain = best > TOLERANCE
    return np.where(can_gain, gains / np.where(can_gain, best, 1.0), 1.0), counts
