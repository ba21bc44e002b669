"""What the trade model says, laid out by code of rates for one dispute: payoff terms, incomes, jobs, rates."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.ally_rates import JOINED, SETTLED
from negotiation.dispute.exposure import gdp, jobs, place_openness, value_added, value_added_shares
from negotiation.dispute.lattice import rate_grid
from negotiation.dispute.worth import FEARED
from negotiation.economy import REGIONS, SECTORS, EquilibriumTable, RateGrid
from negotiation.scenario.countries import TERMS
from negotiation.scenario.schema import Scenario
from negotiation.scenario.table import Constituency

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Tables:
    """Flows a year by code. Percent of real income (welfare, real_income), of GDP (revenue, balance), or as named.

    components: (G, J + 1, codes), the payoff terms and the jobs that leave shrinking sectors (percent of employment);
    income: (C, codes) percent, real income of each constituency; rate: (G, codes) percent of its imports from the
    other that a government's measures add; sector_income: (codes, G, S) percent; sector_jobs: (codes, G, S) thousand;
    joining, settling: (A, codes) percent of real income an ally gains by being joined, or settled, at this code rather
    than standing aside, settling 0 where a separate deal holds nothing; ally_welfare: (A, codes) percent, diversion of
    trade included; gdp: USD billion, by side.
    """

    grid: RateGrid
    components: Floats
    income: Floats
    rate: Floats
    sector_income: Floats
    sector_jobs: Floats
    joining: Floats
    settling: Floats
    ally_welfare: Floats
    gdp: tuple[float, float]

    @cached_property
    def components_by_code(self) -> Floats:
        """`components` by code, (codes, G, J + 1)."""
        return np.ascontiguousarray(self.components.transpose(2, 0, 1))

    @cached_property
    def income_by_code(self) -> Floats:
        """`income` by code, (codes, C)."""
        return np.ascontiguousarray(self.income.T)

    @cached_property
    def feared_by_code(self) -> Floats:
        """What fear can touch, by code: both sides' feared components, then constituencies' income, (codes, F)."""
        components = self.components_by_code[:, :, list(FEARED)].reshape(self.grid.size, -1)
        return np.concatenate([components, self.income_by_code], axis=1)

    @cached_property
    def rate_by_code(self) -> Floats:
        """`rate` by code, (codes, G)."""
        return np.ascontiguousarray(self.rate.T)


def tables(scenario: Scenario, solved: EquilibriumTable) -> Tables:
    """Lay out solved equilibria for one dispute; solved has the two sides as focus regions, in the engine's order."""
    grid, welfare = rate_grid(scenario), _ally_welfare(scenario, solved)
    regions = [scenario.countries[side].region for side in scenario.sides]
    income = incomes(scenario, solved)
    unity = [self_inflicted(scenario, income, income[:, _without_own(scenario, grid, side)], side) for side in (0, 1)]
    return Tables(
        grid=grid,
        components=components_of(scenario, solved, unity),
        income=np.ascontiguousarray(income),
        rate=rates_of(solved),
        sector_income=np.ascontiguousarray(solved.sector_income),
        sector_jobs=np.ascontiguousarray(jobs_moved(scenario, solved)),
        joining=_gain_at(scenario, grid, welfare, JOINED),
        settling=_gain_at(scenario, grid, welfare, SETTLED),
        ally_welfare=welfare,
        gdp=(gdp(regions[0]), gdp(regions[1])),
    )


def incomes(scenario: Scenario, solved: EquilibriumTable) -> Floats:
    """Percent change of every constituency's real income, (C, codes)."""
    groups = scenario.constituencies.values()
    if not groups:
        return np.zeros((0, len(solved.welfare)))
    return np.stack([_income(scenario, group, solved) for group in groups])


def components_of(scenario: Scenario, solved: EquilibriumTable, unity: list[Floats]) -> Floats:
    """The payoff terms and the jobs that leave shrinking sectors, (G, J + 1, codes). unity: by side, (codes,)."""
    employed = np.stack([jobs(scenario.countries[side].region).sum() for side in scenario.sides])
    lost = np.minimum(jobs_moved(scenario, solved), 0.0).sum(axis=-1) / employed * 100.0
    sides = [np.stack([*_terms(scenario, solved, side, unity[side]), lost[:, side]]) for side in (0, 1)]
    return np.ascontiguousarray(np.stack(sides))


def jobs_moved(scenario: Scenario, solved: EquilibriumTable) -> Floats:
    """Thousand jobs that come to each sector or leave it, (codes, G, S)."""
    moved: Floats = solved.jobs / 100.0 * np.stack([jobs(scenario.countries[side].region) for side in scenario.sides])
    return moved


