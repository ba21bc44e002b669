"""When enough is known at a point: fixed-width sequential stopping.

After each look, at n worlds, a point stops if the 95 % interval of its outcome reaches no further than half_width from
its middle: Wilson's for a share, the normal one for a mean. The first look is at 1,000 worlds, so that no interval that
is narrow by chance ends it; the next is at the number the spread seen so far asks for, in steps of 1,000. Looks depend
on the worlds before them alone: neither workers nor blocks can move them. As half_width falls, the share of intervals
that hold the truth goes to 95 %.
Source: Chow & Robbins (1965), the rule and its coverage; Glynn & Whitt (1992), that it holds for simulations.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.study.exact_sums import sums_of
from negotiation.study.statistics import Estimate, share

STEP = 1000  # worlds between looks
KNOWN, BUDGET, OPEN = "known", "budget ran out", "open"


class Standing(NamedTuple):
    """Where a point is: how many worlds count or are asked for next, and whether its outcome is known by then."""

    worlds: int
    word: str


def standing(
    values: Callable[[int], NDArray[np.bool_] | NDArray[np.float64]], covered: int, half_width: float, budget: int
) -> Standing:
    """Look at a point again and again until it stops or asks for worlds beyond those covered.

    values: the outcome in the worlds below a number; covered: worlds tried so far; budget: most worlds.
    """
    worlds = min(STEP, budget)
    while worlds <= covered:
        reach = half(estimate(values(worlds)))
        if reach <= half_width:
            return Standing(worlds, KNOWN)
        if worlds >= budget:
            return Standing(worlds, BUDGET)
        worlds = next_look(worlds, reach, half_width, budget)
    return Standing(worlds, OPEN)


def next_look(worlds: int, reach: float, half_width: float, budget: int) -> int:
    """At how many worlds to look next: those at which an interval that shrinks with the root of their number fits."""
    wanted = worlds * (reach / half_width) ** 2 if math.isfinite(reach) else 0.0
    rounded = STEP * math.ceil(min(wanted, budget) / STEP)
    return min(max(rounded, worlds + STEP), budget)


def half(found: Estimate) -> float:
    """How far an interval reaches from its middle; NaN without one."""
    return (found.high - found.low) / 2.0


def estimate(values: NDArray[np.bool_] | NDArray[np.float64]) -> Estimate:
    """A share of worlds, or a mean over those that have a number, with its 95 % interval."""
    if values.dtype == np.bool_:
        return share(int(values.sum()), len(values))
    return sums_of({"value": np.asarray(values, np.float64)}).means()["value"]
