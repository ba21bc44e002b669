"""The combinations of rates a dispute can reach: one axis per measure, one per ally bloc."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.ally_rates import SETTLED, ally_axis
from negotiation.economy import REGIONS, SECTORS, RateGrid, Setting
from negotiation.scenario.rise import taxed_shares
from negotiation.scenario.schema import Scenario
from negotiation.scenario.table import Ally, Measure

Kind = Literal["tariff", "export tax", "iceberg"]
KINDS: dict[str, Kind] = {"tariff": "tariff", "export tax": "export tax", "cut": "iceberg"}
PERCENT = 100.0
Integers = NDArray[np.int64]


def rate_grid(scenario: Scenario) -> RateGrid:
    """Every combination of the measures' levels and of allies that have joined, measures first, in file order."""
    regions = {key: REGIONS.index(country.region) for key, country in scenario.countries.items()}
    measures = [_measure_axis(measure, regions) for measure in scenario.measures.values()]
    allies = [ally_axis(ally, opponent(ally, regions)) for ally in scenario.allies.values()]
    return RateGrid((*measures, *allies), len(REGIONS), len(SECTORS))


def _measure_axis(measure: Measure, regions: dict[str, int]) -> tuple[tuple[Setting, ...], ...]:
    """The levels of one measure, nothing first; where claims grow, all levels again for every further stage."""
    imposer = regions[measure.imposer]
    target = next(region for key, region in regions.items() if key != measure.imposer)
    importer, exporter = (imposer, target) if measure.kind == "tariff" else (target, imposer)
    covered = np.isin(SECTORS, measure.sectors)
    levels: list[tuple[Setting, ...]] = []
    for stage in range(len(measure.claims) + 1):
        levels.append(())
        for level in measure.levels[1:]:
            rates = np.where(covered, level.rate / PERCENT * taxed_shares(level, stage), 0.0)
            levels.append((Setting(KINDS[measure.kind], (importer,), (exporter,), tuple(rates), measure.stacking),))
    return tuple(levels)


def stage_strides(scenario: Scenario, grid: RateGrid) -> Integers:
    """What a stage of claims adds to the code of rates, by measure, (M,): as much as all its levels."""
    levels = [len(measure.levels) for measure in scenario.measures.values()]
    strides: Integers = np.asarray(grid.strides, np.int64)[: len(levels)] * np.array(levels)
    return strides


def opponent(ally: Ally, regions: dict[str, int]) -> int:
    """The region of the country that an ally's friend is at odds with. regions: by country."""
    return next(region for key, region in regions.items() if key != ally.friend)


def settled_alone(scenario: Scenario, grid: RateGrid) -> Integers:
    """The code left of every code if nothing but allies' separate deals were in force, (codes,)."""
    codes = np.arange(grid.size)
    levels = grid.levels(codes)[:, len(scenario.measures) :]
    alone: Integers = (np.where(levels == SETTLED, SETTLED, 0) * grid.strides[len(scenario.measures) :]).sum(axis=-1)
    return alone
