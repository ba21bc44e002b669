"""What one side sees when its turn comes: its own menu, the clock, and what was said. Nothing of the other's values.

Axes: R sessions, P packages, I issues, O options.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.luck import Luck
from negotiation.bargaining.table.menu import NONE, Menu

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Seat:
    """One side's view of R sessions in one round.

    number: 0 or 1; sessions: (R,) which they are of all that are played; reserved: (R,) the least it signs for; round:
    counted from 0, of so many rounds; made, received: (R, n) packages offered so far by itself and by the other, NONE
    where it held; estimate: (R, I, O) what each option is believed to add to the other's utility, None without a model.
    """

    menu: Menu
    number: int
    sessions: Integers
    reserved: Floats
    round: int
    rounds: int
    made: Integers
    received: Integers
    luck: Luck
    estimate: Floats | None = None

    @property
    def time(self) -> float:
        """Share of the time that has passed, above 0 and below 1. Source: NegMAS, (s + 1) / (N + 1)."""
        return (self.round + 1) / (self.rounds + 1)

    @property
    def left(self) -> int:
        """Rounds left after this one."""
        return self.rounds - 1 - self.round

    @property
    def exchanged(self) -> int:
        """Offers made so far by both sides."""
        return int(self.made.shape[1] + self.received.shape[1])

    @cached_property
    def floor(self) -> Floats:
        """The lowest utility it may end with in a deal, (R,): the reserved one, or its worst package's."""
        return np.maximum(self.menu.lowest, self.reserved)

    @property
    def best(self) -> float:
        """Utility of its best package."""
        return self.menu.highest

    @property
    def standing(self) -> Integers:
        """The other's standing package, (R,); NONE before its first."""
        if not self.received.shape[1]:
            return np.full(len(self.reserved), NONE)
        return self.received[:, -1]

    @cached_property
    def standing_worth(self) -> Floats:
        """What the standing package is worth to it, (R,); minus infinity where there is none."""
        return self.menu.utility[self.standing]

    @cached_property
    def received_worth(self) -> Floats:
        """What the packages received so far were worth to it, (R, n)."""
        return self.menu.utility[self.received]

    @cached_property
    def made_worth(self) -> Floats:
        """What its own packages so far are worth to it, (R, n)."""
        return self.menu.utility[self.made]

    def worth_of(self, package: Integers) -> Floats:
        """What packages (R,) are worth to it, (R,); minus infinity for none."""
        return self.menu.utility[package]

    def own(self, parameter: Floats | float) -> Floats:
        """A tactic's parameter in these sessions: one number for all, or (R,) of what it is in each."""
        stated = np.asarray(parameter, dtype=np.float64)
        return stated[self.sessions] if stated.ndim else stated

    @property
    def chance(self) -> Floats:
        """An even draw in 0 to 1 for this turn, (R,)."""
        return self.luck.chances[:, self.number, self.round]
