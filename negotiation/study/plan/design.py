"""Which settings and states are played. SciPy, SALib and pyDOE sample; nothing is sampled here.

Source: McKay et al. (1979), Latin hypercubes; Sobol (1967), sequences; Saltelli et al. (2010); Morris (1991);
Box & Hunter (1961), fractional factorials.
"""

import warnings
from itertools import product
from typing import Annotated, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from negotiation.scenario.quantity import Part
from negotiation.study.errors import StudyError

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Factorial = Literal["full factorial", "fractional factorial"]
Sampled = Literal[
    "full factorial", "fractional factorial", "latin hypercube", "sobol", "saltelli", "morris"
]  # fmt: skip
POWERS_OF_TWO = ("sobol", "saltelli")
TWO_OR_MORE = "a fractional factorial needs two factors or more"


class Design(Part):
    """How levers and uncertainties are combined: every setting of the levers meets every state of the uncertainties.

    states: points of a Latin hypercube or Sobol sequence, Saltelli's base sample, Morris's trajectories; levels: of
    each uncertainty in Morris's grid or a full factorial; resolution: of a fractional factorial, the shortest word of
    its defining relation; second_order: with Saltelli's points for pairs; seed: of the design, else the study's.
    """

    levers: Factorial = "full factorial"
    uncertainties: Sampled = "latin hypercube"
    states: Annotated[int, Field(ge=1, le=1_000_000)] = 64
    levels: Annotated[int, Field(ge=2, le=100)] = 4
    resolution: Annotated[int, Field(ge=3, le=6)] = 4
    second_order: bool = False
    seed: Annotated[int, Field(ge=0, le=2**32 - 1)] | None = None

    @model_validator(mode="after")
    def _balanced(self) -> Self:
        """Sobol sequences keep their balance in powers of two; Morris's grid has an even number of levels."""
        if self.uncertainties in POWERS_OF_TWO and self.states & (self.states - 1):
            nearest = 2 ** round(np.log2(self.states))
            raise ValueError(f"states must be a power of two for {self.uncertainties}, as {nearest}; got {self.states}")
        if self.uncertainties == "morris" and self.levels % 2:
            raise ValueError(f"levels must be even for morris, got {self.levels}")
        return self


def combinations(counts: tuple[int, ...], design: Design) -> Integers:
    """The settings played, as the place of each lever's value, (settings, levers). Raises StudyError."""
    if not counts:
        return np.zeros((1, 0), np.int64)
    if design.levers == "full factorial":
        return np.array(list(product(*map(range, counts))), np.int64)
    if set(counts) != {2}:
        raise StudyError(f"design.levers: a fractional factorial needs two values of each lever, got {list(counts)}")
    return (fraction(len(counts), design.resolution) > 0.0).astype(np.int64)


def levels_of(number: int, design: Design, seed: int) -> Floats:
    """The states played, as levels of every uncertainty's distribution, 0 to 1, (states, number)."""
    if number == 0:
        return np.zeros((1, 0))
    chosen = seed if design.seed is None else design.seed
    if design.uncertainties == "full factorial":
        return np.array(list(product(*[np.linspace(0.0, 1.0, design.levels)] * number)))
    if design.uncertainties == "fractional factorial":
        return (fraction(number, design.resolution) + 1.0) / 2.0
    if design.uncertainties == "saltelli":
        return saltelli(number, design, chosen)
    if design.uncertainties == "morris":
        return morris(number, design, chosen)
    return spread_out(number, design, chosen)


def spread_out(number: int, design: Design, seed: int) -> Floats:
    """A Latin hypercube or a scrambled Sobol sequence."""
    from scipy.stats import qmc

    sampler = qmc.LatinHypercube if design.uncertainties == "latin hypercube" else qmc.Sobol
    return np.asarray(sampler(number, rng=np.random.default_rng(seed)).random(design.states), np.float64)


def problem(number: int) -> dict[str, object]:
    """SALib's description of that many factors on 0 to 1."""
    return {"num_vars": number, "names": [str(place) for place in range(number)], "bounds": [[0.0, 1.0]] * number}


def saltelli(number: int, design: Design, seed: int) -> Floats:
    """Saltelli's extension of the Sobol sequence: states x (number + 2) points, x (2 number + 2) with pairs."""
    from SALib.sample import sobol

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SALib warns of its own internals
        found = sobol.sample(problem(number), design.states, calc_second_order=design.second_order, seed=seed)
    return np.asarray(found, np.float64)


def morris(number: int, design: Design, seed: int) -> Floats:
    """Morris's trajectories: states x (number + 1) points on a grid."""
    from SALib.sample import morris as trajectories

    found = trajectories.sample(problem(number), design.states, num_levels=design.levels, seed=seed)
    return np.asarray(found, np.float64)


def fraction(number: int, resolution: int) -> Floats:
    """The smallest two-level fraction of that resolution, -1 and 1, (points, number). Raises StudyError."""
    import pydoe

    if number < 2:
        raise StudyError(f"design: {TWO_OR_MORE}, got {number}")
    try:
        return np.asarray(pydoe.fracfact_by_res(number, resolution), np.float64)
    except ValueError as error:
        raise StudyError(f"design.resolution: {error}") from None
