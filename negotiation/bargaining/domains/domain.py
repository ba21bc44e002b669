"""A domain: issues with their options, and each side's profile of what they are worth to it.

Axes: P packages, I issues, G sides. Packages stand in the order of `every_package`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from math import isfinite, prod

import numpy as np
from numpy.typing import ArrayLike, NDArray

from negotiation.bargaining.errors import BargainingError
from negotiation.bargaining.packages import MOST_OPTIONS, Packages, every_package

Floats = NDArray[np.float64]

MOST_PACKAGES = 5_000_000  # beyond, the tables of a domain take gigabytes


class DomainError(BargainingError):
    """A domain that cannot be used; one line: file: element: rule and the value got."""


@contextmanager
def located(place: str) -> Iterator[None]:
    """Whatever is wrong with a domain made inside is said of this place: a file, and an element where known."""
    try:
        yield
    except DomainError as error:
        raise DomainError(f"{place}: {error}") from None


@dataclass(frozen=True)
class Issue:
    """One thing to settle; scale: where each option lies from 0 to 1, empty if only equal options are alike."""

    name: str
    options: tuple[str, ...]
    scale: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Raise DomainError if it cannot be bargained over."""
        _require(1 <= len(self.options) <= MOST_OPTIONS, f"an issue has 1 to {MOST_OPTIONS} options", len(self.options))
        twice = sorted({option for option in self.options if self.options.count(option) > 1})
        _require(not twice, "an option is named once", ", ".join(twice))
        _require(len(self.scale) in (0, len(self.options)), "a scale has a place for every option", len(self.scale))


@dataclass(frozen=True)
class Profile:
    """What packages are worth to one side, as GENIUS means it: sum of weight x evaluation / highest evaluation.

    weights: one per issue; evaluations: one per option of each issue, at least 0; reservation: what no agreement is
    worth, in the unit of the utility, None if not stated; discount: what is left of a utility at the end of the time,
    above 0 to 1, None if nothing is lost.
    """

    name: str
    weights: tuple[float, ...]
    evaluations: tuple[tuple[float, ...], ...]
    reservation: float | None = None
    discount: float | None = None

    def __post_init__(self) -> None:
        """Raise DomainError for numbers that are none of the above."""
        for weight in self.weights:
            _require(isfinite(weight) and weight >= 0.0, "a weight is at least 0", weight)
        for evaluation in (one for row in self.evaluations for one in row):
            _require(isfinite(evaluation) and evaluation >= 0.0, "an evaluation is at least 0", evaluation)
        if self.reservation is not None:
            _require(isfinite(self.reservation), "a reservation value is a finite number", self.reservation)
        if self.discount is not None:
            _require(0.0 < self.discount <= 1.0, "a discount is above 0 and at most 1", self.discount)


@dataclass(frozen=True)
class Domain:
    """Issues and the profiles of two or more sides."""

    name: str
    issues: tuple[Issue, ...]
    profiles: tuple[Profile, ...]

    def __post_init__(self) -> None:
        """Raise DomainError where profiles and issues do not fit."""
        _require(len(self.issues) > 0, "a domain has at least one issue", 0)
        _require(len(self.profiles) > 1, "a domain has at least two profiles", len(self.profiles))
        names = [issue.name for issue in self.issues]
        _require(len(set(names)) == len(names), "an issue is named once", names)
        size = prod(len(issue.options) for issue in self.issues)
        _require(size <= MOST_PACKAGES, f"a domain has at most {MOST_PACKAGES:,} packages", size)
        for profile in self.profiles:
            options = [len(issue.options) for issue in self.issues]
            _require(len(profile.weights) == len(options), f"{profile.name}: a weight for every issue", profile.weights)
            counts = [len(row) for row in profile.evaluations]
            _require(counts == options, f"{profile.name}: an evaluation for every option, {options}", counts)

    @cached_property
    def packages(self) -> Packages:
        """Every package as option numbers, (P, I)."""
        return every_package([len(issue.options) for issue in self.issues])

    @cached_property
    def utilities(self) -> Floats:
        """What every package is worth to each side, undiscounted, (P, G)."""
        columns = [self._utility(profile) for profile in self.profiles]
        return np.ascontiguousarray(np.stack(columns, axis=-1))

    @property
    def reservations(self) -> Floats:
        """The least each side may sign for, (G,); minus infinity where none is stated."""
        stated = [-np.inf if side.reservation is None else side.reservation for side in self.profiles]
        return np.array(stated, dtype=np.float64)

    @property
    def disagreement(self) -> Floats:
        """What each side is left with: its reservation value, or its worst package if that is better, (G,)."""
        left: Floats = np.maximum(self.utilities.min(axis=0), self.reservations)
        return left

    def discounted(self, utilities: ArrayLike, time: ArrayLike) -> Floats:
        """Utilities (R, G) at share (R,) of the time, u·d^t. Source: ANAC (2011), as GENIUS counts it."""
        factors = [1.0 if side.discount is None else side.discount for side in self.profiles]
        elapsed = np.clip(np.asarray(time, dtype=np.float64), 0.0, 1.0)
        kept = np.power(np.array(factors), elapsed[..., None])
        worth: Floats = np.asarray(utilities, dtype=np.float64) * kept
        return worth

    def options_of(self, package: int) -> tuple[str, ...]:
        """The package in words, an option for every issue."""
        numbers = self.packages[package]
        return tuple(issue.options[number] for issue, number in zip(self.issues, numbers, strict=True))

    def _utility(self, profile: Profile) -> Floats:
        total = np.zeros(len(self.packages))
        for issue, (weight, row) in enumerate(zip(profile.weights, profile.evaluations, strict=True)):
            raw = np.array(row)
            # GENIUS counts an issue whose options are all worth nothing as nothing.
            shares = raw / raw.max() if raw.max() > 0.0 else raw
            total += (weight * shares)[self.packages[:, issue]]
        return total


def _require(holds: bool, rule: str, got: object) -> None:
    if not holds:
        raise DomainError(f"{rule}; got {got}")
