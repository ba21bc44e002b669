"""What a solved equilibrium means for people: percentages of the base."""

from dataclasses import dataclass, fields

import numpy as np

from negotiation.economy.base import Base
from negotiation.economy.conditions import allocate
from negotiation.economy.costs import Allocation, Costs
from negotiation.economy.economy_tables import Floats
from negotiation.economy.labour import average_wage, log_factor_income, welfare_of_work
from negotiation.economy.unknowns import split

PERCENT = 100.0


@dataclass(frozen=True, eq=False)
class Equilibrium:
    """B equilibria of N regions and S sectors; percent changes from the base unless said. C-ordered float64.

    welfare: (B, N) income with revenue and deficit over consumer prices; real_income: (B, N) wages over the same.
    prices: (B, N) consumer prices in the numeraire (world value added constant).
    border_prices: (B, N) first-order pass-through to consumers: share of final spending on each foreign good x its
    price increase from tariffs, export taxes and icebergs. Source: pass-through 1, Fajgelbaum et al. (2020).
    chain_prices: (B, N) the same, with what dearer inputs, at home and abroad, add to the cost of everything else.
    revenue: (B, N) change of tariff and export-tax revenue, percent of base GDP.
    costs: (B, N, S) unit costs in the numeraire. output: (B, N, S) volume; jobs: (B, N, S) labour by sector;
    sector_income: (B, N, S) wage bill over consumer prices.
    trade: (B, N importer, N exporter, S) value net of tariff, as a *factor* of the base (1 where there was none).
    balance: (B, N, N) change of the balance of region n with region i, percent of n's base GDP; positive = improves.
    """

    welfare: Floats
    real_income: Floats
    prices: Floats
    border_prices: Floats
    chain_prices: Floats
    revenue: Floats
    costs: Floats
    output: Floats
    jobs: Floats
    sector_income: Floats
    trade: Floats
    balance: Floats


def measured(base: Base, costs: Costs, values: Floats, vectors: int) -> Equilibrium:
    """The first equilibria of a batch of unknowns (B, U), described."""
    unknowns = split(np.ascontiguousarray(values.T), base)
    found = allocate(unknowns, base, costs)
    log_cpi = np.einsum("ns,nsb->nb", base.final_shares, unknowns.log_prices)
    sales = ratio(found.sales, base.sales)
    trade = ratio(trade_values(costs, found), base.flows)
    increases = price_increases(base, costs)
    consumption = found.income / base.income[:, None] / np.exp(log_cpi)
    described = {
        "welfare": welfare_of_work(unknowns, base, consumption, found.revenue) - 1.0,
        "real_income": np.exp(log_factor_income(unknowns, base) - log_cpi) - 1.0,
        "prices": np.exp(log_cpi) - 1.0,
        "border_prices": np.einsum("ns,nsb->nb", base.final_shares, increases),
        "chain_prices": np.einsum("mns,nsb->mb", base.embodied_shares, increases),
        "revenue": (found.revenue - base.revenue[:, None]) / base.gdp[:, None],
        "costs": np.expm1(found.log_costs),
        "output": sales / np.exp(found.log_costs) - 1.0,
        "jobs": sales / np.exp(average_wage(unknowns, base))[:, None] - 1.0,
        "sector_income": sales / np.exp(log_cpi)[:, None] - 1.0,
        "balance": bilateral_balance(trade * base.flows[..., None], base),
    }
    percent = {name: PERCENT * leading(change[..., :vectors]) for name, change in described.items()}
    return Equilibrium(trade=leading(trade[..., :vectors]), **percent)


def leading(values: Floats) -> Floats:
    """The last axis first, C-ordered."""
    return np.ascontiguousarray(np.moveaxis(values, -1, 0))


def ratio(values: Floats, base: Floats) -> Floats:
    """values (..., B) over base (...); 1 where the base is zero."""
    known = (base > 0.0)[..., None]
    return np.where(known, values / np.where(known, base[..., None], 1.0), 1.0)


def trade_values(costs: Costs, found: Allocation) -> Floats:
    """(N, N, S, B) purchases net of tariff, export tax included."""
    values = costs.border * found.competitiveness
    values *= found.demand[:, None]
    return values


def price_increases(base: Base, costs: Costs) -> Floats:
    """(N, S, B) what a region's purchases of a good cost more if sellers keep their prices."""
    return np.asarray(np.einsum("nis,nisb->nsb", base.shares, costs.increase))


def bilateral_balance(values: Floats, base: Base) -> Floats:
    """(N, N, B) change of exports to less imports from each other region, over the first region's base GDP."""
    imports = values.sum(axis=2) - base.flows.sum(axis=2)[..., None]
    return np.asarray((np.swapaxes(imports, 0, 1) - imports) / base.gdp[:, None, None])


def joined(parts: list[Equilibrium]) -> Equilibrium:
    """Batches one after the other."""
    if len(parts) == 1:
        return parts[0]
    names = [field.name for field in fields(Equilibrium)]
    return Equilibrium(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})
