"""A record played again: what was done and levied, and what would have been, under the same luck."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.economies import economy_of
from negotiation.dispute.game import Game, build_game
from negotiation.dispute.observed import observed_economy
from negotiation.economy import REGIONS
from negotiation.model import play_block
from negotiation.scenario.calendar import day_of
from negotiation.scenario.counterfactual import counterfactual
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.move_checks import week_of_move
from negotiation.scenario.schema import Scenario
from negotiation.scenario.shipped import shipped
from negotiation.study.ensemble import SOLVING, Progress

Floats = NDArray[np.float64]
RECORD = "record"
QUANTITIES = ("rate", "welfare", "real_income", "prices", "jobs", "approval")
LEVELS = (0.05, 0.5, 0.95)
PLAYING = "Playing the record"


@dataclass(frozen=True)
class Played:
    """The record, or what would have been, week by week.

    bands: quantity_side -> (3, W) at LEVELS over the worlds, in the unit of the weekly record; totals: column of the
    worlds table -> its mean.
    """

    key: str
    name: str
    bands: dict[str, Floats]
    totals: dict[str, float]

    def last(self, column: str) -> float:
        """The median of a quantity in the last week."""
        return float(self.bands[column][1, -1])


@dataclass(frozen=True)
class Replay:
    """What was played: the record first, then what would have been. days: the first of each week."""

    scenario: Scenario
    worlds: int
    seed: int
    days: tuple[date, ...]
    played: tuple[Played, ...]

    @property
    def record(self) -> Played:
        """What was."""
        return self.played[0]


class RecordedAct(NamedTuple):
    """An act of the record: week from 0, day, and who did what to what; empty words where there is none."""

    week: int
    day: date | None
    actor: str
    kind: str
    who: str
    act: str
    what: str
    level: str


def events(scenario: Scenario) -> Iterator[RecordedAct]:
    """The record's acts, in order."""
    for move in scenario.moves:
        for act in move.acts:
            what = act.measure or act.issue or act.basis or act.host or act.name or ""
            level = act.option if act.level is None else str(act.level)
            words = (move.actor or "", move.kind or "", act.who or "", act.act, what, level or "")
            yield RecordedAct(week_of_move(scenario, move), move.date, *words)


def with_record(scenario: Scenario) -> str | None:
    """The name of the shipped scenario that holds the moves made in this one, None where it holds them itself.

    Raises ScenarioError where there are none.
    """
    if scenario.moves and scenario.observed is not None:
        return None
    name = f"{scenario.name}-moves"
    if name not in [each for each, _, _ in shipped()]:
        raise ScenarioError(f"{scenario.name}: has no [[moves]] and no [[observed.rates]] to replay, nor has '{name}'")
    return name


def replayed(scenario: Scenario, worlds: int, seed: int, on_progress: Progress) -> Replay:
    """Play the record and every counterfactual, each in all worlds under the same luck."""
    game = build_game(scenario, 1, lambda done, total: on_progress(SOLVING, done, total))
    model = economy_of(scenario)
    focus = tuple(REGIONS.index(scenario.countries[side].region) for side in scenario.sides)
    played, total = [_played(game, RECORD, "what was done", worlds, seed)], 1 + len(scenario.counterfactuals)
    for place, (key, what_if) in enumerate(scenario.counterfactuals.items(), start=1):
        on_progress(PLAYING, place, total)
        other = counterfactual(scenario, key)
        otherwise = replace(game, scenario=other, observed=observed_economy(other, model, focus))
        played.append(_played(otherwise, key, what_if.name, worlds, seed))
    on_progress(PLAYING, total, total)
    days = tuple(day_of(scenario.first_day, week) for week in range(scenario.weeks))
    return Replay(scenario, worlds, seed, days, tuple(played))


def _played(game: Game, key: str, name: str, worlds: int, seed: int) -> Played:
    """One course of events in all worlds."""
    block = play_block(game, seed, range(worlds), 0)
    places = {column.name: k for k, column in enumerate(block.columns)}
    columns = [f"{quantity}_{side}" for quantity in QUANTITIES for side in game.scenario.sides]
    bands = {
        column: np.quantile(block.weeks[:, :, places[column]].astype(np.float64), LEVELS, axis=0) for column in columns
    }
    totals = {
        name: float(np.mean(values))
        for name, values in block.worlds.items()
        if isinstance(values, np.ndarray) and name.startswith(("welfare_", "real_income_", "revenue_", "jobs_percent"))
    }
    return Played(key, name, bands, totals)
