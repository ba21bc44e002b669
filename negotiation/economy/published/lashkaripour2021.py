"""Lashkaripour (2021), "The cost of a global tariff war", Journal of International Economics 131: 103489.

44 countries, 16 sectors, 2014; no inputs, balanced trade: every country's Nash tariff, one on all its imports.
"""

import json
from pathlib import Path

import numpy as np

from negotiation.economy.economy_tables import EconomyTables, Floats
from negotiation.economy.equilibrium import Equilibrium
from negotiation.economy.trade_model import TradeModel
from negotiation.economy.variant import Variant

TRADE = "wiod2014_44x16.npz"
TABLE = "lashkaripour2021_table1_public15.json"
START = 0.4  # a tariff near all those of the paper
PRECISION = 1e-6  # of a tariff
MOST_ROUNDS = 100


def war_model(folder: Path) -> TradeModel:
    """The paper's economy, deficits removed."""
    with np.load(folder / TRADE, allow_pickle=False) as file:
        regions, sectors = (tuple(str(name) for name in file[axis]) for axis in ("countries", "sectors"))
        tariffs = np.ascontiguousarray(file["tariff"].transpose(1, 0, 2))
        flows = file["X_exporter_importer_sector"].transpose(1, 0, 2) / (1.0 + tariffs)
        elasticities = file["eps_IS"]
    shape = (len(regions), len(sectors))
    tables = EconomyTables(
        flows=flows,
        base_tariffs=tariffs,
        value_added_shares=np.ones(shape),
        input_shares=np.zeros((*shape, len(sectors))),
        elasticities=elasticities,
        regions=regions,
        sectors=sectors,
        gdp=flows.sum(axis=(0, 2)),
        services=(),
    )
    return TradeModel.from_tables(tables, Variant(balanced_trade=True))


def tariff_war(model: TradeModel) -> tuple[Floats, Equilibrium]:
    """(N,) Nash tariffs, fractions, and the equilibrium under them.

    Solved from an economy that is already at war: the tariffs are far from those of the base.
    """
    rates = np.full(len(model.regions), START)
    at_war = model.after(on_imports(model, rates))
    for _ in range(MOST_ROUNDS):
        found = at_war.solve(on_imports(model, rates))
        answers = best_rates(at_war, found, rates)
        moved = np.abs(answers - rates).max()
        rates = answers
        if moved < PRECISION:
            return rates, model.solve(on_imports(model, rates))
    raise ArithmeticError(f"Nash tariffs: still moving by {moved:g} after {MOST_ROUNDS} rounds")


def on_imports(model: TradeModel, rates: Floats) -> Floats:
    """(N, N, S) each region's rate (N,) on all it imports."""
    abroad = 1.0 - np.eye(len(rates))[:, :, None]
    return np.asarray(rates[:, None, None] * abroad * np.ones(len(model.sectors)))


def best_rates(model: TradeModel, found: Equilibrium, rates: Floats) -> Floats:
    """(N,) optimal tariffs: one over the elasticity of foreign demand for a country's exports.

    Source: Lashkaripour (2021), section 3, uniform tariffs without inputs.
    """
    trade = model.base.flows * found.trade[0]
    paid = trade * (1.0 + on_imports(model, rates))
    total = paid.sum(axis=1, keepdims=True)
    shares = paid / np.where(total > 0.0, total, 1.0)
    exports = trade * (1.0 - np.eye(len(rates))[:, :, None])
    lost = (exports * (1.0 - shares)).sum(axis=0) / exports.sum(axis=(0, 2))[:, None]
    return np.asarray(1.0 / (lost * model.base.elasticities).sum(axis=-1))


def published_table(folder: Path) -> dict[str, tuple[float, float]]:
    """Country: its Nash tariff and change of welfare, percent; table 1, baseline."""
    table = json.loads((folder / TABLE).read_text(encoding="utf-8"))
    return {row["c"]: (float(row["baseline"]["tariff"]), float(row["baseline"]["gdp"])) for row in table}


def figures(folder: Path) -> dict[tuple[str, str], float]:
    """Nash tariffs and welfare by variable and region, percent."""
    model = war_model(folder)
    rates, found = tariff_war(model)
    by_variable = {"Nash tariff": 100.0 * rates, "GDP/welfare": found.welfare[0]}
    return {
        (name, region): float(value)
        for name, values in by_variable.items()
        for region, value in zip(model.regions, values, strict=True)
    }
