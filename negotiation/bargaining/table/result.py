"""What sessions came to, and how good that was. Axes: R sessions, G = 2 seats, N rounds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.domains.domain import Domain
from negotiation.bargaining.table.menu import NONE

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NOBODY = -1


@dataclass(frozen=True)
class Sessions:
    """package: (R,) agreed, NONE without agreement; round: (R,) of the agreement, counted from 0, N without; accepter:
    (R,) seat that accepted, NOBODY without; first: (R,) seat that spoke first; offers: (2, R, N) packages by seat.
    """

    domain: Domain
    rounds: int
    first: Integers
    package: Integers
    round: Integers
    accepter: Integers
    offers: Integers

    @classmethod
    def empty(cls, domain: Domain, rounds: int, first: Integers) -> Sessions:
        """Sessions in which nothing was said."""
        count = len(first)
        none = np.full(count, NONE, dtype=np.int64)
        offers = np.full((2, count, rounds), NONE, dtype=np.int64)
        return cls(domain, rounds, first, none, np.full(count, rounds), none.copy(), offers)

    @property
    def agreed(self) -> NDArray[np.bool_]:
        """Where there is a deal, (R,)."""
        deals: NDArray[np.bool_] = self.package != NONE
        return deals

    @property
    def utilities(self) -> Floats:
        """What the deal is worth, undiscounted, (R, G); NaN without one."""
        return np.where(self.agreed[:, None], self.domain.utilities[self.package], np.nan)

    @property
    def time(self) -> Floats:
        """Share of the time that had passed, (R,): 1 without agreement."""
        return np.where(self.agreed, (self.round + 1) / (self.rounds + 1), 1.0)

    @property
    def discounted(self) -> Floats:
        """What sessions are worth at their end, (R, G): the deal's utility, or what no deal leaves, discounted."""
        worth = np.where(self.agreed[:, None], self.domain.utilities[self.package], self.domain.disagreement)
        return self.domain.discounted(worth, self.time)

    def course(self, session: int) -> list[tuple[int, int, int]]:
        """Every offer of one session in the order it was made: round, seat, package."""
        first = int(self.first[session])
        turns = [(number, seat) for number in range(self.rounds) for seat in (first, 1 - first)]
        said = [(number, seat, int(self.offers[seat, session, number])) for number, seat in turns]
        return [turn for turn in said if turn[2] != NONE]
