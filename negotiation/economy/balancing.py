"""From tables to an exact base: an equilibrium at the tables' own tariffs."""

from dataclasses import replace

import numpy as np

from negotiation.economy.base import Base, rough_base, sales_of
from negotiation.economy.conditions import allocate
from negotiation.economy.costs import LANES, Costs, base_costs
from negotiation.economy.economy_tables import EconomyTables, Floats, TableError, without_inputs
from negotiation.economy.labour import factor_income
from negotiation.economy.solver import NotSolvedError, inverse_jacobian, solve
from negotiation.economy.unknowns import split
from negotiation.economy.variant import Variant

NOTICEABLE = 1e-9  # share below which a change is rounding


def base_of(tables: EconomyTables, variant: Variant) -> Base:
    """The exact base of an economy and its variant. Bases are balanced with labour given and mobile."""
    variant.check(len(tables.regions))
    accounts = Variant(margins=variant.margins)
    base = balanced(rough_base(tables if variant.input_links else without_inputs(tables), accounts))
    if variant.balanced_trade:
        base = balanced(replace(base, deficits=np.zeros_like(base.deficits)))
    return replace(base, variant=variant)


def changes_made(tables: EconomyTables, base: Base) -> tuple[str, ...]:
    """What was changed to make the tables an exact base, a sentence each; nothing where they were one."""
    used = without_inputs(tables) if not base.variant.input_links else tables
    sales = sales_of(tables.flows, base.variant)
    spending = (tables.flows * (1.0 + tables.base_tariffs)).sum(axis=1)
    final = spending - np.einsum("nsk,nk->ns", used.input_shares, sales)
    negative, total = -np.minimum(final, 0.0).sum(), np.maximum(final, 0.0).sum()
    missed = np.abs(used.input_shares.sum(axis=1) + used.value_added_shares - 1.0).max()
    moved = np.abs(base.flows - tables.flows).sum() / tables.flows.sum()
    told = {
        f"final demand below zero set to zero: {negative / total:.2%} of world final demand": negative / total,
        f"input shares rescaled to sum to 1 with value added: off by up to {missed:.1e}": missed,
        f"flows moved into equilibrium: {moved:.2%} of them": moved,
    }
    removed = ["trade deficits removed"] if base.variant.balanced_trade else []
    return (*(sentence for sentence, size in told.items() if size > NOTICEABLE), *removed)


def balanced(rough: Base) -> Base:
    """The equilibrium of a rough base at its own tariffs, taken as the base."""
    costs = base_costs(rough, LANES)
    try:
        values = solve(rough, costs, inverse_jacobian(rough, base_costs(rough, 1)), 1)
    except NotSolvedError:
        raise TableError("flows: the tables have no equilibrium at their own tariffs; check large deficits") from None
    return taken_as_base(rough, costs, values)


def taken_as_base(base: Base, costs: Costs, values: Floats) -> Base:
    """The same economy with the first equilibrium of a batch of unknowns (B, U) as its base, tariffs as they were."""
    unknowns = split(np.ascontiguousarray(values.T), base)
    found = allocate(unknowns, base, costs)
    paid = costs.weights[..., 0] * found.competitiveness[..., 0]
    shares = paid / paid.sum(axis=1, keepdims=True)
    spending = unknowns.spending[..., 0] * base.spending
    return replace(base, shares=shares, spending=spending, value_added=factor_income(unknowns, base)[:, 0])
