"""Sums that do not depend on the order of adding, so that a mean is the same for any block size."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from negotiation.study.precision import LIMB_BITS, LIMBS, LOWEST_BIT
from negotiation.study.statistics import Estimate, mean_of_sums


@dataclass(frozen=True)
class ExactSums:
    """Exact sums of named columns and of their squares; merging any parts in any order gives the same.

    names: the columns, N of them; given: (N,) int64 how many values were numbers; limbs: (N, 2, LIMBS) int64.
    Source: Neal (2015), Fast exact summation using small and large superaccumulators, arXiv:1505.05571.
    """

    names: tuple[str, ...]
    given: NDArray[np.int64]
    limbs: NDArray[np.int64]

    def merged(self, other: "ExactSums") -> "ExactSums":
        """The sums over both parts' worlds."""
        return ExactSums(self.names, self.given + other.given, self.limbs + other.limbs)

    def means(self) -> dict[str, Estimate]:
        """Mean of each column over the worlds that have a number there, with its interval."""
        return {
            name: mean_of_sums(int(given), exact(total), exact(squares))
            for name, given, (total, squares) in zip(self.names, self.given, self.limbs, strict=True)
        }


def sums_of(columns: Mapping[str, NDArray[np.float64] | NDArray[np.int64]]) -> ExactSums:
    """The sums of these columns (R,); NaN is left out."""
    from negotiation.study.counting import add_exactly

    given = np.zeros(len(columns), dtype=np.int64)
    limbs = np.zeros((len(columns), 2, LIMBS), dtype=np.int64)
    for place, values in enumerate(columns.values()):
        add_exactly(np.ascontiguousarray(values, dtype=np.float64), given[place : place + 1], limbs[place])
    return ExactSums(tuple(columns), given, limbs)


def exact(limbs: NDArray[np.int64]) -> Fraction:
    """The number the digits stand for."""
    digits = sum(int(limb) << (LIMB_BITS * place) for place, limb in enumerate(limbs))
    return Fraction(digits, 1 << -LOWEST_BIT)
