"""PRIM's boxes and how firmly they stand: bounds that the workbench's peeling sets, and sets again on half the states.

Source: Friedman & Fisher (1999), PRIM; Kwakkel (2017), the workbench, which also draws halves ten times.
"""

import logging
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.study.doubt.workbench import quiet_workbench
from negotiation.study.errors import StudyError
from negotiation.study.field.work import POINT

Frame = Any  # pandas.DataFrame, which mypy does not see
Limits = Mapping[str, Any]  # column -> its bounds, or the words it may be
PEEL = 0.05  # share of the rows taken off at a time, as usual
HALVES = 10  # of the states, drawn
FIRM = 0.8  # share of the halves in which a bound must be set again
ENDS = "ends_so"
LOW, HIGH = 0, 1


def peeled(rows: Frame) -> dict[str, Any]:
    """The limits of a box, the best compromise of coverage and density on its way (their harmonic mean)."""
    ends = rows[ENDS].to_numpy(np.bool_)
    columns = rows.drop(columns=[POINT, ENDS])
    columns = columns[[name for name in columns if columns[name].nunique() > 1]]
    # The workbench puts bounds between whole numbers, which pandas refuses in a column of them.
    columns = columns.astype({name: np.float64 for name in columns.select_dtypes("integer")})
    if not 0 < ends.sum() < len(ends):
        raise StudyError(f"discover: {int(ends.sum())} of {len(ends)} worlds end so, so that there is nothing to find")
    logging.getLogger("EMA").setLevel(logging.ERROR)
    with quiet_workbench(), np.errstate(all="ignore"):
        from ema_workbench.analysis import prim

        box = prim.Prim(columns, ends, threshold=float(ends.mean()), peel_alpha=PEEL).find_box()
        if box is None:
            return {}
        way = box.peeling_trajectory
        both = 2.0 * way["coverage"] * way["density"] / (way["coverage"] + way["density"]).clip(lower=1e-12)
        box.select(int(both.to_numpy().argmax()))
        return limits_of(columns, box.box_lims[box._cur_box])


def limits_of(columns: Frame, box: Frame) -> dict[str, Any]:
    """The limits that a box sets; those at the end of what there is are none."""
    found: dict[str, Any] = {}
    for name in columns:
        low, high = box[name].iloc[0], box[name].iloc[1]
        if isinstance(low, set):
            if len(low) < columns[name].nunique():
                found[name] = tuple(sorted(low))
        elif low > columns[name].min() or high < columns[name].max():
            bounds = (low if low > columns[name].min() else -np.inf, high if high < columns[name].max() else np.inf)
            found[name] = (float(bounds[0]), float(bounds[1]))
    return found


def inside(rows: Frame, limits: Mapping[str, Any]) -> NDArray[np.bool_]:
    """Which rows lie in a box."""
    found = np.ones(len(rows), np.bool_)
    for name, bounds in limits.items():
        if isinstance(bounds[0], str):
            found &= rows[name].isin(bounds).to_numpy()
        else:
            found &= rows[name].between(*bounds).to_numpy()
    return found


def bounds_set(limits: Limits) -> set[tuple[str, int]]:
    """Which bounds a box sets: a number's low or high one, or words, which count as low."""
    found = set()
    for name, bounds in limits.items():
        sides = (True, False) if isinstance(bounds[0], str) else (np.isfinite(bounds[LOW]), np.isfinite(bounds[HIGH]))
        found |= {(name, side) for side in (LOW, HIGH) if sides[side]}
    return found


def firmness(rows: Frame, limits: Limits, seed: int = 0) -> dict[tuple[str, int], float]:
    """Bound -> in which share of halves of the states, drawn again, the peeling sets it, too."""
    rng, states = np.random.default_rng(seed), rows[POINT].unique()
    halves = [rng.choice(states, max(len(states) // 2, 1), replace=False) for _ in range(HALVES)]
    counted = [rows[rows[POINT].isin(half)].reset_index(drop=True) for half in halves]
    again = [bounds_set(peeled(half)) for half in counted if 0 < half[ENDS].sum() < len(half)]
    return {bound: sum(bound in each for each in again) / HALVES for bound in sorted(bounds_set(limits))}


def firm(limits: Limits, how_firm: Mapping[tuple[str, int], float]) -> dict[str, Any]:
    """The limits without bounds that are set again too seldom."""
    kept = {bound for bound, share in how_firm.items() if share >= FIRM}
    found: dict[str, Any] = {}
    for name, bounds in limits.items():
        if isinstance(bounds[0], str):
            told: Any = bounds if (name, LOW) in kept else None
        else:
            told = tuple(
                bound if (name, side) in kept else open_end
                for side, bound, open_end in ((LOW, bounds[LOW], -np.inf), (HIGH, bounds[HIGH], np.inf))
            )
            told = told if np.isfinite(told).any() else None
        if told is not None:
            found[name] = told
    return found
