"""The computer's characters: shipped strategies under a name that a class can talk about.

What a character is called and how it is described is in the strings, under `opponent`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiation.scenario.schema import Scenario
    from negotiation.strategies.protocol import Doctrine, Tactic

CHARACTERS = {
    "granite": ("hardliner", "grim"),
    "patient": ("boulware", "proportional"),
    "brinkman": ("boulware", "brinkmanship"),
    "mirror": ("tit_for_tat", "proportional"),
    "trader": ("trade_off", "calculated"),
    "fair": ("principled", "none"),
    "hasty": ("conceder", "none"),
}
OWN = "own"  # plays as the scenario's own government would
USUAL = "patient"


def strategy_of_character(scenario: "Scenario", side: str, character: str) -> tuple["Tactic", "Doctrine"]:
    """The tactic and the doctrine of a character in a country's seat; parameters are those of the country."""
    from negotiation.strategies.registry import DOCTRINES, TACTICS  # heavy, and the pages need only the names

    given = scenario.countries[side].strategy
    tactic, doctrine = CHARACTERS.get(character, (given.tactic, given.doctrine))
    return TACTICS[tactic](given), DOCTRINES[doctrine](given)
