"""The combinations of rates a dispute can reach: one axis per measure, one per ally bloc."""

from typing import Literal

import numpy as np

from negotiation.economy import REGIONS, SECTORS, RateGrid, Setting
from negotiation.scenario.rise import taxed_shares
from negotiation.scenario.schema import Scenario
from negotiation.scenario.table import Ally, Measure

Kind = Literal["tariff", "export tax", "iceberg"]
KINDS: dict[str, Kind] = {"tariff": "tariff", "export tax": "export tax", "cut": "iceberg"}
PERCENT = 100.0


def rate_grid(scenario: Scenario) -> RateGrid:
    """Every combination of the measures' levels and of allies that have joined, measures first, in file order."""
    regions = {key: REGIONS.index(country.region) for key, country in scenario.countries.items()}
    measures = [_measure_axis(measure, regions) for measure in scenario.measures.values()]
    allies = [_ally_axis(ally, regions) for ally in scenario.allies.values()]
    return RateGrid((*measures, *allies), len(REGIONS), len(SECTORS))


def _measure_axis(measure: Measure, regions: dict[str, int]) -> tuple[tuple[Setting, ...], ...]:
    """The levels of one measure: nothing first."""
    imposer = regions[measure.imposer]
    target = next(region for key, region in regions.items() if key != measure.imposer)
    importer, exporter = (imposer, target) if measure.kind == "tariff" else (target, imposer)
    covered = np.isin(SECTORS, measure.sectors)
    levels: list[tuple[Setting, ...]] = [()]
    for level in measure.levels[1:]:
        rates = np.where(covered, level.rate / PERCENT * taxed_shares(level), 0.0)
        levels.append((Setting(KINDS[measure.kind], (importer,), (exporter,), tuple(rates), measure.stacking),))
    return tuple(levels)


def _ally_axis(ally: Ally, regions: dict[str, int]) -> tuple[tuple[Setting, ...], ...]:
    """A bloc's tariff on its friend's opponent: off or on."""
    target = next(region for key, region in regions.items() if key != ally.friend)
    importers = tuple(REGIONS.index(region) for region in ally.regions)
    rates = np.where(np.isin(SECTORS, ally.sectors), ally.rate / PERCENT, 0.0)
    return ((), (Setting("tariff", importers, (target,), tuple(rates), "highest"),))
