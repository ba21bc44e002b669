"""Ignatenko, Lashkaripour, Macedoni & Simonovska (2025), "Making America great again?", Journal of International
Economics 157: 104138. 194 countries, one sector, the US tariffs of April 2025.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from negotiation.economy.economy_tables import EconomyTables, Floats
from negotiation.economy.published.folder import columns
from negotiation.economy.trade_model import TradeModel
from negotiation.economy.variant import IGNATENKO_LABOUR, Variant

ELASTICITY = 4.0
DISPERSION = 0.67  # trade elasticity over the shape of sellers' productivity
SCALE = DISPERSION / ELASTICITY
SHAPE = ELASTICITY / DISPERSION
MARGINS = (0.26, 0.12)  # sales-weighted share of US firms' and of the others' sales that stays with the importer
FLOOR = 0.1  # least rate announced
THOUSAND = 1_000.0

FREE_ENTRY = Variant(labour_supply=IGNATENKO_LABOUR, scale=SCALE)
FIT_STEPS = 100


@dataclass(frozen=True, eq=False)
class World:
    """What the paper gives. flows: (N importer, N exporter) USD, none at home; gdp: (N,); announced: (N,) US rates."""

    flows: Floats
    gdp: Floats
    announced: Floats
    names: tuple[str, ...]

    @property
    def us(self) -> int:
        """Where the US stands."""
        return self.names.index("USA")

    @property
    def tariffs(self) -> Floats:
        """(N, N, 1) the US's announced rates, 10 % or more."""
        rates = np.zeros((*self.flows.shape, 1))
        rates[self.us, :, 0] = np.maximum(FLOOR, self.announced)
        rates[self.us, self.us] = 0.0
        return rates

    @property
    def retaliation(self) -> Floats:
        """(N, N, 1) and each country charges the US what the US charges it."""
        rates = self.tariffs
        rates[:, self.us] = rates[self.us]
        return rates


def read_world(folder: Path) -> World:
    """The paper's data in a folder."""
    with (folder / "maga2025_country_labels.csv").open(newline="", encoding="utf-8") as file:
        names = tuple(row["iso3"] for row in csv.DictReader(file))
    flows = columns(folder / "maga2025_trade_cepii.csv").T * THOUSAND
    np.fill_diagonal(flows, 0.0)
    gdp = columns(folder / "maga2025_gdp.csv")[:, 0]
    return World(np.ascontiguousarray(flows), gdp, columns(folder / "maga2025_tariffs.csv")[:, 0], names)


def paper_model(world: World, variant: Variant) -> TradeModel:
    """The model with the margins that fit the paper's, and prices that feel entry."""
    margins = fitted_margins(world)
    powers = (1.0 + SHAPE) / ((1.0 - margins) * SHAPE) - 1.0 / SHAPE
    kept = replace(variant, margins=tuple(margins.tolist()), tariff_powers=tuple(powers.tolist()))
    return TradeModel.from_tables(tables_of(world, margins), kept)


def eaton_kortum_model(world: World, variant: Variant) -> TradeModel:
    """The special case without margins and entry."""
    return TradeModel.from_tables(tables_of(world, np.zeros(len(world.gdp))), variant)


def tables_of(world: World, margins: Floats) -> EconomyTables:
    """The economy that the paper's data describe, with domestic sales as what spending leaves after imports."""
    count = len(world.gdp)
    home = home_sales(world.flows, world.gdp, margins)
    return EconomyTables(
        flows=(world.flows + np.diag(home))[..., None],
        base_tariffs=np.zeros((count, count, 1)),
        value_added_shares=np.ones((count, 1)),
        input_shares=np.zeros((count, 1, 1)),
        elasticities=np.array([ELASTICITY]),
        regions=world.names,
        sectors=("ALL",),
        gdp=world.gdp,
        services=(),
    )


def home_sales(flows: Floats, gdp: Floats, margins: Floats) -> Floats:
    """(N,) spending less imports, not below zero; flows (N importer, N exporter)."""
    imports = flows.sum(axis=1)
    earned = ((1.0 - margins)[:, None] * flows).sum(axis=0)
    spending = gdp + (1.0 - margins) * (imports - earned)
    return np.asarray(np.maximum(spending - imports, 0.0))


