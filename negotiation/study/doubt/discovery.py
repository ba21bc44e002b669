"""When does it end so? Boxes in what is uncertain and in what luck draws first: guesses, types and private deadlines.

The workbench's PRIM peels on one half of the states; what a box is worth is measured on the other half, unseen.
Source: Friedman & Fisher (1999), PRIM; Bryant & Lempert (2010), scenario discovery; Kwakkel (2017), the workbench.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from negotiation.scenario import Scenario
from negotiation.study.doubt.parameters import outcome_named, uncertainties
from negotiation.study.doubt.workbench import has_workbench, quiet_workbench
from negotiation.study.errors import StudyError
from negotiation.study.field import StudyResults
from negotiation.study.field.work import POINT, WORLD
from negotiation.study.plan import Study, stated
from negotiation.study.statistics import Estimate

Frame = Any  # pandas.DataFrame, which mypy does not see
STATES, WORLDS = 200, 50
MOST_BOXES = 2
PEEL = 0.05  # share of the rows taken off at a time, as usual
DRAWS = 200
LOW, HIGH = 2.5, 97.5
ENDS = "ends_so"
DRAWN = ("type", "clock")  # what luck draws of each government before the first week


@dataclass(frozen=True)
class Box:
    """limits: column -> its bounds, or the words it may be; coverage: share of all worlds that end so which lie in it;
    density: share of its worlds that end so; mass: its share of worlds. All on states it was not found on.
    """

    limits: Mapping[str, tuple[float, float] | tuple[str, ...]]
    coverage: Estimate
    density: Estimate
    mass: float


@dataclass(frozen=True)
class Discovery:
    """base: share of worlds that end so; boxes: the first explains most; rows: what they were measured on."""

    base: float
    boxes: tuple[Box, ...]
    rows: Frame


def discovery_study(scenario: Scenario, outcome: str, counts: tuple[int, int], seed: int) -> Study:
    """The study that is played; counts: worlds a state, and states. Raises StudyError."""
    if not has_workbench():
        raise StudyError("discover: the EMA workbench is not installed; pip install 'negotiation[ema]'")
    asked = outcome_named(scenario, outcome)
    if not asked.is_share:
        raise StudyError(f"--outcome: must be deal, any_deal or trade_war, got '{outcome}'")
    worlds, states = counts
    told = {
        "name": f"discovery-{scenario.name}".lower()[:80],
        "title": f"When does it end so: {outcome.replace('_', ' ')}, {scenario.title}"[:2000],
        "question": f"When is there a {outcome.replace('_', ' ')}?",
        "scenario": scenario, "worlds": worlds, "seed": seed, "design": {"states": states},
        "uncertainties": {name: each.model_dump() for name, each in uncertainties(scenario).items()},
        "outcomes": {ENDS: asked.model_dump(by_alias=True)},
        "columns": [f"{kind}_{side}" for side in scenario.countries for kind in DRAWN],
    }  # fmt: skip
    return stated(told, "discovery")


def discovered(results: StudyResults, most: int = MOST_BOXES) -> Discovery:
    """Find boxes on the even states, and measure them on the odd ones."""
    study = results.study
    rows = results.worlds.merge(results.points[[POINT, *study.uncertainties]], on=POINT).sort_values([POINT, WORLD])
    told = rows[[POINT, ENDS, *study.columns, *study.uncertainties]].reset_index(drop=True)
    shown, kept = told[told[POINT] % 2 == 0], told[told[POINT] % 2 == 1].reset_index(drop=True)
    found = [measured(kept, limits) for limits in peeled(shown.reset_index(drop=True), most)]
    return Discovery(float(kept[ENDS].mean()), tuple(found), kept)


def peeled(rows: Frame, most: int) -> list[dict[str, Any]]:
    """The limits of boxes, each the best compromise of coverage and density on its way (their harmonic mean)."""
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

        search = prim.Prim(columns, ends, threshold=float(ends.mean()), peel_alpha=PEEL)
        found = []
        for _ in range(most):
            box = search.find_box()
            if box is None:
                break
            way = box.peeling_trajectory
            both = 2.0 * way["coverage"] * way["density"] / (way["coverage"] + way["density"]).clip(lower=1e-12)
            box.select(int(both.to_numpy().argmax()))
            found.append(limits_of(columns, box.box_lims[box._cur_box]))
    return [limits for limits in found if limits]


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


def measured(rows: Frame, limits: Mapping[str, Any], seed: int = 0) -> Box:
    """A box's coverage, density and mass on other rows; intervals by drawing their states again."""
    counts = pd.DataFrame({"in": inside(rows, limits), "so": rows[ENDS], POINT: rows[POINT]})
    counts["both"] = counts["in"] & counts["so"]
    by_state = counts.groupby(POINT)[["in", "so", "both"]].sum().to_numpy(np.float64)
    rng = np.random.default_rng(seed)
    drawn = [by_state[rng.integers(0, len(by_state), len(by_state))].sum(axis=0) for _ in range(DRAWS)]
    coverage, density = (bounded(by_state.sum(axis=0), drawn, place) for place in (1, 0))
    return Box(dict(limits), coverage, density, float(counts["in"].mean()))


def bounded(whole: NDArray[np.float64], drawn: Sequence[NDArray[np.float64]], place: int) -> Estimate:
    """Both over the count at a place, with the interval of the states drawn again."""
    again = [each[2] / max(each[place], 1.0) for each in drawn]
    low, high = np.percentile(again, [LOW, HIGH])
    return Estimate(float(whole[2] / max(whole[place], 1.0)), float(low), float(high))
