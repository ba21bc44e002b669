"""The equilibrium conditions, for many vectors of rates at once, vectors on the last axis (B).

n importer, i exporter, s and k sectors. Everything but the einsums is elementwise over B, and B is a multiple of
LANES, so that no vector's bits depend on its neighbours. Source: Caliendo & Parro (2015), equations 10-15 in changes;
export taxes added: levied on the exporter's net price, revenue with the exporter, tariffs levied on top.
"""

import numpy as np

from negotiation.economy.base import Base
from negotiation.economy.costs import Allocation, Costs
from negotiation.economy.economy_tables import Floats
from negotiation.economy.labour import average_wage, factor_income, labour_gap, sector_bills
from negotiation.economy.unknowns import Unknowns, split


def allocate(unknowns: Unknowns, base: Base, costs: Costs) -> Allocation:
    """Costs, purchases, sales and income that follow from prices, spending, wages and labour."""
    log_costs = np.einsum("isk,isb->ikb", base.input_shares, unknowns.log_prices)
    log_costs += base.value_added_shares[..., None] * labour_costs(unknowns, base)
    competitiveness = np.exp(log_costs * -base.elasticities[:, None])
    access = np.einsum("nisb,isb->nsb", costs.weights, competitiveness)
    spending = unknowns.spending * base.spending[..., None]
    demand = spending / access
    tariff_base = np.einsum("nisb,isb->nsb", costs.border, competitiveness) * demand
    border_sales = np.einsum("nisb,nsb->isb", costs.sold, demand) * competitiveness
    sales = border_sales
    if costs.net is not costs.sold:
        sales = np.einsum("nisb,nsb->isb", costs.net, demand) * competitiveness
    revenue = (spending - tariff_base + (border_sales - sales)).sum(axis=1)
    if base.variant.margins:
        sales = sales + base.margins[:, None, None] * tariff_base
    income = factor_income(unknowns, base) + revenue + base.deficits[:, None]
    return Allocation(log_costs, competitiveness, access, demand, tariff_base, sales, revenue, income)


def labour_costs(unknowns: Unknowns, base: Base) -> Floats:
    """(N, 1 or S, B) log change of what a unit of value added costs: the wage, less what scale makes cheaper."""
    if not base.variant.scale:
        return unknowns.log_wages
    return unknowns.log_wages - base.variant.scale * unknowns.log_labour[:, None]


def residuals(values: Floats, base: Base, costs: Costs) -> Floats:
    """How far the unknowns (as in `split`, lanes last) are from equilibrium, relative: fixed point less value.

    Wages: excess demand for labour less the drift of world income, zero only where the numeraire holds too.
    """
    unknowns = split(values, base)
    found = allocate(unknowns, base, costs)
    missing = np.empty_like(values)
    gaps = split(missing, base)
    np.divide(np.log(found.access), -base.elasticities[:, None], out=gaps.log_prices)
    if base.variant.tariff_powers:
        gaps.log_prices[...] += price_of_entry(unknowns, base)
    gaps.log_prices[...] -= unknowns.log_prices
    np.einsum("nsk,nkb->nsb", base.input_shares, found.sales, out=gaps.spending)
    gaps.spending[...] += base.final_shares[..., None] * found.income[:, None]
    gaps.spending[...] /= np.where(base.spending > 0.0, base.spending, 1.0)[..., None]
    gaps.spending[...] -= unknowns.spending
    gaps.log_wages[...] = wage_gap(unknowns, base, found)
    if base.variant.labour_answers:
        gaps.log_labour[...] = labour_gap(unknowns, base, found.revenue)
    return missing


def price_of_entry(unknowns: Unknowns, base: Base) -> Floats:
    """(N, S, B) log change of prices from the number of sellers: a larger market attracts more, dearer labour fewer.

    Source: Ignatenko et al. (2025), with fixed costs of entry paid in the importer's labour.
    """
    market = np.log(unknowns.spending) - average_wage(unknowns, base)[:, None]
    return np.asarray((1.0 - base.tariff_powers)[:, None, None] * market)


def wage_gap(unknowns: Unknowns, base: Base, found: Allocation) -> Floats:
    """(N, 1 or S, B) excess demand for labour less the drift of world income; idle sectors keep their wage."""
    income = factor_income(unknowns, base)
    drift = income.sum(axis=0) / base.value_added.sum()
    if base.variant.labour_is_mobile:
        earned = (base.value_added_shares[..., None] * found.sales).sum(axis=1)
        return np.asarray((earned / income - drift)[:, None])
    bills = sector_bills(unknowns, base)
    at_work = base.earned > 0.0
    demanded = base.value_added_shares[..., None] * found.sales / np.where(at_work[..., None], bills, 1.0)
    return np.where(at_work[..., None], demanded - drift, -unknowns.log_wages)
