"""Further seats: people who head a province, speak for a constituency or an ally; heard from the next week on.

A constituency's person says how far it is behind its government; approval moves there at the usual pace, and with it
what ratification asks for. An ally's person chooses its stance, of those that are open to it. A province's premier says
whether to set its own measure, to object, to agree to deals (premiers.py). Without a wish the model decides.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.classroom.game.asked import number
from negotiation.classroom.game.case import Case
from negotiation.classroom.game.premiers import PremierWish, powers, premier_wish, voiced_premier
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.players import Times
from negotiation.model import Ally, Constituency
from negotiation.politics.approval import approval_after
from negotiation.politics.coalition import JOINT, MEDIATION, NEUTRAL, SEPARATE, SOLIDARITY, STANCES, Situation
from negotiation.scenario.provinces import provincial_seats

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
PERCENT = 100
MOST_WISHES = 2000  # of a game


@dataclass
class Delegations:
    """persons: key -> who speaks for it; wishes: key -> what it asks for, and those in force this week; unwilling:
    seats of those who have not agreed to be part of research."""

    case: Case
    persons: dict[str, dict[str, str]] = field(default_factory=dict)
    wishes: dict[str, int] = field(default_factory=dict)
    in_force: dict[str, int] = field(default_factory=dict)
    orders: dict[str, PremierWish] = field(default_factory=dict)
    orders_in_force: dict[str, PremierWish] = field(default_factory=dict)
    unwilling: set[str] = field(default_factory=set)
    heard: int = 0

    def turn(self) -> None:
        """A week begins: what was asked for counts."""
        self.in_force, self.orders_in_force = dict(self.wishes), dict(self.orders)

    def seats(self) -> dict[str, dict[str, str]]:
        """Every further seat of the game by kind: key -> the scenario's name for it."""
        scenario = self.case.scenario
        return {
            "premier": {key: name for key, name in provincial_seats(scenario).items() if powers(self.case, key)},
            "constituency": {key: str(each.name) for key, each in scenario.constituencies.items()},
            "ally": {key: str(each.name) for key, each in scenario.allies.items()},
        }

    def kind_of(self, key: object) -> str | None:
        """What kind of seat a key stands for; None where there is no such seat."""
        return next((kind for kind, seats in self.seats().items() if key in seats), None)

    def seat(self, event: dict[str, Any]) -> None:
        """Somebody takes a seat. Raises Refused for one that is taken or not there."""
        key = event.get("seat")
        if self.kind_of(key) is None:
            raise Refused("no_such_seat_here", got=key)
        if key in self.persons:
            raise Refused("seat_is_taken")
        self.persons[str(key)] = {"person": event["person"], "name": event["name"]}
        if event.get("consent") is not True:
            self.unwilling.add(str(key))

    def instruct(self, event: dict[str, Any]) -> None:
        """What a seat asks for: a share of approval in percent, a stance by name, or nothing (None). Raises Refused."""
        key, wish = event["seat"], event.get("wish")
        if key not in self.persons:
            raise Refused("no_such_seat_here", got=key)
        if self.heard >= MOST_WISHES:
            raise Refused("enough_asked")
        self._hear(key, wish)
        self.heard += 1

    def _hear(self, key: str, wish: Any) -> None:
        """Note a wish. Raises Refused for one that this seat cannot have."""
        if wish is None:
            self.wishes.pop(key, None)
            self.orders.pop(key, None)
        elif self.kind_of(key) == "premier":
            self.orders[key] = premier_wish(wish, powers(self.case, key))
        elif key in self.case.scenario.constituencies:
            self.wishes[key] = number(wish, 0, PERCENT, "approval")
        elif wish in STANCES:
            self.wishes[key] = STANCES.index(wish)
        else:
            raise Refused("unknown_wish", got=wish)

    def classes(self) -> dict[str, type[Any]]:
        """The classes of all constituencies and allies, which listen to their persons."""
        voices = {"constituency": voiced_constituency(self), "ally": voiced_ally(self),
                  "premier": voiced_premier(lambda key: self.orders_in_force.get(key, {}))}  # fmt: skip
        return {key: voices[kind] for kind, seats in self.seats().items() for key in seats}


def voiced_constituency(delegations: Delegations) -> type[Any]:
    """Constituencies that a person may speak for."""

    class VoicedConstituency(Constituency):
        """Moves towards what its person says, at its usual pace and with the week's news."""

        def approval_after(self, times: Times) -> Floats:
            """What it thinks of its government next week."""
            wish = delegations.in_force.get(self.key)
            if wish is None:
                return super().approval_after(times)
            said = np.full(len(times.approval), wish / PERCENT)
            return approval_after(times.approval, said, self.audience.reversion.value, times.shock)

    return VoicedConstituency


def voiced_ally(delegations: Delegations) -> type[Any]:
    """Allies that a person may speak for."""

    class VoicedAlly(Ally):
        """Takes the stance its person asks for, where it is open to it."""

        def stance_after(self, stance: Integers, leaning: Floats, sees: Situation, chance: Floats) -> Integers:
            """Where it stands next week."""
            wish = delegations.in_force.get(self.key)
            return super().stance_after(stance, leaning, sees, chance) if wish is None else open_to(wish, stance, sees)

    return VoicedAlly


def open_to(wish: int, stance: Integers, sees: Situation) -> Integers:
    """The stance asked for where the rules leave it open, else the nearest: retaliation needs a tariff on the friend,
    a separate deal an offer, mediation talks that stand still; a separate deal is final."""
    hit = sees.tariff > 0.0
    instead = {
        JOINT: np.where(hit, JOINT, SOLIDARITY),
        SEPARATE: np.where(sees.offered, SEPARATE, NEUTRAL),
        MEDIATION: np.where(sees.deadlock | (stance == MEDIATION), MEDIATION, NEUTRAL),
    }
    taken = instead.get(wish, np.full(len(stance), wish))
    return np.where(stance == SEPARATE, SEPARATE, taken).astype(np.int64)
