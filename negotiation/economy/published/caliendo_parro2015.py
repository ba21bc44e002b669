"""Caliendo & Parro (2015), "Estimates of the trade and welfare effects of NAFTA", Review of Economic Studies 82(1).

31 countries, 40 sectors, 1993: what NAFTA's tariff cuts until 2005 did, other tariffs as in 1993.
"""

from pathlib import Path

import numpy as np

from negotiation.economy.economy_tables import EconomyTables, Floats
from negotiation.economy.equilibrium import Equilibrium
from negotiation.economy.trade_model import TradeModel
from negotiation.economy.variant import Variant

NAMES = (
    "ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL "
    "ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW"
)
REGIONS = tuple(NAMES.split())
TRADABLES, SECTORS = 20, 40
OTHERS_ELASTICITY = 8.22
FLOW_UNIT = 1e3  # flows are in thousands of the unit of gross output
NAFTA = [REGIONS.index(name) for name in ("USA", "CAN", "MEX")]


def nafta_model(folder: Path) -> TradeModel:
    """The base without aggregate deficits, as in the paper's exercise."""
    return TradeModel.from_tables(nafta_tables(folder), Variant(balanced_trade=True))


def nafta_tables(folder: Path) -> EconomyTables:
    """The paper's data of 1993."""
    count = len(REGIONS)
    made, earned = np.loadtxt(folder / "cp2015_GO.txt"), np.loadtxt(folder / "cp2015_B.txt").T
    flows = np.zeros((count, count, SECTORS))
    flows[..., :TRADABLES] = by_flow(np.loadtxt(folder / "cp2015_xbilat1993.txt")) * FLOW_UNIT
    exports = flows.sum(axis=0)
    flows[np.arange(count), np.arange(count)] = np.maximum(made.T, exports) - exports
    materials = np.loadtxt(folder / "cp2015_IO.txt").reshape(count, SECTORS, SECTORS)
    others = np.full(SECTORS - TRADABLES, OTHERS_ELASTICITY)
    return EconomyTables(
        flows=flows,
        base_tariffs=rates_of(folder, 1993),
        value_added_shares=earned,
        input_shares=np.maximum(materials, 0.0) * (1.0 - earned)[:, None],  # five cells are below zero
        elasticities=np.concatenate([np.loadtxt(folder / "cp2015_T.txt")[:TRADABLES], others]),
        regions=REGIONS,
        sectors=tuple(f"S{sector + 1}" for sector in range(SECTORS)),
        gdp=(earned * flows.sum(axis=0)).sum(axis=1),
        services=(),
    )


def nafta_tariffs(folder: Path) -> Floats:
    """(N, N, S) tariffs of 1993, but those of the USA, Canada and Mexico on each other of 2005."""
    rates, later = rates_of(folder, 1993), rates_of(folder, 2005)
    among = np.ix_(NAFTA, NAFTA)
    rates[among] = later[among]
    return rates


def rates_of(folder: Path, year: int) -> Floats:
    """(N, N, S) a year's tariffs, fractions."""
    rates = np.zeros((len(REGIONS), len(REGIONS), SECTORS))
    rates[..., :TRADABLES] = by_flow(np.loadtxt(folder / f"cp2015_tariffs{year}.txt")) / 100.0
    rates[np.arange(len(REGIONS)), np.arange(len(REGIONS))] = 0.0
    return rates


def by_flow(rows: Floats) -> Floats:
    """(N importer, N exporter, tradables) from rows by sector and importer, columns exporters."""
    return np.moveaxis(rows.reshape(TRADABLES, len(REGIONS), len(REGIONS)), 0, -1)


def first_order_welfare(model: TradeModel, found: Equilibrium, vector: int = 0) -> tuple[Floats, Floats]:
    """(N,) terms of trade and volume of trade, percent of income: their sum is the paper's welfare.

    Source: Caliendo & Parro (2015), equation 15. A first-order formula: not the change of income over prices.
    """
    base, abroad = model.base, 1.0 - np.eye(len(model.regions))[:, :, None]
    purchases = base.flows * abroad
    costs = np.log1p(found.costs[vector] / 100.0)
    sold, bought = purchases.sum(axis=0), np.einsum("nis,is->n", purchases, costs)
    terms = (sold * costs).sum(axis=-1) - bought
    growth = found.trade[vector] - 1.0 - costs
    volume = (base.tariffs * purchases * growth).sum(axis=(1, 2))
    return 100.0 * terms / base.income, 100.0 * volume / base.income


def figures(folder: Path) -> dict[tuple[str, str], float]:
    """The paper's figures by variable and region, percent."""
    model = nafta_model(folder)
    found = model.solve(nafta_tariffs(folder))
    terms, volume = first_order_welfare(model, found)
    by_variable = {
        "real wage": found.real_income[0],
        "terms of trade": terms,
        "volume of trade": volume,
        "welfare": terms + volume,
        "income over prices": found.welfare[0],
    }
    return {
        (name, region): float(value)
        for name, values in by_variable.items()
        for region, value in zip(REGIONS, values, strict=True)
    }
