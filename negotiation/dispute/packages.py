"""The packages of a dispute: comprehensive ones, limited ones, the rates each leads to and what each is worth."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.dominance import layers_in_turn
from negotiation.bargaining.packages import every_package
from negotiation.dispute.lattice import stage_strides
from negotiation.economy import RateGrid
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Values = tuple[Floats, Floats]
Worths = tuple[list[Floats], list[Floats]]
OPEN = -1


@dataclass(frozen=True)
class Packages:
    """options: (P, I) option of each issue, -1 where a limited package leaves it open; code: (P,) of the rates it sets;
    group: (P,) which limited deal, -1 for comprehensive; fixes: (P, M) whether it fixes a measure; levels: (P, M).

    The comprehensive packages come first: `whole` of them.
    """

    options: Integers
    code: Integers
    group: Integers
    fixes: NDArray[np.bool_]
    levels: Integers
    whole: int


def package_set(scenario: Scenario, grid: RateGrid, value: Values, worth: Worths) -> Packages:
    """The packages a dispute may settle on.

    value: (K, codes) present value of rates by side; worth: by side and issue, (K, options) present value of options.
    Comprehensive packages: whole dominance layers, best first, under every pair of types, until scenario.packages are
    kept, so that inefficient deals stay possible. Limited ones likewise.
    """
    issues = list(scenario.issues)
    whole = _candidates(scenario, grid, issues, OPEN)
    parts = [_thinned(whole, value, worth, scenario.packages)]
    quota = scenario.limited_packages // max(len(scenario.limited), 1)
    for group, limited in enumerate(scenario.limited.values()):
        candidates = _candidates(scenario, grid, list(limited.issues), group)
        parts.append(_thinned(candidates, value, worth, quota))
    return Packages(
        options=np.concatenate([part.options for part in parts]),
        code=np.concatenate([part.code for part in parts]),
        group=np.concatenate([part.group for part in parts]),
        fixes=np.concatenate([part.fixes for part in parts]),
        levels=np.concatenate([part.levels for part in parts]),
        whole=parts[0].whole,
    )


def issue_sums(options: Integers, worth: list[Floats]) -> Floats:
    """What the settled issues of packages are worth to each type, (K, P); open issues count nothing here."""
    total = np.zeros((len(worth[0]), len(options)))
    for issue, by_option in enumerate(worth):
        settled = options[:, issue]
        total = total + np.where(settled >= 0, by_option[:, np.maximum(settled, 0)], 0.0)
    return np.ascontiguousarray(total)


def _candidates(scenario: Scenario, grid: RateGrid, issues: list[str], group: int) -> Packages:
    """Every package that settles these issues, in enumeration order."""
    counts = [len(scenario.issues[issue].options) for issue in issues]
    chosen = every_package(counts).astype(np.int64)
    if group != OPEN:
        chosen = chosen[chosen.any(axis=-1)]  # a limited deal in which nobody concedes is none
    options = np.full((len(chosen), len(scenario.issues)), OPEN, np.int64)
    for column, issue in enumerate(issues):
        options[:, list(scenario.issues).index(issue)] = chosen[:, column]
    levels, fixes = _levels(scenario, options, group)
    strides = np.asarray(grid.strides)[: len(scenario.measures)]
    code = (levels * strides).sum(axis=-1)
    if group == OPEN:  # what is agreed for good is judged with all claims made
        stages = np.array([len(measure.claims) for measure in scenario.measures.values()])
        code = code + int((stages * stage_strides(scenario, grid)).sum())
    whole = len(chosen) if group == OPEN else 0
    return Packages(options, code, np.full(len(chosen), group, np.int64), fixes, levels, whole)


def _levels(scenario: Scenario, options: Integers, group: int) -> tuple[Integers, NDArray[np.bool_]]:
    """The levels packages set, (P, M), and which measures they fix; the highest where two issues set one.

    A comprehensive package fixes every measure: what no option sets is lifted. A limited one fixes what any option of
    its issues could set.
    """
    measures = list(scenario.measures)
    levels = np.zeros((len(options), len(measures)), np.int64)
    fixes = np.full(levels.shape, group == OPEN)
    for column, issue in enumerate(scenario.issues.values()):
        settled = options[:, column] >= 0
        for place, option in enumerate(issue.options.values()):
            chosen = options[:, column] == place
            for measure, level in option.sets.items():
                m = measures.index(measure)
                fixes[settled, m] = True
                levels[chosen, m] = np.maximum(levels[chosen, m], level)
    return levels, fixes


def _thinned(candidates: Packages, value: Values, worth: Worths, count: int) -> Packages:
    """The candidates of the best dominance layers, whole layers until `count` are kept."""
    if len(candidates.code) <= count:
        return candidates
    sides = [value[side][:, candidates.code] + issue_sums(candidates.options, worth[side]) for side in (0, 1)]
    everything = [layers_in_turn(np.stack([ours, theirs], axis=-1)) for ours in sides[0] for theirs in sides[1]]
    good = np.zeros(len(candidates.code), np.bool_)
    while np.count_nonzero(good) < count:
        for layers in everything:
            good |= next(layers, good)
    kept = np.flatnonzero(good)
    whole = len(kept) if candidates.whole else 0
    return Packages(
        candidates.options[kept], candidates.code[kept], candidates.group[kept],
        candidates.fixes[kept], candidates.levels[kept], whole,
    )  # fmt: skip
