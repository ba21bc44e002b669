"""The default economy: 11 regions and 13 sectors, read from the tables shipped with the package (tables/README.md)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from negotiation.economy.economy_tables import EconomyTables, Floats
from negotiation.economy.tidy import Row, read_tables, rows_of
from negotiation.economy.trade_model import TradeModel

TABLES = Path(__file__).parent / "tables"

REGIONS = ("USA", "CAN", "MEX", "JPN", "DEU", "FRA", "GBR", "ITA", "REU", "CHN", "ROW")
SECTORS = (
    *("AGRI", "DAIRY", "FOOD", "ENERGY", "MINING", "WOOD", "PAPER", "CHEM", "METALS", "AUTOS", "MACH", "OTHMFG"),
    "SERV",
)
SERVICES = ("SERV",)


def economy_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Regions and sectors of the default economy, in the order of its arrays."""
    return REGIONS, SECTORS


@cache
def default_economy() -> TradeModel:
    """The default trade model, built once in a process."""
    return TradeModel.from_tables(default_tables())


@cache
def default_tables() -> EconomyTables:
    """The default economy's tables, read once in a process.

    2023 flows in USD million, technology of 2011, median elasticities.
    """
    return read_tables(TABLES, SERVICES)


def elasticities_by_source() -> dict[str, Floats]:
    """Trade elasticities (S,) of each published estimate, by its short name (tables/README.md)."""
    table = rows("elasticities.csv")
    return {source: column(table, source) for source in table[0] if source != "sector"}


def employment() -> dict[str, Floats]:
    """Thousand jobs by sector (S,), for the regions that the table covers."""
    table = rows("employment.csv")
    regions = dict.fromkeys(row["region"] for row in table)
    return {region: column([row for row in table if row["region"] == region], "jobs_thousand") for region in regions}


def employment_sources() -> dict[tuple[str, str], str]:
    """Where each figure of `employment` comes from, by region and sector."""
    return {(row["region"], row["sector"]): row["source"] for row in rows("employment.csv")}


@dataclass(frozen=True)
class RegionalExposure:
    """How much a province or state sells to the other country: share, in the unit that it names."""

    name: str
    code: str
    country: str
    partner: str
    share: float
    unit: str
    source: str


def regional_exposures() -> tuple[RegionalExposure, ...]:
    """Provinces' and states' exports to the other country, as published."""
    table = rows("regions.csv")
    texts = ("name", "code", "country", "partner", "unit", "source")
    return tuple(RegionalExposure(share=float(row["share"]), **{key: row[key] for key in texts}) for row in table)


def usmca_claim_shares() -> dict[str, Floats]:
    """Share of US imports from Canada claiming USMCA, (S,) by period ("2024", "2025_01", ...); services 0."""
    goods = [sector for sector in SECTORS if sector not in SERVICES]
    return {
        row["period"]: np.array([float(row[sector]) if sector in goods else 0.0 for sector in SECTORS])
        for row in rows("usmca_claim_shares.csv")
    }


def rows(name: str) -> list[Row]:
    """A shipped table, row by row."""
    return rows_of(TABLES / name)


def column(table: list[Row], name: str) -> Floats:
    """(S,) one column of a table with one row per sector."""
    by_sector = {row["sector"]: float(row[name]) for row in table}
    return np.array([by_sector[sector] for sector in SECTORS])
