"""What a want or an acceptance may ask of the side it decides for, wherever that side sits."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Sitting(Protocol):
    """One side in R places at once: a session over a domain, or a world of the dispute. Utilities in its own unit.

    Remembered offers (R, n) stand oldest first; NaN or minus infinity where there was none, so that a short memory and
    a short history read the same.
    """

    @property
    def reserved(self) -> Floats:
        """The least it signs for, (R,)."""

    @property
    def floor(self) -> Floats:
        """The lowest utility it may end with in a deal, (R,)."""

    @property
    def best(self) -> float:
        """Utility of its best package."""

    @property
    def time(self) -> float | Floats:
        """Share of the time that has passed, one for all or (R,)."""

    @property
    def left(self) -> int | Floats:
        """Rounds left after this one, one for all or (R,)."""

    @property
    def exchanged(self) -> int | Integers:
        """Offers made so far by both, one for all or (R,)."""

    @property
    def standing_worth(self) -> Floats:
        """What the standing package is worth to it, (R,); minus infinity where there is none."""

    @property
    def received_worth(self) -> Floats:
        """What the packages received are worth to it, (R, n)."""

    @property
    def made_worth(self) -> Floats:
        """What its own packages are worth to it, (R, n)."""

    @property
    def chance(self) -> Floats:
        """An even draw in 0 to 1 for this turn, (R,)."""

    def worth_of(self, package: Integers) -> Floats:
        """What packages (R,) are worth to it, (R,); minus infinity for none."""

    def own(self, parameter: Floats | float) -> Floats:
        """A tactic's parameter here: one number for all, or (R,)."""
