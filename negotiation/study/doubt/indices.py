"""Which uncertain number matters: SALib's indices with intervals that count both the design's chance and luck's.

Source: Sobol (2001), first-order and total indices, by the estimators of Saltelli et al. (2010); Morris (1991),
elementary effects, their mean size by Campolongo, Cariboni & Saltelli (2007).
"""

import math
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.study.plan.design import problem
from negotiation.study.statistics import LEVEL, standard_errors

Floats = NDArray[np.float64]
RESAMPLES = 200  # of the design, by SALib
DRAWS = 40  # of the worlds
FIRST, TOTAL = "first order", "total"
SIZE, MEAN, SPREAD = "mean size", "mean", "spread"
Found = Mapping[str, tuple[Floats, Floats]]  # index -> value and half width of its interval, (k,) each


@dataclass(frozen=True)
class Index:
    """One index of one number, with its 95 % interval."""

    parameter: str
    index: str
    value: float
    low: float
    high: float


def sobol_indices(names: Sequence[str], worlds: Floats, seed: int = 0) -> list[Index]:
    """Shares of the variance between points: of a number alone, and with all it acts together with.

    worlds: an outcome at Saltelli's points, in their order, by world: (points, R); their mean is what is explained.
    """

    def once(values: Floats, resamples: int) -> Found:
        from SALib.analyze import sobol

        found = sobol.analyze(
            problem(len(names)), values, calc_second_order=False, num_resamples=resamples, conf_level=LEVEL, seed=seed
        )
        return {FIRST: (found["S1"], found["S1_conf"]), TOTAL: (found["ST"], found["ST_conf"])}

    return told(names, worlds, once, seed)


def morris_indices(names: Sequence[str], levels: Floats, worlds: Floats, seed: int = 0, grid: int = 4) -> list[Index]:
    """Mean size, mean and spread of a number's elementary effects, in the outcome's unit over its whole range.

    levels: Morris's points as levels of the distributions, (points, k); worlds: as above.
    """

    def once(values: Floats, resamples: int) -> Found:
        from SALib.analyze import morris

        found = morris.analyze(
            problem(len(names)), levels, values, num_resamples=resamples, conf_level=LEVEL, num_levels=grid, seed=seed
        )
        spread = np.asarray(found["sigma"], np.float64)
        trajectories = len(values) / (len(names) + 1)
        reach = standard_errors(LEVEL) * spread / math.sqrt(trajectories)
        unknown = np.full(len(names), np.nan)
        size = np.asarray(found["mu_star"], np.float64), np.asarray(found["mu_star_conf"], np.float64)
        return {SIZE: size, MEAN: (np.asarray(found["mu"], np.float64), reach), SPREAD: (spread, unknown)}

    return told(names, worlds, once, seed)


def told(names: Sequence[str], worlds: Floats, once: Callable[[Floats, int], Found], seed: int) -> list[Index]:
    """The indices of the mean over worlds; intervals from the design and, by drawing worlds again, from luck."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # SALib's own, and of an outcome that is the same at all points
        found = once(worlds.mean(axis=1), RESAMPLES)
        luck = luck_reach(worlds, once, seed)
    rows = []
    for index, (values, reach) in found.items():
        for place, name in enumerate(names):
            value, half = float(np.nan_to_num(values[place])), math.hypot(reach[place], luck[index][place])
            half = 0.0 if math.isnan(half) and index != SPREAD else half
            rows.append(Index(name, index, value, value - half, value + half))
    return rows


def luck_reach(worlds: Floats, once: Callable[[Floats, int], Found], seed: int) -> dict[str, Floats]:
    """How far each index's interval reaches for luck alone: the same worlds, drawn again, at all points."""
    number = worlds.shape[1]
    if number < 2:
        return {index: np.zeros_like(values) for index, (values, _) in once(worlds[:, 0], 2).items()}
    rng = np.random.default_rng(seed)
    drawn = [once(worlds[:, rng.integers(0, number, number)].mean(axis=1), 2) for _ in range(DRAWS)]
    return {
        index: standard_errors(LEVEL) * np.nan_to_num(np.std([each[index][0] for each in drawn], axis=0, ddof=1))
        for index in drawn[0]
    }
