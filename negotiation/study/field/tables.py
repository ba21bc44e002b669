"""What a study found, as tidy tables: by point, and as paired differences from the base setting in the same state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from negotiation.study.field.sequential import estimate as estimate_of
from negotiation.study.field.sequential import half
from negotiation.study.field.work import POINT, WORLD
from negotiation.study.plan.points import Point, base_setting
from negotiation.study.plan.study import Study
from negotiation.study.statistics import LEVEL, Estimate, paired_share_difference, standard_errors, variance_saved

ESTIMATES = ("value", "low", "high", "half_width", "worlds")
Frame = Any  # pandas.DataFrame, which mypy does not see


@dataclass(frozen=True)
class Played:
    """A point as played: table: world, outcomes and columns of the worlds that count; none if there are none.

    stopped: why it has no more worlds, where the study says until when.
    """

    point: Point
    table: pa.Table | None
    stopped: str = ""

    def worlds(self) -> NDArray[np.int64]:
        """Which worlds count."""
        none: NDArray[np.int64] = np.empty(0, np.int64)
        return none if self.table is None else self.table[WORLD].to_numpy()

    def values(self, outcome: str) -> NDArray[Any]:
        """An outcome in each of them."""
        found: NDArray[Any] = self.table[outcome].to_numpy()  # type: ignore[index]  # asked only where worlds count
        return found


def points_table(points: Sequence[Point], faults: dict[int, str]) -> Frame:
    """A row a point: its levers and uncertainties; error: why it makes no scenario."""
    return pd.DataFrame(
        [
            {POINT: point.number, "setting": point.setting, "state": point.state, **point.levers, **point.uncertainties,
             "error": faults.get(point.number, "")}
            for point in points
        ]
    )  # fmt: skip


def outcomes_table(study: Study, played: Sequence[Played]) -> Frame:
    """A row a point and outcome: share or mean with its 95 % interval, and how many worlds count."""
    rows = []
    for each in played:
        for name in study.measures if each.table is not None else ():
            found = estimate_of(each.values(name))
            word = each.stopped if study.until and study.until.outcome == name else ""
            rows.append(
                {POINT: each.point.number, "setting": each.point.setting, "state": each.point.state, "outcome": name}
                | estimates(found, len(each.worlds()))
                | {"stopped": word}
            )
    return pd.DataFrame(rows, columns=[POINT, "setting", "state", "outcome", *ESTIMATES, "stopped"])


def differences_table(study: Study, played: Sequence[Played]) -> Frame:
    """A row a setting, state and outcome: the paired difference from the base setting in the same state and worlds."""
    places = {(each.point.setting, each.point.state): each for each in played if each.table is not None}
    base = base_setting(study) if study.levers else 0
    rows = []
    for (setting, state), each in places.items():
        against = places.get((base, state))
        if setting == base or against is None:
            continue
        for name, (first, second) in paired(study, each, against):
            rows.append(
                {POINT: each.point.number, "base": against.point.number, "setting": setting, "state": state,
                 "outcome": name}
                | estimates(difference(first, second), len(first))
                | {"variance_saved": variance_saved(first, second)}
            )  # fmt: skip
    return pd.DataFrame(rows, columns=[POINT, "base", "setting", "state", "outcome", *ESTIMATES, "variance_saved"])


def paired(study: Study, one: Played, other: Played) -> Iterator[tuple[str, tuple[NDArray[Any], NDArray[Any]]]]:
    """Each outcome in the worlds both have."""
    _, ours, theirs = np.intersect1d(one.worlds(), other.worlds(), assume_unique=True, return_indices=True)
    for name in study.measures:
        yield name, (one.values(name)[ours], other.values(name)[theirs])


def difference(first: NDArray[Any], second: NDArray[Any]) -> Estimate:
    """First less second, world by world, with its 95 % interval."""
    if first.dtype == np.bool_ and second.dtype == np.bool_:
        return paired_share_difference(first, second)
    return estimate_of(np.asarray(first, np.float64) - np.asarray(second, np.float64))


def settings_table(study: Study, played: Sequence[Played], outcomes: Frame, differences: Frame) -> Frame:
    """A row a setting and outcome, over all states: the mean over states, and that of the differences from the base.

    The interval is that of a mean of as many numbers as there are states, widened by the luck that all states share:
    what is not known counts, and luck. For a Latin hypercube or a Sobol sequence it is rather too wide. Empty where
    there is one state.
    """
    if outcomes["state"].nunique() < 2:
        return pd.DataFrame(columns=["setting", "outcome", "of", *ESTIMATES[:4], "states"])
    cells = {(each.point.setting, each.point.state): each for each in played if each.table is not None}
    base = base_setting(study) if study.levers else 0
    rows = []
    for word, table in (("value", outcomes), ("difference", differences)):
        for setting, name in product(sorted(table["setting"].unique()), study.measures):
            chosen = table[(table["setting"] == setting) & (table["outcome"] == name)]["value"].to_numpy()
            own = {state: each for (at, state), each in cells.items() if at == setting}
            others = {state: cells.get((base, state)) for state in own} if word == "difference" else {}
            luck = shared_luck(name, own, others) if study.luck == "same" else 0.0
            found = estimates(wider(estimate_of(np.asarray(chosen, np.float64)), luck), len(chosen))
            states = found.pop("worlds")
            rows.append({"setting": setting, "outcome": name, "of": word, **found, "states": states})
    return pd.DataFrame(rows)


def shared_luck(name: str, cells: Mapping[int, Played], less: Mapping[int, Played | None]) -> float:
    """The variance of a mean over states that is due to the worlds drawn, which all states share.

    cells: state -> a setting's point; less: state -> the base's, where it is of differences.
    """
    if any(base is None for base in less.values()) or not cells:
        return 0.0
    both = [each for each in (*cells.values(), *less.values()) if each is not None]
    common = reduce(np.intersect1d, [each.worlds() for each in both])
    if len(common) < 2:
        return 0.0
    rows = np.array([in_worlds(each, name, common) for each in cells.values()])
    if less:
        rows = rows - np.array([in_worlds(base, name, common) for base in less.values() if base is not None])
    given = ~np.isnan(rows)
    counted = given.any(axis=0)
    means = np.where(given, rows, 0.0).sum(axis=0)[counted] / given.sum(axis=0)[counted]
    return float(means.var(ddof=1) / len(means)) if len(means) > 1 else 0.0


def in_worlds(played: Played, name: str, worlds: NDArray[np.int64]) -> NDArray[np.float64]:
    """An outcome in some of a point's worlds."""
    found: NDArray[np.float64] = np.asarray(played.values(name), np.float64)[np.isin(played.worlds(), worlds)]
    return found


def wider(found: Estimate, variance: float) -> Estimate:
    """An estimate whose error has this variance besides."""
    reach = float(np.hypot(half(found), standard_errors(LEVEL) * np.sqrt(variance)))
    return Estimate(found.value, found.value - reach, found.value + reach)


def estimates(found: Estimate, worlds: int) -> dict[str, Any]:
    """An estimate as a table tells it."""
    return dict(zip(ESTIMATES, (*found, half(found), worlds), strict=True))
