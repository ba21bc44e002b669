"""The equilibrium conditions, for many vectors of rates at once, vectors on the last axis (B).

n importer, i exporter, s and k sectors. Everything but the einsums is elementwise over B, and B is a multiple of
LANES, so that no vector's bits depend on its neighbours. Source: Caliendo & Parro (2015), equations 10-15 in changes;
export taxes added: levied on the exporter's net price, revenue with the exporter, tariffs levied on top.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.economy.base import Base
from negotiation.economy.economy_tables import Floats

LANES = 8  # a batch is filled up to a multiple of this, so that NumPy never drops the last axis or treats a remainder


@dataclass(frozen=True, eq=False)
class Costs:
    """What vectors of rates do to every flow, (N, N, S, B).

    increase: consumer price of the good over the base's, less 1; weights: base share x cost change^-elasticity;
    border: the same net of tariff; net: net of export tax too (the very same array where there is none).
    """

    increase: Floats
    weights: Floats
    border: Floats
    net: Floats

    def lanes(self, places: NDArray[np.intp]) -> "Costs":
        """The same for some vectors only."""
        border = self.border[..., places]
        net = border if self.net is self.border else self.net[..., places]
        return Costs(self.increase[..., places], self.weights[..., places], border, net)


@dataclass(frozen=True, eq=False)
class Allocation:
    """Who buys what at given prices, spending and wages, lanes last.

    log_costs: (N, S, B) unit costs, log change; competitiveness: cost change^-elasticity; access: (N, S, B)
    price^-elasticity; demand: spending over access; tariff_base: purchases net of tariff; sales: net of every tax;
    border_sales: with the export tax; income: (N, B).
    """

    log_costs: Floats
    competitiveness: Floats
    access: Floats
    demand: Floats
    tariff_base: Floats
    sales: Floats
    border_sales: Floats
    income: Floats


@dataclass(frozen=True, eq=False)
class Unknowns:
    """log_prices: (N, S, B) log changes; spending: (N, S, B) change factors; log_wages: (N, B) log changes."""

    log_prices: Floats
    spending: Floats
    log_wages: Floats


def costs_of(base: Base, tariffs: Floats, export_taxes: Floats | None = None, icebergs: Floats | None = None) -> Costs:
    """Costs of total tariffs, export taxes and added trade costs, each (N, N, S, B) fractions."""
    factor = (1.0 + tariffs) / (1.0 + base.tariffs)[..., None]
    if export_taxes is not None:
        factor *= 1.0 + export_taxes
    if icebergs is not None:
        factor *= 1.0 + icebergs
    weights = np.log(factor)
    weights *= -base.elasticities[:, None]
    np.exp(weights, out=weights)
    weights *= base.shares[..., None]
    border = weights / (1.0 + tariffs)
    net = border if export_taxes is None else border / (1.0 + export_taxes)
    return Costs(increase=factor - 1.0, weights=weights, border=border, net=net)


def split(values: Floats, base: Base) -> Unknowns:
    """The unknowns (2NS + N, B) by name."""
    cells = base.spending.size
    shape = (*base.spending.shape, values.shape[-1])
    return Unknowns(values[:cells].reshape(shape), values[cells : 2 * cells].reshape(shape), values[2 * cells :])


def allocate(unknowns: Unknowns, base: Base, costs: Costs) -> Allocation:
    """Costs, purchases, sales and income that follow from prices, spending and wages."""
    log_costs = np.einsum("isk,isb->ikb", base.input_shares, unknowns.log_prices)
    log_costs += base.value_added_shares[..., None] * unknowns.log_wages[:, None]
    competitiveness = np.exp(log_costs * -base.elasticities[:, None])
    access = np.einsum("nisb,isb->nsb", costs.weights, competitiveness)
    spending = unknowns.spending * base.spending[..., None]
    demand = spending / access
    tariff_base = np.einsum("nisb,isb->nsb", costs.border, competitiveness) * demand
    border_sales = np.einsum("nisb,nsb->isb", costs.border, demand) * competitiveness
    sales = border_sales
    if costs.net is not costs.border:
        sales = np.einsum("nisb,nsb->isb", costs.net, demand) * competitiveness
    revenue = (spending - tariff_base + (border_sales - sales)).sum(axis=1)
    income = np.exp(unknowns.log_wages) * base.value_added[:, None] + revenue + base.deficits[:, None]
    return Allocation(log_costs, competitiveness, access, demand, tariff_base, sales, border_sales, income)


def residuals(values: Floats, base: Base, costs: Costs) -> Floats:
    """How far the unknowns (2NS + N, B) are from equilibrium, relative, same shape: fixed point less value.

    Wages: excess demand for labour less the drift of world income, zero only where the numeraire holds too.
    """
    unknowns = split(values, base)
    found = allocate(unknowns, base, costs)
    cells = base.spending.size
    missing = np.empty_like(values)
    gaps = split(missing, base)
    np.divide(np.log(found.access), -base.elasticities[:, None], out=gaps.log_prices)
    gaps.log_prices[...] -= unknowns.log_prices
    np.einsum("nsk,nkb->nsb", base.input_shares, found.sales, out=gaps.spending)
    gaps.spending[...] += base.final_shares[..., None] * found.income[:, None]
    gaps.spending[...] /= np.where(base.spending > 0.0, base.spending, 1.0)[..., None]
    gaps.spending[...] -= unknowns.spending
    wage_bill = np.exp(unknowns.log_wages) * base.value_added[:, None]
    earned = (base.value_added_shares[..., None] * found.sales).sum(axis=1)
    missing[2 * cells :] = earned / wage_bill - wage_bill.sum(axis=0) / base.value_added.sum()
    return missing
