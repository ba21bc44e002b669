"""Chance at the table: even draws, the same for a session whichever others are played with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

SEATS = 2


@dataclass(frozen=True)
class Luck:
    """Draws of so many sessions of so many rounds; made when a tactic first asks, as few do."""

    seed: int
    sessions: tuple[int, ...]
    rounds: int

    @cached_property
    def chances(self) -> NDArray[np.float64]:
        """Even draws in 0 to 1 by session, seat and round, (R, 2, N); one Philox generator per session."""
        drawn = np.empty((len(self.sessions), SEATS, self.rounds))
        for row, session in enumerate(self.sessions):
            generator = np.random.Generator(np.random.Philox(key=[self.seed, session]))
            drawn[row] = generator.random((SEATS, self.rounds))
        return drawn
