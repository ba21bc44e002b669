"""What must hold of observed rates: in order, within the dispute, a rate for every goods sector."""

from collections.abc import Iterator, Sequence

from negotiation.economy import REGIONS, SECTORS, SERVICES
from negotiation.scenario.calendar import first_day, week_of
from negotiation.scenario.errors import unknown
from negotiation.scenario.observed import ObservedRate
from negotiation.scenario.schema import Scenario

GOODS = tuple(sector for sector in SECTORS if sector not in SERVICES)


def observed_faults(scenario: Scenario) -> Iterator[str]:
    """Every fault of the observed rates and of the counterfactuals' rates, each a sentence."""
    if scenario.observed is None:
        if scenario.counterfactuals:
            yield "counterfactuals: need observed rates to differ from; there are none"
        return
    if first_day(scenario.start.date) is None:
        yield f"observed: needs a scenario that starts on a day, as '25 November 2024', got '{scenario.start.date}'"
        return
    yield from _rates("observed.rates", scenario, scenario.observed.rates)
    for key, instead in scenario.counterfactuals.items():
        yield from _rates(f"counterfactuals.{key}.rates", scenario, instead.rates)
        if instead.without is not None and instead.without not in scenario.countries:
            yield f"counterfactuals.{key}.without: {unknown('country', instead.without, scenario.countries)}"


def _rates(path: str, scenario: Scenario, rates: Sequence[ObservedRate]) -> Iterator[str]:
    """One list of rates."""
    for place, rate in enumerate(rates):
        here = f"{path}.{place}"
        if not 0 <= week_of(scenario.first_day, rate.since) < scenario.weeks:
            span = f"{scenario.weeks} weeks from {scenario.first_day}"
            yield f"{here}.since: must lie in the dispute, {span}, got {rate.since}"
        if place and rate.since < rates[place - 1].since:
            yield f"{here}.since: must not come before the rates above it, got {rate.since}"
        yield from _places(here, rate)
        yield from _sectors(f"{here}.percent", rate)


def _places(path: str, rate: ObservedRate) -> Iterator[str]:
    """Importers and exporters are regions."""
    for entry, regions in (("importers", rate.importers), ("exporters", rate.exporters)):
        yield from (f"{path}.{entry}: {unknown('region', name, REGIONS)}" for name in regions if name not in REGIONS)


def _sectors(path: str, rate: ObservedRate) -> Iterator[str]:
    """Every goods sector has a rate, and nothing else."""
    yield from (f"{path}: {unknown('sector', name, GOODS)}" for name in rate.percent if name not in GOODS)
    gaps = [sector for sector in GOODS if sector not in rate.percent]
    if gaps:
        yield f"{path}: has no rate for {', '.join(gaps)}; every goods sector is stated, 0 where none falls"
