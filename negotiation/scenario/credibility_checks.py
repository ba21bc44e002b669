"""What must fit together where governments learn from conduct."""

from collections.abc import Iterator

from negotiation.scenario.schema import Scenario


def credibility_faults(scenario: Scenario) -> Iterator[str]:
    """Every fault, each a sentence: path: rule, got value."""
    yield from _nerve(scenario)
    for key, country in scenario.countries.items():
        if country.strategy.ultimatum is not None and scenario.talks.stop is None:
            yield f"countries.{key}.strategy.ultimatum: needs talks.stop, which says how long talks then rest; got none"


def _nerve(scenario: Scenario) -> Iterator[str]:
    """Who judges another by threats carried out needs some private cost to judge by."""
    for key, country in scenario.countries.items():
        (other,) = (judge for name, judge in scenario.countries.items() if name != key)
        learns = other.learning is not None and other.learning.threats.value > 0.0
        if country.conduct.nerve.value == 0.0 and (learns or any(kind.resolve for kind in country.types.values())):
            yield f"countries.{key}.conduct.nerve: must be above 0 where its resolve is judged, got 0"
