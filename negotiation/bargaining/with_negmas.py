"""NegMAS and this table: our tactics in its mechanisms, its negotiators at our table.

Needs the extra `negotiation[negmas]`. NegMAS is under the AGPL: nothing imports it unless this file is imported.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.domains.domain import Domain
from negotiation.bargaining.errors import BargainingError
from negotiation.bargaining.table.luck import Luck
from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Bid, Tactic
from negotiation.bargaining.table.player import Player
from negotiation.bargaining.table.seat import Seat
from negotiation.bargaining.table.sitting import Sitting

try:
    from negmas.gb.common import ResponseType
    from negmas.outcomes import make_issue
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.sao import SAOMechanism, SAONegotiator, SAOState
except ImportError as error:
    raise ImportError(
        "negotiation.bargaining.with_negmas needs NegMAS: install the extra negotiation[negmas]"
    ) from error

Outcome = tuple[str, ...]


def mechanism_for(domain: Domain, rounds: int) -> Any:
    """A NegMAS mechanism of alternating offers over the domain."""
    issues = [make_issue(list(issue.options), name=issue.name) for issue in domain.issues]
    return SAOMechanism(issues=issues, n_steps=rounds)


def utility_for(domain: Domain, seat: int, mechanism: Any) -> Any:
    """A side's utility as NegMAS has it, with its reservation value."""
    profile = domain.profiles[seat]
    values = {
        issue.name: dict(zip(issue.options, _shares(row), strict=True))
        for issue, row in zip(domain.issues, profile.evaluations, strict=True)
    }
    weights = {issue.name: weight for issue, weight in zip(domain.issues, profile.weights, strict=True)}
    reserved = -np.inf if profile.reservation is None else profile.reservation
    return LinearAdditiveUtilityFunction(
        values=values, weights=weights, outcome_space=mechanism.outcome_space, reserved_value=reserved
    )


class OurNegotiator(SAONegotiator):
    """A tactic of ours that plays in a NegMAS mechanism: `mechanism.add(OurNegotiator(tactic, domain, seat))`.

    It decides by the domain's profile of its seat; give NegMAS the utility as well where it is to score the session.
    """

    def __init__(self, tactic: Tactic, domain: Domain, seat: int, seed: int = 0, **others: Any) -> None:
        super().__init__(**others)
        self.tactic, self.domain, self.seat, self.seed = tactic, domain, seat, seed
        self.made: list[int] = []
        self.received: list[int] = []
        self.player: Player | None = None
        self.next_bid: Bid | None = None

    def respond(self, state: Any, source: str | None = None) -> Any:
        """Accept or refuse the standing offer, as the tactic does at our table."""
        if state.current_offer is None:
            return ResponseType.REJECT_OFFER
        self.received.append(package_of(self.domain, state.current_offer))
        view, self.next_bid = self._seated().turn(state.step, _row(self.made), _row(self.received))
        accepts = bool(self._seated().accepts(view, self.next_bid)[0])
        return ResponseType.ACCEPT_OFFER if accepts else ResponseType.REJECT_OFFER

    def propose(self, state: Any, dest: str | None = None) -> Outcome | None:
        """The tactic's offer of this turn."""
        if self.next_bid is None:
            _, self.next_bid = self._seated().turn(state.step, _row(self.made), _row(self.received))
        package, self.next_bid = int(self.next_bid.package[0]), None
        self.made.append(package)
        return None if package == NONE else self.domain.options_of(package)

    def _seated(self) -> Player:
        if self.player is None:
            menu, luck = Menu(self.domain, self.seat), Luck(self.seed, (0,), self.nmi.n_steps)
            reserved = self.domain.reservations[[self.seat]]
            self.player = Player(self.tactic, menu, np.zeros(1, dtype=np.int64), reserved, luck)
        return self.player


class _Guest:
    """A NegMAS negotiator as offering and accepting of one session at our table."""

    def __init__(self, negotiator: Any, other: str) -> None:
        self.negotiator, self.other = negotiator, other
        self.accepted = False

    def bid(self, seat: Seat) -> Bid:
        """Ask the negotiator for its answer; if it accepts it makes no offer."""
        if len(seat.reserved) != 1:
            raise BargainingError(f"a NegMAS negotiator plays one session at a time; got {len(seat.reserved)}")
        response = self.negotiator(self._state(seat))
        self.accepted = response.response == ResponseType.ACCEPT_OFFER
        offers = not self.accepted and response.outcome is not None
        package = package_of(seat.menu.domain, response.outcome) if offers else NONE
        return Bid(np.full(1, np.nan), np.array([package]))

    def accepts(self, seat: Sitting, bid: Bid) -> NDArray[np.bool_]:
        """What it answered."""
        return np.array([self.accepted])

    def _state(self, seat: Seat) -> Any:
        standing = int(seat.standing[0])
        return SAOState(
            running=True,
            step=seat.round,
            relative_time=seat.time,
            n_negotiators=2,
            current_offer=None if standing == NONE else seat.menu.domain.options_of(standing),
            current_proposer=None if standing == NONE else self.other,
        )


def seated_negmas(negotiator: Any, domain: Domain, seat: int, rounds: int) -> Tactic:
    """A NegMAS negotiator as a tactic for one session at our table, with the domain's profile of its seat.

    Its reserved value is the profile's. It must not have been added to a mechanism before.
    """
    mechanism = mechanism_for(domain, rounds)
    other = _Absent()
    mechanism.add(negotiator, ufun=utility_for(domain, seat, mechanism))
    mechanism.add(other, ufun=utility_for(domain, 1 - seat, mechanism))
    guest = _Guest(negotiator, other.id)
    return Tactic(guest, guest)


class _Absent(SAONegotiator):
    """Holds the other seat of a mechanism that is never run."""

    def propose(self, state: Any, dest: str | None = None) -> None:
        """Nothing."""


def package_of(domain: Domain, outcome: Outcome) -> int:
    """The number of the package that has these options."""
    number = 0
    for issue, option in zip(domain.issues, outcome, strict=True):
        number = number * len(issue.options) + issue.options.index(option)
    return number


def _row(packages: list[int]) -> NDArray[np.int64]:
    return np.array(packages, dtype=np.int64).reshape(1, -1)


def _shares(row: tuple[float, ...]) -> list[float]:
    best = max(row)
    return [one / best if best > 0.0 else 0.0 for one in row]
