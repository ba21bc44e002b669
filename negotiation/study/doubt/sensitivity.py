"""A scenario's outcome over all its guesses: the study that is played, and the indices it gives."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from negotiation.scenario import Scenario
from negotiation.study.doubt.indices import SIZE, TOTAL, Index, morris_indices, sobol_indices
from negotiation.study.doubt.parameters import outcome_named, uncertainties
from negotiation.study.errors import StudyError
from negotiation.study.field import StudyResults
from negotiation.study.field.work import POINT, WORLD
from negotiation.study.plan import Study, stated
from negotiation.study.plan.design import levels_of

Method = Literal["sobol", "morris"]
DESIGNS = {"sobol": "saltelli", "morris": "morris"}
STATES = {"sobol": 64, "morris": 10}  # base points, and trajectories
RANKED_BY = {"sobol": TOTAL, "morris": SIZE}


def sensitivity_study(
    scenario: Scenario, method: str, outcome: str, wanted: Sequence[str], counts: tuple[int, int | None], seed: int
) -> Study:
    """The study; counts: worlds a point, and base points or trajectories. Raises StudyError."""
    if method not in DESIGNS:
        raise StudyError(f"--method: must be {' or '.join(DESIGNS)}, got '{method}'")
    worlds, states = counts
    told = {
        "name": f"sensitivity-{method}-{scenario.name}".lower()[:80],
        "title": f"What decides {outcome.replace('_', ' ')}: {scenario.title}"[:2000],
        "question": "Which uncertain number matters?",
        "scenario": scenario, "worlds": worlds, "seed": seed,
        "design": {"uncertainties": DESIGNS[method], "states": STATES[method] if states is None else states},
        "uncertainties": {name: each.model_dump() for name, each in uncertainties(scenario, wanted).items()},
        "outcomes": {"outcome": outcome_named(scenario, outcome).model_dump(by_alias=True)},
    }  # fmt: skip
    return stated(told, "sensitivity")


def indices_of(results: StudyResults) -> list[Index]:
    """The indices of a study that was played by one of the two designs. Raises StudyError where a point is missing."""
    study, names = results.study, list(results.study.uncertainties)
    worlds = by_point(results, "outcome")
    if study.design.uncertainties == "morris":
        levels = levels_of(len(names), study.design, study.seed % 2**32)
        return morris_indices(names, levels, worlds, study.seed % 2**32, study.design.levels)
    return sobol_indices(names, worlds, study.seed % 2**32)


def by_point(results: StudyResults, outcome: str) -> NDArray[np.float64]:
    """An outcome by point and world, (points, R)."""
    faults = [*results.points.loc[results.points["error"] != "", "error"], *results.failures["error"]]
    if faults:
        raise StudyError(f"{results.study.name}: a point could not be played: {faults[0]}")
    ordered = results.worlds.sort_values([POINT, WORLD])
    found: NDArray[np.float64] = ordered[outcome].to_numpy(np.float64).reshape(len(results.points), -1)
    if np.isnan(found).any():
        raise StudyError(f"{results.study.name}: worlds without the outcome; name one that every world has")
    return found
