"""How a scenario ends where its guesses are uncertain, and what the spread comes from: luck, guesses, decisions.

A study of its own: every state of the guesses meets every decision and the same worlds. A few states go with every
run of some hundred worlds; more are played where they are asked for.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.scenario import Scenario
from negotiation.study.doubt.components import Part, parts
from negotiation.study.doubt.parameters import uncertainties
from negotiation.study.ensemble import Progress
from negotiation.study.errors import StudyError
from negotiation.study.field import Crew, StudyResults, play_study
from negotiation.study.field.tables import wider
from negotiation.study.field.work import POINT, WORLD
from negotiation.study.plan import Study, stated
from negotiation.study.plan.outcomes import headlines
from negotiation.study.statistics import Estimate, mean_of_few
from negotiation.study.tournament import own_strategy, setting

FOLDER, FILE = "uncertainty", "uncertainty.json"
STATES, WORLDS = 40, 60
FEW_STATES = 12  # of a run by default: some tens of seconds of one core
LEAST_STATES = 4  # of which an interval can be given
SOFTER, HARDER = "principled+calculated", "hardliner+grim"
AS_STATED = "as stated"
DECISIONS, GUESSES, LUCK = "decisions", "guesses", "luck"
FACTORS = (DECISIONS, GUESSES, LUCK)  # the axes
BAND = (5.0, 95.0)  # percent of the states
OUTCOME = "outcome"
Frame = Any  # pandas.DataFrame, which mypy does not see


def uncertain_study(scenario: Scenario, seed: int, states: int = STATES, worlds: int = WORLDS) -> Study:
    """The study that is played: a Latin hypercube of the guesses, by decisions, one government changing at a time."""
    told = {
        "name": f"uncertainty-{scenario.name}".lower()[:80],
        "title": f"What is not known: {scenario.title}"[:2000],
        "question": "How does it end where the guesses are uncertain?",
        "scenario": scenario, "worlds": worlds, "seed": seed,
        "design": {"states": states},
        "levers": {"decision": {"choices": decisions(scenario)}},
        "uncertainties": {name: each.model_dump() for name, each in uncertainties(scenario).items()},
        "outcomes": {name: each.model_dump(by_alias=True) for name, each in headlines(scenario).items()},
        "columns": [OUTCOME],
    }  # fmt: skip
    return stated(told, "uncertainty")


def decisions(scenario: Scenario) -> dict[str, dict[str, object]]:
    """Both as stated; each government softer, and harder, than it is."""
    as_stated: dict[str, object] = {}
    for side in scenario.countries:
        as_stated |= setting(scenario, side, own_strategy(scenario, side))
    found = {AS_STATED: as_stated}
    for side, country in scenario.countries.items():
        for word, strategy in (("softer", SOFTER), ("harder", HARDER)):
            found[f"{country.name} {word}"] = setting(scenario, side, strategy)
    return found


def play_uncertain(
    study: Study, folder: Path, crew: Crew, on_progress: Progress, command: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Play it into a folder below a run's and return what it says. Raises StudyError."""
    return uncertainty_summary(play_study(study, folder / FOLDER, crew, on_progress, command))


def uncertainty_summary(results: StudyResults) -> dict[str, Any]:
    """Shares where the guesses are uncertain, and the parts of luck, guesses and decisions in what varies."""
    study = results.study
    worlds, left_out = whole_states(results)
    ordered = worlds.sort_values([POINT, WORLD])
    states = study.design.states - left_out
    shape = (len(study.levers["decision"].settings), states, study.worlds)
    ended = ordered[OUTCOME].to_numpy(str).reshape(shape)[0]
    return {
        "states": states, "left_out": left_out, "worlds": study.worlds, "seed": study.seed,
        "decisions": list(study.levers["decision"].settings),
        "guesses": {name: [each.low, each.high] for name, each in study.uncertainties.items()},
        "shares": {str(word): under_priors(ended == word) for word in np.unique(ended)},
        "variance": {
            name: variance_of(ordered[name].to_numpy(np.float64).reshape(shape)) for name in study.measures
        },
    }  # fmt: skip


def whole_states(results: StudyResults) -> tuple[Frame, int]:
    """The worlds of the states that could be played under every decision, and how many could not. Raises StudyError."""
    points, failed = results.points, results.failures
    faulty = points[(points["error"] != "") | points[POINT].isin(failed[POINT])]
    left_out = faulty["state"].nunique()
    if results.study.design.states - left_out < LEAST_STATES:
        faults = [each for each in (*faulty["error"], *failed["error"]) if each]
        raise StudyError(f"uncertainty: fewer than {LEAST_STATES} states could be played: {faults[0]}")
    kept = points.loc[~points["state"].isin(faulty["state"]), POINT]
    return results.worlds[results.worlds[POINT].isin(kept)], left_out


def under_priors(ends_so: NDArray[np.bool_]) -> dict[str, float]:
    """The share over all states, its interval, of states and of the luck they share, and where 90 % of the states lie.

    ends_so: (states, worlds). The states of a Latin hypercube are more even than random ones: the interval is rather
    too wide.
    """
    shares, by_world = ends_so.mean(axis=1), ends_so.mean(axis=0)
    found = wider(mean_of_few(shares), float(by_world.var(ddof=1) / len(by_world)))
    low, high = np.percentile(shares, BAND)
    return {
        "share": found.value, "low": max(found.low, 0.0), "high": min(found.high, 1.0),
        "state_low": float(low), "state_high": float(high),
    }  # fmt: skip


def variance_of(values: NDArray[np.float64]) -> Mapping[str, Any]:
    """The parts of an outcome by decision, state and world; decisions are a menu, states and worlds are drawn."""
    return {name: _told(part) for name, part in zip(FACTORS, parts(values, drawn=(1, 2)), strict=True)}


def _told(part: Part) -> dict[str, Any]:
    """A part as the summary says it."""
    return {"alone": _bounds(part.alone), "together": _bounds(part.together)}


def _bounds(found: Estimate) -> dict[str, float]:
    """An estimate as the summary says it."""
    return {"share": found.value, "low": found.low, "high": found.high}
