"""From tables to an exact base: an equilibrium at the tables' own tariffs."""

from dataclasses import replace

import numpy as np

from negotiation.economy.base import Base, rebased, rough_base
from negotiation.economy.conditions import allocate
from negotiation.economy.costs import LANES, base_costs
from negotiation.economy.economy_tables import EconomyTables, Floats, TableError, without_inputs
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
    try:
        values = solve(rough, base_costs(rough, LANES), inverse_jacobian(rough, base_costs(rough, 1)))
    except NotSolvedError:
        raise TableError("flows: the tables have no equilibrium at their own tariffs; check large deficits") from None
    return taken_as_base(rough, values)


def taken_as_base(rough: Base, values: Floats) -> Base:
    """The same economy where the unknowns (B, U), equal in all lanes, have brought it."""
    costs = base_costs(rough, LANES)
    unknowns = split(np.ascontiguousarray(values.T), rough)
    found = allocate(unknowns, rough, costs)
    paid = costs.weights[..., 0] * found.competitiveness[..., 0]
    shares = paid / paid.sum(axis=1, keepdims=True)
    spending = unknowns.spending[..., 0] * rough.spending
    return rebased(rough, shares, spending, np.exp(unknowns.log_wages[:, 0, 0]))
