"""Alternating offers over a domain, R sessions as one array computation.

Every round is `rounds.play_round`. A deal is the first acceptance; without one in N rounds there is none. The first
action is an offer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from negotiation.bargaining.domains.domain import Domain
from negotiation.bargaining.errors import BargainingError
from negotiation.bargaining.table.luck import Luck
from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Flags, Floats, Integers, Tactic
from negotiation.bargaining.table.player import Player
from negotiation.bargaining.table.result import Sessions
from negotiation.bargaining.table.rounds import Answer, play_round

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
    """Some sessions with the same first speaker, while they are played; writes into the result. A `Table` of rounds."""

    def __init__(self, setting: Setting, pair: Pair, menus: tuple[Menu, ...], rows: Integers, result: Sessions) -> None:
        luck = Luck(setting.seed, tuple(rows.tolist()), setting.rounds)
        self.players = [Player(pair[seat], menus[seat], rows, setting.reserved[rows, seat], luck) for seat in (0, 1)]
        self.rows, self.result, self.round = rows, result, 0
        self.offers = np.full((2, len(rows), setting.rounds), NONE, dtype=np.int64)

    def run(self, first: int) -> None:
        """Round after round until all have agreed or the time is over."""
        awake, self.first = np.ones(len(self.rows), dtype=np.bool_), first
        while self.round < self.result.rounds and awake.any():
            awake = awake & (play_round(self, (first, 1 - first), awake) == NONE)
            self.round += 1
        for seat in (0, 1):
            self.result.offers[seat, self.rows] = self.offers[seat]

    def answer(self, seat: int, awake: Flags) -> Answer:
        """The tactic's turn; what it has heard includes this round if the other spoke first."""
        player, heard = self.players[seat], self.round + (seat != self.first)
        view, bid = player.turn(self.round, self.offers[seat, :, : self.round], self.offers[1 - seat, :, :heard])
        return Answer(view.standing, player.accepts(view, bid), bid.package)

    def settle(self, seat: int, accepts: Flags, answer: Answer) -> None:
        """Write down the deals of this turn."""
        rows = self.rows[accepts]
        self.result.package[rows] = answer.standing[accepts]
        self.result.round[rows] = self.round
        self.result.accepter[rows] = seat

    def offer(self, seat: int, speaks: Flags, answer: Answer) -> None:
        """Write down the package of this round; to hold leaves nothing standing."""
        self.offers[seat, :, self.round] = np.where(speaks, answer.package, NONE)