def rates_of(solved: EquilibriumTable) -> Floats:
    """What each side's own measures put on trade with the other, percent of its imports from it, (G, codes)."""
    return np.ascontiguousarray(np.stack([_rate(solved, side) for side in (0, 1)]))


def _terms(scenario: Scenario, solved: EquilibriumTable, side: int, unity: Floats) -> list[Floats]:
    """The payoff terms of one side in the order of TERMS, each (codes,)."""
    country = scenario.countries[scenario.sides[side]]
    region = REGIONS.index(country.region)
    organised = np.isin(SECTORS, country.organised_sectors)
    share = value_added_shares(country.region)
    terms = {
        "welfare": solved.welfare[:, region],
        "real_income": solved.real_income[:, region],
        "organised": (solved.jobs[:, side] * np.where(organised, share, 0.0)).sum(axis=-1),
        "revenue": solved.revenue[:, region],
        "balance": solved.balance[:, side, 1 - side],
        "border_prices": solved.chain_prices[:, region],
        "unity": unity,
    }
    return [terms[term] for term in TERMS]


def _rate(solved: EquilibriumTable, side: int) -> Floats:
    """What a side's own measures put on trade with the other, percent of its imports from it, (codes,)."""
    tariff = solved.effective_rate[:, side, 1 - side]
    exports = solved.export_rate[:, 1 - side, side]  # on what the side sells to the other
    return tariff + exports


def _income(scenario: Scenario, group: Constituency, solved: EquilibriumTable) -> Floats:
    """Percent change of a constituency's real income, (codes,).

    Income of its sectors weighted by value added, times how much more its places depend on trade with the other
    country than the country as a whole; people without a sector live on the country's real factor income.
    """
    side = scenario.sides.index(group.country)
    region = scenario.countries[group.country].region
    partner = scenario.countries[scenario.sides[1 - side]].region
    if not group.sectors:
        return solved.real_income[:, REGIONS.index(region)]
    share = np.where(np.isin(SECTORS, group.sectors), value_added_shares(region), 0.0)
    earned: Floats = (solved.sector_income[:, side] * (share / share.sum())).sum(axis=-1)
    return earned * place_openness(region, partner, group.places)


def _without_own(scenario: Scenario, grid: RateGrid, side: int) -> Integers:
    """The code of the same rates without a side's own measures, (codes,)."""
    imposers = [measure.imposer for measure in scenario.measures.values()]
    own = [axis for axis, imposer in enumerate(imposers) if imposer == scenario.sides[side]]
    codes = np.arange(grid.size)
    levels = grid.levels(codes)
    return codes - sum((levels[:, axis] * grid.strides[axis] for axis in own), np.zeros(grid.size, np.int64))


def self_inflicted(scenario: Scenario, income: Floats, without: Floats, side: int) -> Floats:
    """Income a side's own measures take from its own constituencies, influence-weighted percent, (codes,), <= 0.

    income, without: (C, codes) percent, with its measures and without them.
    """
    groups = list(scenario.constituencies.values())
    ours = [place for place, group in enumerate(groups) if group.country == scenario.sides[side]]
    total = sum(groups[place].influence.value for place in ours)
    hurt = np.zeros(income.shape[1])
    for place in ours:
        loss = np.minimum(income[place] - without[place], 0.0)
        hurt = hurt + groups[place].influence.value / total * loss
    return hurt


def _ally_welfare(scenario: Scenario, solved: EquilibriumTable) -> Floats:
    """What every combination of rates does to each ally's welfare, weighted by income, percent, (A, codes)."""
    welfare = np.zeros((len(scenario.allies), len(solved.welfare)))
    for place, ally in enumerate(scenario.allies.values()):
        regions = [REGIONS.index(region) for region in ally.regions]
        size = np.array([value_added(REGIONS[region]).sum() for region in regions])
        welfare[place] = (solved.welfare[:, regions] * (size / size.sum())).sum(axis=-1)
    return welfare


def _gain_at(scenario: Scenario, grid: RateGrid, welfare: Floats, level: int) -> Floats:
    """What each ally's level does to its own welfare, percent, (A, codes). welfare: (A, codes) percent."""
    codes = np.arange(grid.size)
    levels = grid.levels(codes)
    gains = np.zeros_like(welfare)
    for place in range(len(welfare)):
        axis = len(scenario.measures) + place
        if level < grid.shape[axis]:
            stays_out = codes - levels[:, axis] * grid.strides[axis]
            gains[place] = welfare[place][stays_out + level * grid.strides[axis]] - welfare[place][stays_out]
    return gains
