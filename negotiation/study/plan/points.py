"""The points of a study: each a setting of the levers in a state of the uncertainties, and its scenario."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import Any

from negotiation.scenario import Scenario, ScenarioError
from negotiation.scenario.changes import changed
from negotiation.scenario.read import validated
from negotiation.strategies.registry import strategy_of
from negotiation.study.errors import StudyError
from negotiation.study.plan.design import combinations, levels_of
from negotiation.study.plan.study import Study


@dataclass(frozen=True)
class Point:
    """One point. number: from 0; setting, state: the numbers of its levers' setting and its uncertainties' state.

    levers, uncertainties: name -> value there; changes: path -> value.
    """

    number: int
    setting: int
    state: int
    levers: Mapping[str, Any]
    uncertainties: Mapping[str, float]
    changes: Mapping[str, Any]


def points_of(study: Study) -> list[Point]:
    """All points, setting by setting, state by state. Raises StudyError."""
    settings, states = settings_of(study), states_of(study)
    found = []
    for number, ((setting, levers), (state, drawn)) in enumerate(product(enumerate(settings), enumerate(states))):
        changes: dict[str, Any] = {}
        for name, value in levers.items():
            changes |= study.levers[name].changes(value)
        for name, value in drawn.items():
            changes |= dict.fromkeys(study.uncertainties[name].path, value)
        found.append(Point(number, setting, state, levers, drawn, changes))
    return found


def settings_of(study: Study) -> list[dict[str, Any]]:
    """The levers' settings played, lever -> value, in the design's order."""
    values = [lever.settings for lever in study.levers.values()]
    rows = combinations(tuple(map(len, values)), study.design).tolist()
    return [{name: each[at] for name, each, at in zip(study.levers, values, row, strict=True)} for row in rows]


def states_of(study: Study) -> list[dict[str, float]]:
    """The uncertainties' states played, name -> value."""
    levels = levels_of(len(study.uncertainties), study.design, study.seed % 2**32)
    columns = [
        [int(value) if drawn.whole else float(value) for value in drawn.at(levels[:, place])]
        for place, drawn in enumerate(study.uncertainties.values())
    ]
    return [dict(zip(study.uncertainties, row, strict=True)) for row in zip(*columns, strict=True)] or [{}]


def base_setting(study: Study) -> int:
    """The number of the setting that others are compared with. Raises StudyError if the design leaves it out."""
    for number, levers in enumerate(settings_of(study)):
        if all(levers[name] == value for name, value in study.base.items()):
            return number
    raise StudyError(f"{study.name}: base: the design leaves this setting out, got {study.base}")


def scenario_at(study: Study, point: Point) -> Scenario | str:
    """The scenario of a point; where its values make none, the fault in one line."""
    table = changed(study.beneath.model_dump(mode="json"), point.changes, study.name, "")
    try:
        scenario = validated(table, study.name)
        for side in scenario.countries:
            strategy_of(scenario, side)
        return scenario
    except ScenarioError as error:
        return error.faults[0]


def check_paths(study: Study) -> None:
    """Refuse paths the scenario does not have. Raises ScenarioError naming the nearest."""
    table = study.beneath.model_dump(mode="json")
    for kind, factors in (("levers", study.levers), ("uncertainties", study.uncertainties)):
        for name, factor in factors.items():
            paths = getattr(factor, "paths", factor.path) or ()
            changed(table, dict.fromkeys(paths, 0.0), f"{study.name}: {kind}.{name}", "")


def seed_at(study: Study, point: int) -> int:
    """Whose luck a point has."""
    if study.luck == "same":
        return study.seed
    return int.from_bytes(sha256(f"{study.seed}/{point}".encode()).digest()[:8], "big")
