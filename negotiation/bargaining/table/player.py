"""One side at the table: a tactic with its menu, its luck and what its model remembers. Axes: R sessions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.luck import Luck
from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Bid, Floats, Integers, Memory, Tactic
from negotiation.bargaining.table.seat import Seat


class Player:
    """A tactic in R sessions; what its model remembers changes from turn to turn.

    sessions: (R,) which they are of all that are played; reserved: (R,) utility below which it signs nothing.
    """

    def __init__(self, tactic: Tactic, menu: Menu, sessions: Integers, reserved: Floats, luck: Luck) -> None:
        self.tactic, self.menu, self.sessions, self.reserved, self.luck = tactic, menu, sessions, reserved, luck
        modelling = tactic.modelling
        self.memory: Memory = () if modelling is None else modelling.start(menu, len(sessions))

    def turn(self, number: int, made: Integers, received: Integers) -> tuple[Seat, Bid]:
        """What it sees in a round, and what it would offer; made, received: (R, n) packages so far."""
        seat = Seat(
            menu=self.menu,
            number=self.menu.seat,
            sessions=self.sessions,
            reserved=self.reserved,
            round=number,
            rounds=self.luck.rounds,
            made=made,
            received=received,
            luck=self.luck,
        )
        seat = self._listened(seat)
        return seat, self.tactic.offering.bid(seat)

    def accepts(self, seat: Seat, bid: Bid) -> NDArray[np.bool_]:
        """Where it takes the standing package, (R,): never below its reserved value."""
        acceptable: NDArray[np.bool_] = (seat.standing != NONE) & (seat.standing_worth >= self.reserved)
        return acceptable & self.tactic.accepting.accepts(seat, bid) if acceptable.any() else acceptable

    def _listened(self, seat: Seat) -> Seat:
        """The seat with what the model makes of the standing package."""
        modelling = self.tactic.modelling
        if modelling is None:
            return seat
        if seat.received.shape[1]:
            self.memory = modelling.hear(self.memory, seat)
        return replace(seat, estimate=modelling.estimate(self.memory, self.menu))
