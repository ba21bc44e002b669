"""When does it end so? Boxes in what is uncertain and in what luck draws first: guesses, types and private deadlines.

The workbench's PRIM peels on one half of the states; bounds it does not set again on halves of these are dropped; what
a box is worth is measured on the other half, unseen.
Source: Friedman & Fisher (1999), PRIM; Bryant & Lempert (2010), scenario discovery, its measures; Kwakkel (2017), the
workbench.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from negotiation.scenario import Scenario
from negotiation.study.doubt.parameters import outcome_named, uncertainties
from negotiation.study.doubt.peeling import ENDS, FIRM, Frame, Limits, firm, firmness, inside, peeled
from negotiation.study.doubt.workbench import has_workbench
from negotiation.study.errors import StudyError
from negotiation.study.field import StudyResults
from negotiation.study.field.work import POINT, WORLD
from negotiation.study.plan import Study, stated
from negotiation.study.statistics import Estimate

STATES, WORLDS = 200, 50
FEWEST_STATES = 4
MOST_BOXES = 2
DRAWS = 200
LOW, HIGH = 2.5, 97.5
DRAWN = ("type", "clock")  # what luck draws of each government before the first week


@dataclass(frozen=True)
class Box:
    """limits: column -> its bounds, or the words it may be; coverage: share of all worlds that end so which lie in it;
    density: share of its worlds that end so; mass: its share of worlds. All on states it was not found on.

    firmness: column -> share of halves of the states on which its bounds are found again, the less firm of two.
    """

    limits: Limits
    coverage: Estimate
    density: Estimate
    mass: float
    firmness: Mapping[str, float]


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
    if states < FEWEST_STATES:
        raise StudyError(f"--states: must be {FEWEST_STATES} or more, half of them to measure boxes; got {states}")
    told = {
        "name": f"discovery-{scenario.name}".lower()[:80],
        "title": f"When does it end so: {outcome.replace('_', ' ')}, {scenario.title}"[:2000],
        "question": f"When is there a {outcome.replace('_', ' ')}?",
        "scenario": scenario, "worlds": worlds, "seed": seed, "design": {"states": states},
        "uncertainties": {name: each.model_dump() for name, each in uncertainties(scenario).items()},
        "outcomes": {ENDS: asked.model_dump(by_alias=True)},
        "columns": [f"{kind}_{side}" for side in scenario.countries for kind in DRAWN],
    }  # fmt: skip
    return stated(told, "discover")


def discovered(results: StudyResults, most: int = MOST_BOXES) -> Discovery:
    """Find boxes on the even states, and measure them on the odd ones."""
    study = results.study
    rows = results.worlds.merge(results.points[[POINT, *study.uncertainties]], on=POINT).sort_values([POINT, WORLD])
    told = rows[[POINT, ENDS, *study.columns, *study.uncertainties]].reset_index(drop=True)
    left, kept = told[told[POINT] % 2 == 0].reset_index(drop=True), told[told[POINT] % 2 == 1].reset_index(drop=True)
    boxes: list[Box] = []
    while len(boxes) < most and 0 < left[ENDS].sum() < len(left):
        limits, how_firm = found_firmly(left)
        if not limits:
            break
        boxes.append(measured(kept, limits, how_firm))
        left = left[~inside(left, limits)].reset_index(drop=True)
    return Discovery(float(kept[ENDS].mean()), tuple(boxes), kept)


def found_firmly(rows: Frame) -> tuple[Limits, dict[str, float]]:
    """The limits of a box that are found again on halves of the states, and how often; none where nothing is."""
    limits = peeled(rows)
    by_bound = firmness(rows, limits)
    kept = firm(limits, by_bound)
    return kept, {
        name: min(share for (column, _), share in by_bound.items() if column == name and share >= FIRM) for name in kept
    }


def measured(rows: Frame, limits: Limits, how_firm: Mapping[str, float], seed: int = 0) -> Box:
    """A box's coverage, density and mass on other rows; intervals by drawing their states again."""
    counts = pd.DataFrame({"in": inside(rows, limits), "so": rows[ENDS], POINT: rows[POINT]})
    counts["both"] = counts["in"] & counts["so"]
    by_state = counts.groupby(POINT)[["in", "so", "both"]].sum().to_numpy(np.float64)
    rng = np.random.default_rng(seed)
    drawn = [by_state[rng.integers(0, len(by_state), len(by_state))].sum(axis=0) for _ in range(DRAWS)]
    coverage, density = (bounded(by_state.sum(axis=0), drawn, place) for place in (1, 0))
    return Box(dict(limits), coverage, density, float(counts["in"].mean()), how_firm)


def bounded(whole: NDArray[np.float64], drawn: Sequence[NDArray[np.float64]], place: int) -> Estimate:
    """Both over the count at a place, with the interval of the states drawn again."""
    again = [each[2] / max(each[place], 1.0) for each in drawn]
    low, high = np.percentile(again, [LOW, HIGH])
    return Estimate(float(whole[2] / max(whole[place], 1.0)), float(low), float(high))
