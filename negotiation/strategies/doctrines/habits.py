"""What a scenario has a government do besides its doctrine; a doctrine that never moves has no habits."""

from negotiation.scenario.schema import Scenario
from negotiation.strategies.doctrines.breaking import Breaking
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.doctrines.tying_hands import TyingHands
from negotiation.strategies.doctrines.ultimatum import Ultimatum
from negotiation.strategies.protocol import Doctrine


def with_habits(doctrine: Doctrine, scenario: Scenario, side: str) -> Doctrine:
    """The doctrine itself where the scenario asks for no more."""
    country = scenario.countries[side]
    if isinstance(doctrine, Nothing):
        return doctrine
    stop, pace = scenario.talks.stop, country.strategy.ultimatum
    if stop is not None:
        chance = 0.0 if pace is None else pace.value
        doctrine = Ultimatum(doctrine, chance, stop.weeks.value, stop.loss.value)
    if country.vows is not None:
        doctrine = TyingHands(doctrine, country.vows.pace.value, country.vows.alignment.value)
    if country.breaking is not None:
        given = country.breaking
        doctrine = Breaking(doctrine, given.cost.value, given.spread.value, given.answer.value)
    return doctrine
