"""One side's packages in the order of what they are worth to it, and the offer nearest to what it wants.

Axes: R sessions, P packages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.domains.domain import Domain

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NONE = -1  # in a field of packages: no package

NEAR = 1e-6  # utility; a package so little below what is wanted may stand for it


@dataclass(frozen=True)
class Menu:
    """What packages are worth to one side of a domain.

    ties: (P,) the order among packages of exactly equal utility, lowest first; None for their enumeration.
    """

    domain: Domain
    seat: int
    ties: Integers | None = None

    @cached_property
    def utility(self) -> Floats:
        """Utility of every package and, at the end, where NONE points, minus infinity, (P + 1,)."""
        return np.append(self.domain.utilities[:, self.seat], -np.inf)

    @cached_property
    def order(self) -> Integers:
        """Packages from the least to the most wanted, ties as told, (P,)."""
        utility = self.utility[:-1]
        ties = np.arange(len(utility)) if self.ties is None else self.ties
        return np.lexsort((ties, utility))

    @cached_property
    def ascending(self) -> Floats:
        """Utilities in that order, (P,)."""
        return self.utility[self.order]

    @cached_property
    def first_equal(self) -> Integers:
        """The first package of the same utility as the one at each place of the order, (P,)."""
        return self.order[np.searchsorted(self.ascending, self.ascending, side="left")]

    @cached_property
    def downwards(self) -> Integers:
        """Packages from the most to the least wanted, ties as told, (P,)."""
        utility = self.utility[:-1]
        ties = np.arange(len(utility)) if self.ties is None else self.ties
        return np.lexsort((ties, -utility))

    @property
    def lowest(self) -> float:
        """Utility of the worst package."""
        return float(self.ascending[0])

    @property
    def highest(self) -> float:
        """Utility of the best package."""
        return float(self.ascending[-1])

    def reaching(self, wanted: Floats) -> Integers:
        """Place in the order of the first package worth what is wanted (R,), P if none is; (R,)."""
        return np.searchsorted(self.ascending, wanted, side="left")

    def nearest_above(self, wanted: Floats) -> Integers:
        """The least wanted package that is worth what is wanted (R,), or one hardly below it that is nearer; (R,).

        NONE where no package is. Source: the offer of NegMAS's time-based negotiators.
        """
        place = self.reaching(wanted)
        reached = np.minimum(place, len(self.order) - 1)
        below = np.maximum(place - 1, 0)
        shortfall = wanted - self.ascending[below]
        hardly_below = (place > 0) & (shortfall <= NEAR) & (shortfall < self.ascending[reached] - wanted)
        package = self.first_equal[np.where(hardly_below, below, reached)]
        return np.where((place < len(self.order)) | hardly_below, package, NONE)
