"""What a tactic is made of: what it offers, what it accepts, and how it models the other.

Source: Baarslag, Hindriks, Hendrikx, Dirkzwager & Jonker (2014), decoupling negotiating agents (BOA).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.menu import Menu
from negotiation.bargaining.table.seat import Seat
from negotiation.bargaining.table.sitting import Sitting

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Memory = tuple[Floats, ...]  # of a model: arrays with R sessions first


class Bid(NamedTuple):
    """What a side would offer: wanted (R,), the utility it holds out for, and package (R,), NONE to hold."""

    wanted: Floats
    package: Integers


class Offering(Protocol):
    """What to offer."""

    def bid(self, seat: Seat) -> Bid:
        """The offer of this turn, in every session."""


class Accepting(Protocol):
    """When to accept what stands; what is worth less than the reserved value is refused whatever it says."""

    def accepts(self, seat: Sitting, bid: Bid) -> Flags:
        """Whether to accept the standing package rather than make one's own bid, (R,)."""


class Modelling(Protocol):
    """What to believe about the other's values from its offers."""

    def start(self, menu: Menu, sessions: int) -> Memory:
        """What is remembered before the first offer."""

    def hear(self, memory: Memory, seat: Seat) -> Memory:
        """What is remembered after the standing package was heard."""

    def estimate(self, memory: Memory, menu: Menu) -> Floats:
        """What each option is believed to add to the other's utility, (R, I, O)."""


@dataclass(frozen=True)
class Tactic:
    """The three together; without a model the offering may not ask for an estimate."""

    offering: Offering
    accepting: Accepting
    modelling: Modelling | None = None
