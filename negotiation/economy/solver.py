"""Solving the equilibrium conditions: a fast method and a safe one, each vector of rates on its own.

A vector that has converged is frozen, so its bits do not depend on the others solved with it.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from negotiation.economy.base import Base
from negotiation.economy.conditions import residuals
from negotiation.economy.costs import LANES, Costs
from negotiation.economy.economy_tables import Floats
from negotiation.economy.unknowns import split, starting_values

CONVERGED = 1e-11  # largest residual of any condition, relative
BROYDEN_STEPS = 30
DAMPED_STEPS = 5_000
WAGE_DAMPING = 0.2  # share of the excess demand for labour that a wage follows in the safe method
LONGEST_STEP = 2.0  # log points; a longer one says that the fast method has lost its way
DIFFERENCE = 1e-7  # step of the numerical Jacobian
INVERSE_DECIMALS = 4  # the inverse only guides the search; rounded, it is the same whatever threads computed it
MOST_UNKNOWNS = 2_000  # with more, the Jacobian alone costs more than the safe method
REGISTER = 16  # single-precision numbers that the widest processors treat at once

Singles = NDArray[np.float32]
Open = NDArray[np.bool_]
Places = NDArray[np.intp]


class NotSolvedError(ArithmeticError):
    """No equilibrium was found; `vector` is the index of the vector of rates in the batch."""

    def __init__(self, vector: int, residual: float) -> None:
        super().__init__(vector, residual)
        self.vector, self.residual = vector, residual

    def __str__(self) -> str:
        return f"vector {self.vector}: no equilibrium found, largest residual {self.residual:.1e}"


def missing_from(values: Floats, base: Base, costs: Costs) -> Floats:
    """Residuals (B, U) of unknowns of the same shape."""
    return np.ascontiguousarray(residuals(np.ascontiguousarray(values.T), base, costs).T)


def inverse_jacobian(base: Base, costs: Costs) -> Singles:
    """(residual, unknown) what a unit of each residual moves each unknown near the base, for costs with one lane.

    Rows are filled up with zeros to whole registers: a quarter faster. Empty where there are too many unknowns.
    """
    start = starting_values(base, 1)
    size = start.shape[1]
    if size > MOST_UNKNOWNS:
        return np.empty((0, 0), dtype=np.float32)
    moved = np.repeat(start, size + 1, axis=0)
    moved[np.arange(size), np.arange(size)] += DIFFERENCE
    missing = missing_from(moved, base, costs)
    jacobian = (missing[:size] - missing[size]) / DIFFERENCE
    inverse = np.zeros((size, size + -size % REGISTER), dtype=np.float32)
    inverse[:, :size] = np.linalg.inv(jacobian).round(INVERSE_DECIMALS)
    return inverse


def newton_step(inverse: Singles, missing: Floats, is_open: Open) -> Floats:
    """The step (B, U) that would close the gaps if the economy were linear; zero for vectors not open."""
    step = np.zeros_like(missing)
    moves = np.einsum("bj,ji->bi", missing[is_open].astype(np.float32), inverse)
    step[is_open] = -moves[:, : missing.shape[1]]
    return step


def largest(missing: Floats) -> Floats:
    """(B,) largest residual in size; not a number where any is not."""
    return np.asarray(np.abs(missing).max(axis=-1))


def solve(base: Base, costs: Costs, inverse: Singles, vectors: int) -> Floats:
    """The equilibrium unknowns (B, U) of the first vectors; lanes beyond them only fill up the registers.

    Raises NotSolvedError.
    """
    lanes = costs.weights.shape[-1]
    wanted = np.arange(lanes) < vectors
    values = starting_values(base, lanes)
    with np.errstate(all="ignore"):
        is_lost = follow_broyden(values, wanted, base, costs, inverse) if inverse.size else wanted
        lost = np.flatnonzero(is_lost)
        if len(lost):
            values[lost] = solve_safely(base, costs, lost)
    return values


def follow_broyden(values: Floats, wanted: Open, base: Base, costs: Costs, inverse: Singles) -> Open:
    """Move the values wanted to equilibrium by Broyden's method from the base's Jacobian; returns which are lost.

    Source: Kelley (1995), Iterative Methods for Linear and Nonlinear Equations, section 7.3.
    """
    missing = missing_from(values, base, costs)
    is_open = wanted & ~(largest(missing) <= CONVERGED)
    lost = np.zeros_like(is_open)
    steps: list[Floats] = []
    while is_open.any() and len(steps) < BROYDEN_STEPS:
        steps.append(broyden_step(steps, newton_step(inverse, missing, is_open)))
        lost |= is_open & ~(largest(steps[-1]) < LONGEST_STEP)
        is_open &= ~lost
        values += np.where(is_open[:, None], steps[-1], 0.0)
        missing = missing_from(values, base, costs)
        is_open &= ~(largest(missing) <= CONVERGED)
    return lost | is_open


def broyden_step(steps: list[Floats], step: Floats) -> Floats:
    """The next step, from the steps taken and the Newton step with the base's Jacobian; all (B, U)."""
    for taken, following in pairwise(steps):
        step = step + following * projection(taken, step)
    if steps:
        step = step / (1.0 - projection(steps[-1], step))
    return step


def projection(onto: Floats, step: Floats) -> Floats:
    """(B, 1) how much of one step lies along another, in its lengths."""
    along = np.einsum("bj,bj->b", onto, step)
    length = np.einsum("bj,bj->b", onto, onto)
    return np.asarray((along / np.where(length > 0.0, length, 1.0))[:, None])


def solve_safely(base: Base, costs: Costs, vectors: Places) -> Floats:
    """The equilibrium unknowns of some vectors of the batch, by a damped fixed point. Raises NotSolvedError."""
    lanes = np.resize(vectors, len(vectors) + -len(vectors) % LANES)
    values, missing = follow_damped(base, costs.lanes(lanes), DAMPED_STEPS)
    is_open = ~(largest(missing) <= CONVERGED)
    if is_open.any():
        worst = int(np.argmax(is_open))
        raise NotSolvedError(int(lanes[worst]), float(largest(missing)[worst]))
    return values[: len(vectors)]


def follow_damped(base: Base, costs: Costs, most_steps: int) -> tuple[Floats, Floats]:
    """Unknowns (B, U) after at most so many steps of a damped fixed point, and their residuals."""
    values = starting_values(base, costs.weights.shape[-1])
    pace = np.ones_like(values[0])
    stiffness = 1.0 if base.variant.labour_is_mobile else base.variant.mobility
    split(pace[:, None], base).log_wages[...] = WAGE_DAMPING / stiffness
    for _ in range(most_steps):
        missing = missing_from(values, base, costs)
        is_open = ~(largest(missing) <= CONVERGED)
        if not is_open.any():
            break
        values += np.where(is_open[:, None], pace * missing, 0.0)
    return values, missing
