"""The base economy: what is bought where before anything changes, balanced exactly."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from negotiation.economy.economy_tables import EconomyTables, Floats, TableError
from negotiation.economy.variant import CALIENDO_PARRO, Variant

UNMET = 1e3  # needs over purchases beyond which a cell starts from the needs: relative to next to nothing, all is far
NEGLIGIBLE = 1e-15  # share of spending below which further inputs of inputs are left out


@dataclass(frozen=True, eq=False)
class Base:
    """An economy in equilibrium (or nearly, before it is balanced); money in the tables' unit.

    tariffs: (N, N, S) fractions; shares: (N, N, S) of the importer's spending by origin, at consumer prices.
    value_added_shares, final_shares, spending: (N, S); input_shares: (N, S input, S using); elasticities: (S,).
    value_added, deficits, gdp: (N,). variant: what differs from Caliendo & Parro.
    """

    tariffs: Floats
    shares: Floats
    value_added_shares: Floats
    input_shares: Floats
    elasticities: Floats
    final_shares: Floats
    spending: Floats
    value_added: Floats
    deficits: Floats
    gdp: Floats
    variant: Variant = CALIENDO_PARRO

    @cached_property
    def flows(self) -> Floats:
        """(N importer, N exporter, S) purchases net of tariff."""
        return self.shares * self.spending[:, None] / (1.0 + self.tariffs)

    @cached_property
    def sales(self) -> Floats:
        """(N, S) gross output."""
        return sales_of(self.flows, self.variant)

    @cached_property
    def revenue(self) -> Floats:
        """(N,) tariff revenue."""
        return np.asarray((self.tariffs * self.flows).sum(axis=(1, 2)))

    @cached_property
    def income(self) -> Floats:
        """(N,) value added, revenue and deficit."""
        return self.value_added + self.revenue + self.deficits

    @cached_property
    def earned(self) -> Floats:
        """(N, S) share of each sector in its region's value added."""
        bills = self.value_added_shares * self.sales
        return np.asarray(bills / bills.sum(axis=-1, keepdims=True))

    @cached_property
    def margins(self) -> Floats:
        """(N,) share of a purchase that stays with the importer."""
        return np.array(self.variant.margins or np.zeros(len(self.gdp)))

    @cached_property
    def tariff_powers(self) -> Floats:
        """(N,) elasticity of purchases to tariffs over that to costs."""
        return np.array(self.variant.tariff_powers or np.ones(len(self.gdp)))

    @cached_property
    def embodied_shares(self) -> Floats:
        """(N consumer, N buyer, S) purchases behind one unit of final spending: its own, its inputs', and so on.

        What each buyer's price weighs in the consumer's, at given wages. Source: Leontief's inverse, as a series.
        """
        round_of_purchases = self.final_shares[:, None] * np.eye(len(self.gdp))[:, :, None]
        total = round_of_purchases
        while round_of_purchases.max() > NEGLIGIBLE:
            produced = np.einsum("mns,nis->mis", round_of_purchases, self.shares)
            round_of_purchases = np.einsum("mik,isk->mis", produced, self.input_shares)
            total = total + round_of_purchases
        return total


def sales_of(flows: Floats, variant: Variant) -> Floats:
    """(N, S) what producers and distributors of each region earn from flows (N, N, S) net of tariff."""
    if not variant.margins:
        return np.asarray(flows.sum(axis=0))
    margins = np.array(variant.margins)
    sold = np.einsum("n,nis->is", 1.0 - margins, flows)
    return np.asarray(sold + margins[:, None] * flows.sum(axis=1))


def rough_base(tables: EconomyTables, variant: Variant) -> Base:
    """The base as the tables say, final demand below zero set to zero: not yet an equilibrium.

    Source: Caliendo & Parro (2015), section 4; calibration/SOURCES.md for the treatment of negative final demand.
    """
    paid = tables.flows * (1.0 + tables.base_tariffs)
    spending = paid.sum(axis=1)
    sales = sales_of(tables.flows, variant)
    input_shares = rescaled(tables.input_shares, 1.0 - tables.value_added_shares)
    intermediate = np.einsum("nsk,nk->ns", input_shares, sales)
    final = np.maximum(spending - intermediate, 0.0)
    refuse_idle(tables, final.sum(axis=1))
    return Base(
        tariffs=tables.base_tariffs,
        shares=origin_shares(paid, spending),
        value_added_shares=tables.value_added_shares,
        input_shares=input_shares,
        elasticities=tables.elasticities,
        final_shares=final / final.sum(axis=1, keepdims=True),
        spending=np.where(intermediate > UNMET * spending, intermediate, spending),
        value_added=(tables.value_added_shares * sales).sum(axis=1),
        deficits=tables.flows.sum(axis=(1, 2)) - sales.sum(axis=1),
        gdp=tables.gdp,
        variant=variant,
    )


def refuse_idle(tables: EconomyTables, final: Floats) -> None:
    """Every region buys more than the inputs its producers need; final: (N,)."""
    for region, demand in zip(tables.regions, final, strict=True):
        if demand <= 0.0:
            raise TableError(f"flows: region {region}: must leave something for final demand, got {demand:g}")


def origin_shares(paid: Floats, spending: Floats) -> Floats:
    """(N, N, S) shares by origin; what nobody buys is counted as bought at home, so that its price is defined."""
    at_home = np.eye(len(spending))[:, :, None]
    bought = spending[:, None] > 0.0
    return np.where(bought, paid / np.where(bought, spending[:, None], 1.0), at_home)


def rescaled(input_shares: Floats, total: Floats) -> Floats:
    """Input shares that sum exactly to total (N, S using)."""
    given = input_shares.sum(axis=1)
    factor = np.where(given > 0.0, total / np.where(given > 0.0, given, 1.0), 0.0)
    return input_shares * factor[:, None]
