"""What is solved for, as one vector and by name; vectors of rates on the last axis (B)."""

from dataclasses import dataclass

import numpy as np

from negotiation.economy.base import Base
from negotiation.economy.economy_tables import Floats


@dataclass(frozen=True, eq=False)
class Unknowns:
    """log_prices: (N, S, B) log changes; spending: (N, S, B) change factors; log_wages: (N, 1, B) log changes, or
    (N, S, B) where labour is not mobile; log_labour: (N, B) log changes, or (0, B) where labour is given."""

    log_prices: Floats
    spending: Floats
    log_wages: Floats
    log_labour: Floats


def split(values: Floats, base: Base) -> Unknowns:
    """The unknowns (U, B) by name, as views."""
    regions, sectors = base.spending.shape
    cells, lanes = regions * sectors, values.shape[-1]
    wages = wages_per_region(base)
    end = 2 * cells + regions * wages
    return Unknowns(
        values[:cells].reshape(regions, sectors, lanes),
        values[cells : 2 * cells].reshape(regions, sectors, lanes),
        values[2 * cells : end].reshape(regions, wages, lanes),
        values[end:],
    )


def starting_values(base: Base, vectors: int) -> Floats:
    """(B, U) unknowns of the base: nothing has changed."""
    regions, sectors = base.spending.shape
    cells = regions * sectors
    labour = regions if base.variant.labour_answers else 0
    values = np.zeros((vectors, 2 * cells + regions * wages_per_region(base) + labour))
    values[:, cells : 2 * cells] = 1.0
    return values


def wages_per_region(base: Base) -> int:
    """One, or one for each sector."""
    return 1 if base.variant.labour_is_mobile else base.spending.shape[1]
