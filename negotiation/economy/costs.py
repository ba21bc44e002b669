"""What rates do to the cost of every flow, and who buys what; vectors on the last axis (B)."""

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
    border: the same net of tariff; sold: net of the importer's margin too; net: net of export tax too (each the very
    same array as the one before where there is nothing to take off).
    """

    increase: Floats
    weights: Floats
    border: Floats
    sold: Floats
    net: Floats

    def lanes(self, places: NDArray[np.intp]) -> "Costs":
        """The same for some vectors only."""
        border = self.border[..., places]
        sold = border if self.sold is self.border else self.sold[..., places]
        net = sold if self.net is self.sold else self.net[..., places]
        return Costs(self.increase[..., places], self.weights[..., places], border, sold, net)


@dataclass(frozen=True, eq=False)
class Allocation:
    """Who buys what at given prices, spending and wages, lanes last.

    log_costs: (N, S, B) unit costs, log change; competitiveness: cost change^-elasticity; access: (N, S, B)
    price^-elasticity; demand: spending over access; tariff_base: purchases net of tariff; sales: net of every tax,
    with margins earned at home; revenue: (N, B) tariffs collected and export taxes kept; income: (N, B).
    """

    log_costs: Floats
    competitiveness: Floats
    access: Floats
    demand: Floats
    tariff_base: Floats
    sales: Floats
    revenue: Floats
    income: Floats


def costs_of(base: Base, tariffs: Floats, export_taxes: Floats | None = None, icebergs: Floats | None = None) -> Costs:
    """Costs of total tariffs, export taxes and added trade costs, each (N, N, S, B) fractions."""
    factor = (1.0 + tariffs) / (1.0 + base.tariffs)[..., None]
    felt = np.power(factor, base.tariff_powers[:, None, None, None]) if base.variant.tariff_powers else factor
    for added in (export_taxes, icebergs):
        if added is not None:
            factor, felt = factor * (1.0 + added), felt * (1.0 + added)
    weights = np.log(felt)
    weights *= -base.elasticities[:, None]
    np.exp(weights, out=weights)
    weights *= base.shares[..., None]
    border = weights / (1.0 + tariffs)
    sold = border * (1.0 - base.margins)[:, None, None, None] if base.variant.margins else border
    net = sold if export_taxes is None else sold / (1.0 + export_taxes)
    return Costs(increase=factor - 1.0, weights=weights, border=border, sold=sold, net=net)


def base_costs(base: Base, lanes: int) -> Costs:
    """The costs of changing nothing."""
    return costs_of(base, np.repeat(base.tariffs[..., None], lanes, axis=-1))
