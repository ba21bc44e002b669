"""Two sides choose a strategy each: what every pair of choices is worth to both."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Bimatrix:
    """first, second: what row i against column j is worth to the side that chooses rows, and to the other, (n, m)."""

    first: Floats
    second: Floats

    def __post_init__(self) -> None:
        if self.first.shape != self.second.shape or self.first.ndim != 2 or not self.first.size:
            raise ValueError(f"payoffs must be two tables of one shape, got {self.first.shape} and {self.second.shape}")

    @property
    def turned(self) -> "Bimatrix":
        """The same game seen from the other side."""
        return Bimatrix(np.ascontiguousarray(self.second.T), np.ascontiguousarray(self.first.T))

    def within(self, rows: Integers, columns: Integers) -> "Bimatrix":
        """The game with these strategies alone."""
        chosen = np.ix_(rows, columns)
        return Bimatrix(self.first[chosen], self.second[chosen])

    def worth(self, rows: Floats, columns: Floats) -> tuple[float, float]:
        """What two mixtures are worth to both sides; rows: (n,), columns: (m,) probabilities."""
        weights = rows[:, None] * columns[None, :]
        return float((weights * self.first).sum()), float((weights * self.second).sum())

    def regrets(self, rows: Floats, columns: Floats) -> tuple[float, float]:
        """What each side could gain by its best reply instead of its mixture."""
        ours, theirs = self.worth(rows, columns)
        best = (self.first * columns[None, :]).sum(axis=1).max(), (self.second * rows[:, None]).sum(axis=0).max()
        return float(best[0]) - ours, float(best[1]) - theirs

    @property
    def reach(self) -> float:
        """The widest range of either side's payoffs; 1 where nothing differs."""
        return max(float(np.ptp(self.first)), float(np.ptp(self.second))) or 1.0
