"""What differs between the points of a study: levers, which are chosen, and uncertainties, which nobody knows."""

import math
from typing import Annotated, Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BeforeValidator, Field, FiniteFloat, model_validator

from negotiation.scenario.quantity import Part, Words

Floats = NDArray[np.float64]
STEPS = ("first", "step", "last")
ALMOST = 1e-9  # steps; so that 0.1 leads from 0 to 0.3 in four values
MOST_VALUES, DIGITS = 10_000, 12  # of values in steps; decimals that are kept of each
Distribution = Literal["uniform", "log-uniform", "triangular", "normal"]


def _several(paths: Any) -> Any:
    """One path stands for a list of one."""
    return (paths,) if isinstance(paths, str) else paths


def _in_steps(values: Any) -> Any:
    """A table of first, step and last stands for all values between, both ends included."""
    if not isinstance(values, dict):
        return values
    numbers = [each for each in map(values.get, STEPS) if isinstance(each, int | float) and not isinstance(each, bool)]
    if set(values) != set(STEPS) or len(numbers) != len(STEPS):
        raise ValueError(f"values in steps need first, step and last, all numbers; got {values}")
    first, step, last = numbers
    if not all(map(math.isfinite, numbers)) or not step or (last - first) / step < 0.0:
        raise ValueError(f"values in steps must lead from first to last; got {values}")
    steps = (last - first) / step + ALMOST
    if steps >= MOST_VALUES:
        raise ValueError(f"values in steps must be at most {MOST_VALUES:,}; got {values}")
    return tuple(round(first + place * step, DIGITS) for place in range(int(steps) + 1))


Paths = Annotated[tuple[Words, ...], BeforeValidator(_several), Field(min_length=1)]


class Lever(Part):
    """What somebody chooses: values for the entries at some paths, or choices that each set what they name.

    path: one entry or several that are always equal; values: a list, or { first, step, last }; choices: name of a
    choice -> path -> value.
    """

    path: Paths | None = None
    values: Annotated[tuple[Any, ...], BeforeValidator(_in_steps)] = ()
    choices: dict[str, dict[str, Any]] = {}

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        """Either values for a path, or choices; none twice."""
        if bool(self.choices) == bool(self.values) or bool(self.path) != bool(self.values):
            raise ValueError("a lever needs a path with its values, or choices; got neither, both or half of it")
        if len(set(map(repr, self.values))) < len(self.values):
            raise ValueError(f"a lever's values must differ, got {list(self.values)}")
        return self

    @property
    def settings(self) -> tuple[Any, ...]:
        """What it can be set to: values, or names of choices."""
        return self.values or tuple(self.choices)

    def changes(self, setting: Any) -> dict[str, Any]:
        """What a setting changes: path -> value."""
        return self.choices[setting] if self.choices else dict.fromkeys(self.path or (), setting)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that some setting changes."""
        chosen = (path for choice in self.choices.values() for path in choice)
        return self.path or tuple(dict.fromkeys(chosen))


class Uncertainty(Part):
    """A number nobody knows, between its bounds: uniform, uniform in its logarithm, triangular, or cut normal.

    path: the entries it stands in, all with the same draw; mode: the peak of a triangle; mean, spread: of the normal
    before it is cut; whole: a whole number, both bounds included; source: where the bounds come from.
    """

    path: Paths
    distribution: Distribution = "uniform"
    low: FiniteFloat | None = None
    high: FiniteFloat | None = None
    mode: FiniteFloat | None = None
    mean: FiniteFloat | None = None
    spread: FiniteFloat | None = None
    whole: bool = False
    source: str = ""

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        """Bounds are there and in order, and what the distribution needs besides."""
        if self.low is None or self.high is None:
            stated = [name for name in ("low", "high") if getattr(self, name) is not None]
            got = f"only {stated[0]}" if stated else "neither"
            raise ValueError(f"a {self.distribution} distribution needs its bounds, low and high; got {got}")
        if not self.low < self.high:
            raise ValueError(f"low must be below high, got {self.low:g} and {self.high:g}")
        if self.distribution == "log-uniform" and self.low <= 0.0:
            raise ValueError(f"a log-uniform distribution needs low above 0, got {self.low:g}")
        if self.distribution == "triangular" and not (self.mode is not None and self.low <= self.mode <= self.high):
            raise ValueError(f"a triangular distribution needs its mode between low and high, got {self.mode}")
        if self.distribution == "normal" and (self.mean is None or not (self.spread or 0.0) > 0.0):
            raise ValueError(f"a normal distribution needs mean and spread above 0, got {self.mean} and {self.spread}")
        return self

    def at(self, levels: Floats) -> Floats:
        """The values at some levels of the distribution, 0 to 1, (N,)."""
        low, high = float(self.low or 0.0), float(self.high or 0.0)
        if not self.whole:
            return np.clip(self._quantiles(levels, low, high), low, high)
        found: Floats = np.clip(np.floor(self._quantiles(levels, low, high + 1.0)), low, high)
        return found

    def _quantiles(self, levels: Floats, low: float, high: float) -> Floats:
        """The distribution's quantiles between two bounds."""
        from scipy import stats

        width = high - low
        if self.distribution == "log-uniform":
            found = stats.loguniform.ppf(levels, low, high)
        elif self.distribution == "triangular":
            found = stats.triang.ppf(levels, (float(self.mode or 0.0) - low) / width, low, width)
        elif self.distribution == "normal":
            middle, spread = float(self.mean or 0.0), float(self.spread or 1.0)
            found = stats.truncnorm.ppf(levels, (low - middle) / spread, (high - middle) / spread, middle, spread)
        else:
            found = stats.uniform.ppf(levels, low, width)
        return np.asarray(found, np.float64)
