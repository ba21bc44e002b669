"""From tables to an exact base: an equilibrium at the tables' own tariffs."""

from dataclasses import replace

import numpy as np

from negotiation.economy.base import Base, rough_base
from negotiation.economy.conditions import allocate
from negotiation.economy.costs import LANES, Costs, base_costs
from negotiation.economy.economy_tables import EconomyTables, Floats, TableError, without_inputs
from negotiation.economy.labour import factor_income
from negotiation.economy.solver import NotSolvedError, inverse_jacobian, solve
from negotiation.economy.unknowns import split
from negotiation.economy.variant import Variant


def base_of(tables: EconomyTables, variant: Variant) -> Base:
    """The exact base of an economy and its variant. Bases are balanced with labour given and mobile."""
    variant.check(len(tables.regions))
    accounts = Variant(margins=variant.margins)
    base = balanced(rough_base(tables if variant.input_links else without_inputs(tables), accounts))
    if variant.balanced_trade:
        base = balanced(replace(base, deficits=np.zeros_like(base.deficits)))
    return replace(base, variant=variant)


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
