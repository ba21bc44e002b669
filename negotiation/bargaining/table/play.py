"""Alternating offers over a domain, R sessions as one array computation.

In every round each side acts once, in the same order: it accepts the standing package or replaces it with its own. A
deal is the first acceptance; without one in N rounds there is none. The first action is an offer.
Source: Rubinstein (1982); with relative time and many rounds, Aydogan, Festen, Hindriks & Jonker (2017), the stacked
alternating offers protocol.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from negotiation.bargaining.domains.domain import Domain
from negotiation.bargaining.errors import BargainingError
from negotiation.bargaining.table.luck import Luck
from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Floats, Integers, Tactic
from negotiation.bargaining.table.player import Player
from negotiation.bargaining.table.result import Sessions
from negotiation.bargaining.table.seat import Seat

Pair = tuple[Tactic, Tactic]
MOST_TOGETHER = 2048  # sessions computed together; their arrays stay in the processor's cache


@dataclass(frozen=True)
class Setting:
    """What sessions share, and what varies between them.

    rounds: at least 1; first: (R,) seat that speaks first; reserved: (R, 2) utility below which a side signs nothing;
    seed: whose luck; ties: order of equally wanted packages for each side, (P,) each, None for the enumeration's.
    """

    domain: Domain
    rounds: int
    first: Integers
    reserved: Floats
    seed: int = 0
    ties: tuple[Integers | None, Integers | None] = (None, None)


def setting_of(domain: Domain, rounds: int, first: ArrayLike = 0, sessions: int = 1) -> Setting:
    """Sessions with the reservation values of the domain's profiles; first: a seat, or one for each session."""
    if len(domain.profiles) != 2:
        raise BargainingError(f"{domain.name}: two sides bargain here; got {len(domain.profiles)} profiles")
    if rounds < 1 or sessions < 1:
        raise BargainingError(f"rounds and sessions are at least 1; got {rounds} and {sessions}")
    seats = np.broadcast_to(np.asarray(first, dtype=np.int64), (sessions,))
    if not np.isin(seats, (0, 1)).all():
        raise BargainingError(f"first is seat 0 or 1; got {sorted(set(seats.tolist()))}")
    return Setting(domain, rounds, seats, np.broadcast_to(domain.reservations, (sessions, 2)))


def play_sessions(setting: Setting, pair: Pair) -> Sessions:
    """Play all sessions; the tactics sit at seat 0 and seat 1. Results do not depend on what is played together."""
    menus = tuple(Menu(setting.domain, seat, setting.ties[seat]) for seat in (0, 1))
    result = Sessions.empty(setting.domain, setting.rounds, setting.first)
    for first in (0, 1):
        rows = np.flatnonzero(setting.first == first)
        for start in range(0, len(rows), MOST_TOGETHER):
            some = rows[start : start + MOST_TOGETHER]
            _Course(setting, pair, menus, some, result).run(first)
    return result


class _Course:
    """Some sessions with the same first speaker, while they are played; writes into the result."""

    def __init__(self, setting: Setting, pair: Pair, menus: tuple[Menu, ...], rows: Integers, result: Sessions) -> None:
        luck = Luck(setting.seed, tuple(rows.tolist()), setting.rounds)
        self.players = [Player(pair[seat], menus[seat], rows, setting.reserved[rows, seat], luck) for seat in (0, 1)]
        self.rows, self.result = rows, result
        self.offers = np.full((2, len(rows), setting.rounds), NONE, dtype=np.int64)
        self.open = np.ones(len(rows), dtype=np.bool_)

    def run(self, first: int) -> None:
        """Round after round until all have agreed or the time is over."""
        for number in range(self.result.rounds):
            for seat in (first, 1 - first):
                self._turn(number, seat, heard=number + (seat != first))
            if not self.open.any():
                break
        for seat in (0, 1):
            self.result.offers[seat, self.rows] = self.offers[seat]

    def _turn(self, number: int, seat: int, heard: int) -> None:
        """One side's turn; heard: how many offers it has received."""
        player = self.players[seat]
        view, bid = player.turn(number, self.offers[seat, :, :number], self.offers[1 - seat, :, :heard])
        self._settle(view, self.open & player.accepts(view, bid))
        self.offers[seat, :, number] = np.where(self.open, bid.package, NONE)

    def _settle(self, view: Seat, accepts: NDArray[np.bool_]) -> None:
        """Write down the deals of this turn."""
        rows = self.rows[accepts]
        self.result.package[rows] = view.standing[accepts]
        self.result.round[rows] = view.round
        self.result.accepter[rows] = view.number
        self.open &= ~accepts
