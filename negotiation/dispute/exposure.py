"""What touches whom: value added, jobs and openness by region, computed from the economy's tables."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from negotiation.economy import REGIONS, SECTORS, SERVICES, default_tables, employment, regional_exposures

Floats = NDArray[np.float64]


@cache
def value_added(region: str) -> Floats:
    """Value added by sector, USD million a year, (S,): its share of what the region sells at home and abroad."""
    tables = default_tables()
    place = REGIONS.index(region)
    sold = np.asarray(tables.flows)[:, place].sum(axis=0)
    return np.ascontiguousarray(np.asarray(tables.value_added_shares)[place] * sold)


def value_added_shares(region: str) -> Floats:
    """Each sector's share of the region's value added, (S,)."""
    added = value_added(region)
    shares: Floats = added / added.sum()
    return shares


@cache
def gdp(region: str) -> float:
    """GDP, USD billion a year (World Bank WDI 2023)."""
    return float(np.asarray(default_tables().gdp)[REGIONS.index(region)]) / 1000.0


def jobs(region: str) -> Floats:
    """Thousand jobs by sector, (S,); value added at the average of the covered regions where the table has none."""
    table = employment()
    if region in table:
        return np.asarray(table[region])
    covered = list(table)
    employed = sum(float(table[name].sum()) for name in covered)
    a_million = employed / sum(float(value_added(name).sum()) for name in covered)
    return value_added(region) * a_million


@cache
def openness(region: str, partner: str) -> float:
    """Goods sold to the partner as a share of GDP, fraction."""
    flows = np.asarray(default_tables().flows)
    goods = ~np.isin(SECTORS, SERVICES)
    sold = flows[REGIONS.index(partner), REGIONS.index(region)][goods].sum()
    return float(sold) / (gdp(region) * 1000.0)


@cache
def export_share(region: str, partner: str) -> float:
    """Goods sold to the partner as a share of all goods sold abroad, fraction."""
    flows = np.asarray(default_tables().flows)[:, REGIONS.index(region)][:, ~np.isin(SECTORS, SERVICES)]
    abroad = np.arange(len(REGIONS)) != REGIONS.index(region)
    return float(flows[REGIONS.index(partner)].sum() / flows[abroad].sum())


def place_openness(region: str, partner: str, places: tuple[str, ...]) -> float:
    """How much more places depend on trade with the partner than their country does, a ratio; 1 without places.

    Places are codes of the regions table: their exports to the partner as a share of their GDP, or of their exports.
    """
    rows = {exposure.code: exposure for exposure in regional_exposures() if exposure.country == region}
    if not places:
        return 1.0
    ratios = [rows[place].share / _national(rows[place].unit, region, partner) for place in places]
    return float(np.mean(ratios))


def _national(unit: str, region: str, partner: str) -> float:
    """The country's own figure in the unit of its places."""
    share = openness(region, partner) if "GDP" in unit else export_share(region, partner)
    return share * (100.0 if unit.startswith("percent") else 1.0)
