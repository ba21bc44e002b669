"""The EMA workbench and this program: a scenario as one of its models, so that all its designs and analyses apply.

Needs the extra `negotiation[ema]`; nothing imports it unless this file is imported.
Source: Kwakkel (2017), the Exploratory Modeling Workbench.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from negotiation.scenario import Scenario
from negotiation.scenario.changes import changed
from negotiation.scenario.read import validated
from negotiation.study.doubt.parameters import uncertainties as guesses
from negotiation.study.doubt.workbench import quiet_workbench
from negotiation.study.field.work import POINT
from negotiation.study.plan import Lever, Measured, Uncertainty
from negotiation.study.plan.outcomes import headlines
from negotiation.study.task import Engine, Task, game_of, real_engine

if TYPE_CHECKING:
    from negotiation.study.field import StudyResults

with quiet_workbench():
    try:
        from ema_workbench import CategoricalParameter, IntegerParameter, Model, RealParameter, ScalarOutcome
    except ImportError as error:
        raise ImportError(
            "negotiation.study.with_ema needs the EMA workbench: install the extra negotiation[ema]"
        ) from error


@dataclass(frozen=True)
class Played:
    """What the workbench calls: the levers' and uncertainties' values in, every outcome's mean over worlds out."""

    scenario: Scenario
    worlds: int
    seed: int
    uncertainties: Mapping[str, Uncertainty]
    levers: Mapping[str, Lever]
    outcomes: Mapping[str, Measured]
    engine: Engine | None = field(default=None)

    def __call__(self, **values: Any) -> dict[str, float]:
        """Play one point, always with the same luck. Raises ScenarioError if the values make no scenario."""
        changes: dict[str, Any] = {}
        for name, lever in self.levers.items():
            changes |= lever.changes(values[name])
        for name, each in self.uncertainties.items():
            drawn = int(values[name]) if each.whole else float(values[name])
            changes |= dict.fromkeys(each.path, drawn)
        scenario = validated(changed(self.scenario.model_dump(mode="json"), changes, self.scenario.name, ""), "ema")
        engine = self.engine or real_engine()
        task = Task(engine, scenario, scenario.content_hash(), self.seed, range(self.worlds), 0)
        block = engine.play_block(game_of(task), self.seed, range(self.worlds), 0)
        return {name: float(np.nanmean(np.asarray(each.of(block), float))) for name, each in self.outcomes.items()}


def ema_model(
    scenario: Scenario,
    worlds: int = 200,
    seed: int = 2025,
    levers: Mapping[str, Lever] | None = None,
    uncertainties: Mapping[str, Uncertainty] | None = None,
    engine: Engine | None = None,
) -> Model:
    """The scenario as a workbench model; without other words its guesses are the uncertainties, its headlines the
    outcomes. Whole numbers are even between their bounds there, as the workbench has no others.
    """
    doubts = guesses(scenario) if uncertainties is None else uncertainties
    played = Played(scenario, worlds, seed, doubts, levers or {}, headlines(scenario), engine)
    model = Model("".join(letter for letter in scenario.name if letter.isalnum()), function=played)
    model.uncertainties = [parameter(name, each) for name, each in doubts.items()]
    model.levers = [CategoricalParameter(name, list(each.settings)) for name, each in (levers or {}).items()]
    model.outcomes = [ScalarOutcome(name) for name in played.outcomes]
    return model


def ema_results(results: "StudyResults") -> tuple[Any, dict[str, Any]]:
    """A study that was played as the workbench's own pair, experiments and outcomes, for its analyses and savers.

    A row a point that could be played; outcomes are means over worlds.
    """
    import pandas as pd

    means = results.outcomes.pivot(index=POINT, columns="outcome", values="value")
    points = results.points.set_index(POINT).loc[means.index].reset_index()
    names = [*results.study.levers, *results.study.uncertainties]
    experiments = points[names].copy()
    for lever in results.study.levers:
        experiments[lever] = experiments[lever].astype(str).astype("category")
    experiments["scenario"], experiments["policy"] = points["state"], points["setting"]
    experiments["model"] = pd.Categorical([results.study.beneath.name] * len(points))
    return experiments, {name: means[name].to_numpy() for name in results.study.measures}


def parameter(name: str, each: Uncertainty) -> Any:
    """One uncertainty as the workbench has it."""
    from scipy import stats

    low, high = float(each.low or 0.0), float(each.high or 0.0)
    if each.whole:
        return IntegerParameter(name, int(low), int(high))
    if each.distribution == "log-uniform":
        return RealParameter.from_dist(name, stats.loguniform(low, high))
    if each.distribution == "triangular":
        peak = (float(each.mode or 0.0) - low) / (high - low)
        return RealParameter.from_dist(name, stats.triang(peak, low, high - low))
    return RealParameter(name, low, high)
