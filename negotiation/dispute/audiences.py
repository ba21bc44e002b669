"""What people at home make of a threat that is dropped."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.economy_tables import Tables
from negotiation.dispute.sides import Side
from negotiation.politics.approval import dropped_threat_cost, favour_of

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def dropping_cost(side: Side, tables: Tables, codes: Integers) -> Floats:
    """Approval lost by dropping a threat of each level of a measure, share, (levels,). codes: of each alone."""
    if side.groups.size == 0:
        return np.zeros(len(codes))
    audience, share = side.country.audience, side.influence / side.influence.sum()
    backing = (_favour(side, tables, codes) * share).sum(axis=-1)
    return dropped_threat_cost(audience.dropped_threat.value, backing, audience.leniency.value)


def dropping_blame(side: Side, tables: Tables, codes: Integers) -> Floats:
    """Approval lost in every constituency, by its own view, where a threat of each level is dropped, (levels, C)."""
    audience, blame = side.country.audience, np.zeros((len(codes), side.constituencies))
    if side.groups.size:
        favour = _favour(side, tables, codes)
        blame[:, side.groups] = dropped_threat_cost(audience.dropped_threat.value, favour, audience.leniency.value)
    return blame


def _favour(side: Side, tables: Tables, codes: Integers) -> Floats:
    """How far each of a side's constituencies is for each level of a measure, 0 to 1, (levels, groups)."""
    view = side.country.audience.own_view
    income = np.ascontiguousarray(tables.income[side.groups][:, codes].T)
    return favour_of(income, None if view is None else view.value)
