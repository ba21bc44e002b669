"""Every package that settles all issues, and the rules that forbid some of them.

Axes: P packages, I issues. A package is a row of option numbers, 0 the first option of its issue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Packages = NDArray[np.int8]

MOST_OPTIONS = 127  # what an int8 can number


def every_package(option_counts: Sequence[int]) -> Packages:
    """All combinations of options, (P, I), in lexicographic order, the last issue fastest.

    option_counts: options of each issue, 1 to 127. This order decides every tie between packages. Raises ValueError.
    """
    for issue, count in enumerate(option_counts):
        if not 1 <= count <= MOST_OPTIONS:
            raise ValueError(f"option_counts[{issue}]: an issue has 1 to {MOST_OPTIONS} options; got {count}")
    axes = np.indices(tuple(option_counts), dtype=np.int8)
    return np.ascontiguousarray(axes.reshape(len(option_counts), -1).T)


@dataclass(frozen=True)
class Excludes:
    """Where `issue` is settled by `option`, `other_issue` is settled by none of `other_options`."""

    issue: int
    option: int
    other_issue: int
    other_options: frozenset[int]

    def allows(self, packages: Packages) -> NDArray[np.bool_]:
        """Which packages keep the rule; packages: (P, I), returns (P,) bool."""
        applies, named = _conditions(self, packages)
        return ~(applies & named)


@dataclass(frozen=True)
class Requires:
    """Where `issue` is settled by `option`, `other_issue` is settled by one of `other_options`."""

    issue: int
    option: int
    other_issue: int
    other_options: frozenset[int]

    def allows(self, packages: Packages) -> NDArray[np.bool_]:
        """Which packages keep the rule; packages: (P, I), returns (P,) bool."""
        applies, named = _conditions(self, packages)
        return ~applies | named


def allowed_packages(packages: Packages, rules: Sequence[Excludes | Requires]) -> NDArray[np.bool_]:
    """Which packages keep all rules; packages: (P, I), returns (P,) bool."""
    allowed = np.ones(len(packages), dtype=np.bool_)
    for rule in rules:
        allowed &= rule.allows(packages)
    return allowed


def _conditions(rule: Excludes | Requires, packages: Packages) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where the rule applies, and where the other issue has one of the options it names; both (P,)."""
    named = np.isin(packages[:, rule.other_issue], sorted(rule.other_options))
    return np.equal(packages[:, rule.issue], rule.option), named
