"""Legislative bargaining where some members are likelier to propose than others: what each is worth."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
SLACK = 1e-12  # rounding of sums of shares near 1


class Legislature(NamedTuple):
    """The stationary equilibrium, members in the order given; a pie of 1.

    value: (N,) expected before the proposer is drawn; price: (N,) what a vote costs, patience x value; keeps: (N,) what
    a member keeps when it proposes; asked: (N,) chance that another proposer buys its vote.
    """

    value: Floats
    price: Floats
    keeps: Floats
    asked: Floats


def closed_rule_by_recognition(recognition: ArrayLike, patience: float, quota: int | None = None) -> Legislature:
    """Stationary equilibrium under closed rule when members are drawn to propose with chances of their own.

    recognition: (N,) chances, positive, sum 1, at least 2 members; patience: above 0, at most 1; quota: votes needed
    with the proposer's own, a bare majority if not said, at least 2. A proposer buys the cheapest votes. In equilibrium
    the less often drawn are always bought, a middle group costs the same and is bought by lot, the rest never; every
    such division is tried until one holds. Raises ValueError. Source: Baron & Ferejohn (1989); values are unique by
    Eraslan (2002).
    """
    chances = np.asarray(recognition, dtype=np.float64)
    needed = len(chances) // 2 + 1 if quota is None else quota
    if chances.ndim != 1 or len(chances) < 2 or chances.min() <= 0.0 or abs(chances.sum() - 1.0) > SLACK * 1e3:
        raise ValueError(f"recognition: at least 2 positive chances that sum to 1, got {chances}")
    if not 0.0 < patience <= 1.0 or not 2 <= needed <= len(chances):
        raise ValueError(f"patience above 0 to 1, quota 2 to members; got {patience} and {needed}")
    order = np.argsort(chances, kind="stable")
    for always in range(needed):
        for last in range(needed, len(chances) + 1):
            found = _division(chances[order], patience, needed, (always, last))
            if found is not None:
                return Legislature(*(_put_back(column, order) for column in found))
    raise ArithmeticError(f"no division of the members is an equilibrium for {chances}, {patience} and {needed}")


def _division(chances: Floats, patience: float, quota: int, bounds: tuple[int, int]) -> Legislature | None:
    """The equilibrium in which members before bounds[0] are always bought and those from bounds[1] never, or None.

    chances: (N,) ascending. What an always bought member gains by proposing is (1 - patience) x gain; with the common
    price two equations are linear: what such a proposer keeps, and values that sum to one. With nobody always bought
    the first only names what would be kept, so that the factor is left out.
    """
    always, last = bounds
    often, rest, scale = chances[:always].sum(), chances[last:].sum(), 1.0 - patience if always else 1.0
    keeping = [scale + patience * often, quota - always]
    adding_up = [often + rest * scale, (last - always) / patience + rest]
    both = np.array([keeping, adding_up])
    if np.linalg.matrix_rank(both) < len(both):
        return None
    gain, price = np.linalg.solve(both, np.ones(2))
    surplus = scale * gain
    keeps = np.where(np.arange(len(chances)) < always, surplus + patience * chances * gain, surplus + price)
    middle, never = chances[always:last], chances[last:]
    value = np.concatenate([chances[:always] * gain, np.full(middle.size, price / patience), never * (surplus + price)])
    by_lot = 1.0 / patience - middle * (surplus + price) / price
    asked = np.concatenate([1.0 - chances[:always], by_lot, np.zeros(never.size)])
    prices = patience * value
    in_order = (prices[:always] <= price + SLACK).all() and (prices[last:] >= price - SLACK).all()
    chance_is_one = ((asked >= -SLACK) & (asked <= 1.0 - chances + SLACK)).all()
    return Legislature(value, prices, keeps, asked) if in_order and chance_is_one and price > 0.0 else None


def _put_back(column: Floats, order: NDArray[np.int64]) -> Floats:
    """A column of sorted members in the members' own order."""
    placed = np.empty_like(column)
    placed[order] = column
    return placed
