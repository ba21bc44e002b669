"""How sure we are: 95 % intervals for shares, means and paired differences, in closed form."""

import math
from fractions import Fraction
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

LEVEL = 0.95


class Estimate(NamedTuple):
    """A number with its interval; all three NaN where there is nothing to estimate from."""

    value: float
    low: float
    high: float


UNKNOWN = Estimate(math.nan, math.nan, math.nan)


def share(count: int, total: int, level: float = LEVEL) -> Estimate:
    """The share count / total with Wilson's score interval, which stays inside 0-1 and holds for rare events.

    Source: Wilson (1927), without continuity correction; Newcombe (1998), method 3.
    """
    if total == 0:
        return UNKNOWN
    z = standard_errors(level)
    observed = count / total
    middle = observed + z * z / (2 * total)
    reach = z * math.sqrt(observed * (1 - observed) / total + z * z / (4 * total * total))
    shrink = 1 + z * z / total
    # At 0 and at everybody the bound is exact; rounding must not leave 1e-19 there.
    low = 0.0 if count == 0 else (middle - reach) / shrink
    high = 1.0 if count == total else (middle + reach) / shrink
    return Estimate(observed, low, high)


def mean(values: ArrayLike, level: float = LEVEL) -> Estimate:
    """The mean of the values given (NaN is not given) with its normal interval; one value has no interval."""
    given = np.asarray(values, dtype=np.float64)
    given = given[~np.isnan(given)]
    if given.size == 0:
        return UNKNOWN
    middle = math.fsum(given) / given.size
    spread = math.fsum((value - middle) ** 2 for value in given)
    return around(middle, spread, given.size, level)


def mean_of_few(values: ArrayLike, level: float = LEVEL) -> Estimate:
    """The mean of some few values with Student's interval; one value has none. Source: Student (1908)."""
    given = np.asarray(values, dtype=np.float64)
    found = mean(given, level)
    if given.size < 2:
        return found
    from scipy.stats import t

    wider = float(t.ppf((1 + level) / 2, given.size - 1)) / standard_errors(level)
    reach = wider * (found.high - found.value)
    return Estimate(found.value, found.value - reach, found.value + reach)


def mean_of_sums(count: int, total: Fraction, squares: Fraction, level: float = LEVEL) -> Estimate:
    """The same from exact sums of the values and of their squares, so that no order of adding can be told from it."""
    if count == 0:
        return UNKNOWN
    middle = total / count
    spread = max(squares - total * middle, Fraction(0))
    return around(float(middle), float(spread), count, level)


def paired_difference(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> Estimate:
    """The mean of first minus second over the same worlds, with its interval; pairs with a NaN are left out."""
    return mean(np.asarray(first, dtype=np.float64) - np.asarray(second, dtype=np.float64), level)


def paired_share_difference(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> Estimate:
    """The share of first minus that of second over the same worlds; its interval holds also where few worlds differ.

    first, second: (R,) true or false. Some are true in first alone, some in second alone; the interval is the normal
    one with a world more of each.
    Source: Bonett & Price (2012), adjusted Wald interval for paired shares.
    """
    one, other = np.asarray(first, dtype=np.bool_), np.asarray(second, dtype=np.bool_)
    if one.size == 0:
        return UNKNOWN
    gained, lost = int((one & ~other).sum()), int((other & ~one).sum())
    more, less = (gained + 1) / (one.size + 2), (lost + 1) / (one.size + 2)
    reach = standard_errors(level) * math.sqrt((more + less - (more - less) ** 2) / (one.size + 2))
    return Estimate((gained - lost) / one.size, max(more - less - reach, -1.0), min(more - less + reach, 1.0))


def variance_saved(first: ArrayLike, second: ArrayLike) -> float:
    """The part of a difference's variance that sharing luck takes away, against as many worlds of luck of their own.

    1 - var(first - second) / (var(first) + var(second)); below 0 where shared luck moves them apart; NaN if neither
    varies. Source: Glasserman & Yao (1992), common random numbers.
    """
    one, other = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    both = ~(np.isnan(one) | np.isnan(other))
    apart = float(one[both].var() + other[both].var()) if both.any() else 0.0
    return 1.0 - float((one[both] - other[both]).var()) / apart if apart > 0.0 else math.nan


def around(middle: float, spread: float, count: int, level: float) -> Estimate:
    """Mean and interval from the sum of squared deviations, spread, of count values."""
    if count == 1:
        return Estimate(middle, math.nan, math.nan)
    reach = standard_errors(level) * math.sqrt(spread / (count - 1) / count)
    return Estimate(middle, middle - reach, middle + reach)


def standard_errors(level: float) -> float:
    """How many standard errors each side of the estimate cover the level: 1.96 for 0.95."""
    return NormalDist().inv_cdf((1 + level) / 2)
