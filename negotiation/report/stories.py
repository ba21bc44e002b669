"""Some worlds of a run, played again and told: the same scenario under the same luck is the same world."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from negotiation.report.exhibits.fans import single_worlds
from negotiation.report.run import Run
from negotiation.scenario import Scenario
from negotiation.study.ensemble import Ensemble
from negotiation.study.task import game_of
from negotiation.study.telling import ToldWeek, ToldWorld, ending, told_weeks


@dataclass(frozen=True)
class Story:
    """One world: its number, its outcome, how it stands at the end, and the weeks in which something happened."""

    world: int
    outcome: str
    ending: str
    weeks: Sequence[ToldWeek]


def stories(run: Run) -> list[Story]:
    """The worlds drawn as single lines, told; none of a scenario that this version of the program reads otherwise."""
    scenario = scenario_of(run)
    if scenario is None:
        return []
    ensemble = Ensemble(scenario, run.size, int(run.summary["seed"]))
    return [told_story(ensemble, world, str(run.worlds["outcome"][world])) for world in single_worlds(run)]


def told_story(ensemble: Ensemble, world: int, outcome: str) -> Story:
    """Play one world again and tell it."""
    task = ensemble.task(range(world, world + 1))
    game = game_of(task)
    block = task.engine.play_block(game, ensemble.seed, task.worlds, world + 1)
    told = ToldWorld(ensemble.scenario, world, ensemble.seed, block, game.packages.options)
    return Story(world, outcome, ending(told), list(told_weeks(told)))


def scenario_of(run: Run) -> Scenario | None:
    """The run's scenario, if this version reads it as the version that played it did."""
    try:
        scenario = Scenario.model_validate(run.manifest["scenario"])
    except ValidationError:
        return None
    return scenario if scenario.content_hash() == run.summary["scenario"]["hash"] else None
