"""What a scenario has a government do besides its doctrine; a doctrine that never moves has no habits."""

from negotiation.scenario.schema import Scenario
from negotiation.strategies.doctrines.breaking import Breaking
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.protocol import Doctrine


def with_habits(doctrine: Doctrine, scenario: Scenario, side: str) -> Doctrine:
    """The doctrine itself where the scenario asks for no more."""
    country = scenario.countries[side]
    if isinstance(doctrine, Nothing):
        return doctrine
    if country.breaking is not None:
        given = country.breaking
        doctrine = Breaking(doctrine, given.cost.value, given.spread.value, given.answer.value)
    return doctrine