def fitted_margins(world: World) -> Floats:
    """(N,) margins, one for the US and one for the others, that in a world of these two give MARGINS on average.

    A firm's sales abroad bear the other's margin. Solved by repetition: the averages are linear in the margins but for
    the sales at home.
    """
    us = np.arange(len(world.gdp)) == world.us
    merged = np.array([[world.flows[one][:, other].sum() for other in (us, ~us)] for one in (us, ~us)])
    np.fill_diagonal(merged, 0.0)
    gdp = np.array([world.gdp[us].sum(), world.gdp[~us].sum()])
    margins = np.array(MARGINS)
    for _ in range(FIT_STEPS):
        sales = merged + np.diag(home_sales(merged, gdp, margins))
        weights = (sales / sales.sum(axis=0)).T
        margins = np.linalg.solve(weights, np.array(MARGINS))
    return np.asarray(np.where(us, margins[0], margins[1]))


def results(world: World, model: TradeModel, tariffs: Floats) -> dict[tuple[str, str], float]:
    """The paper's figures under tariffs (N, N, 1), by variable and region, percent; published changes of trade are
    relative to income, money in the paper's numeraire, the mean price.
    """
    found, base, us = model.solve(tariffs), model.base, world.us
    spending, prices = base.spending[:, 0], 1.0 + found.prices[0] / 100.0
    unit = (spending * prices).sum() / spending.sum()
    trade = base.flows[..., 0] * found.trade[0, ..., 0]
    imports, exports = (change_of_trade(world, base.flows[..., 0], trade, side) for side in (0, 1))
    income = (1.0 + found.sector_income[0, us, 0] / 100.0) * prices[us]
    deficit = (imports[1] - exports[1]) / (imports[0] - exports[0]) / unit
    others = np.arange(len(spending)) != us
    by_variable = {
        "welfare": found.welfare[0, us],
        "trade deficit": 100.0 * (deficit - 1.0),
        "exports/GDP": 100.0 * (exports[1] / exports[0] / income - 1.0),
        "imports/GDP": 100.0 * (imports[1] / imports[0] / income - 1.0),
        "employment": found.jobs[0, us, 0],
        "CPI rel. world": 100.0 * (prices[us] / unit - 1.0),
        "tariff revenue / expenditure": found.revenue[0, us] * base.gdp[us] / spending[us] / unit,
    }
    abroad = (found.welfare[0] * spending)[others].sum() / spending[others].sum()
    return {(name, "USA"): float(value) for name, value in by_variable.items()} | {("welfare", "nonUS"): float(abroad)}


def change_of_trade(world: World, before: Floats, after: Floats, side: int) -> tuple[float, float]:
    """US imports (side 0) or exports (side 1) before and after, (N importer, N exporter) flows given."""
    ours = [np.delete(np.take(flows, world.us, axis=side), world.us).sum() for flows in (before, after)]
    return float(ours[0]), float(ours[1])


def figures(folder: Path) -> dict[tuple[str, str, str], float]:
    """The paper's figures by setting (a key of SETTINGS), variable and region."""
    world = read_world(folder)
    found: dict[tuple[str, str, str], float] = {}
    for setting, (build, tax_cut_share, retaliates) in SETTINGS.items():
        model = build(world, replace(FREE_ENTRY, tax_cut_share=tax_cut_share))
        by_variable = results(world, model, world.retaliation if retaliates else world.tariffs)
        found |= {(setting, *key): value for key, value in by_variable.items()}
    return found


# How the model is built, the share of revenue that cuts the income tax, and whether the others retaliate.
SETTINGS: dict[str, tuple[Callable[[World, Variant], TradeModel], float, bool]] = {
    "tax cut": (paper_model, 1.0, False),
    "handed out": (paper_model, 0.0, False),
    "retaliation": (paper_model, 1.0, True),
    "Eaton-Kortum": (eaton_kortum_model, 1.0, False),
}
