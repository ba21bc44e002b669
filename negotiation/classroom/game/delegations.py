"""Further seats: people who speak for a constituency or an ally. What they ask for counts from the next week on.

A constituency's person says how far it is behind its government; approval moves there at the usual pace, and with it
what ratification asks for. An ally's person chooses its stance, of those that are open to it. Without a wish the model
decides.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.classroom.game.asked import number
from negotiation.classroom.game.case import Case
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.players import Times
from negotiation.model import Ally, Constituency
from negotiation.politics.approval import approval_after
from negotiation.politics.coalition import JOINT, MEDIATION, NEUTRAL, SEPARATE, SOLIDARITY, STANCES, Situation

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
PERCENT = 100


@dataclass
class Delegations:
    """persons: key -> who speaks for it; wishes: key -> what it asks for, and those in force this week; unwilling:
    seats of those who have not agreed to be part of research."""

    case: Case
    persons: dict[str, dict[str, str]] = field(default_factory=dict)
    wishes: dict[str, int] = field(default_factory=dict)
    in_force: dict[str, int] = field(default_factory=dict)
    unwilling: set[str] = field(default_factory=set)

    def turn(self) -> None:
        """A week begins: what was asked for counts."""
        self.in_force = dict(self.wishes)

    def seat(self, event: dict[str, Any]) -> None:
        """Somebody takes a seat. Raises Refused for one that is taken or not there."""
        key = event.get("seat")
        if key not in self.case.scenario.constituencies and key not in self.case.scenario.allies:
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
        if wish is None:
            self.wishes.pop(key, None)
        elif key in self.case.scenario.constituencies:
            self.wishes[key] = number(wish, 0, PERCENT, "approval")
        elif wish in STANCES:
            self.wishes[key] = STANCES.index(wish)
        else:
            raise Refused("unknown_wish", got=wish)

    def classes(self) -> dict[str, type[Any]]:
        """The classes of all constituencies and allies, which listen to their persons."""
        scenario, voices = self.case.scenario, (voiced_constituency(self), voiced_ally(self))
        return dict.fromkeys(scenario.constituencies, voices[0]) | dict.fromkeys(scenario.allies, voices[1])


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
