"""Playing a study into its folder: opened, made ready, played, written up."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from negotiation.scenario import Scenario
from negotiation.study.capacity import check_space, check_workers
from negotiation.study.ensemble import SOLVING, EnsembleError, Progress
from negotiation.study.errors import StudyError
from negotiation.study.field.alone import alone
from negotiation.study.field.campaign import Campaign
from negotiation.study.field.crew import Crew
from negotiation.study.field.economies import different_economies
from negotiation.study.field.ledger import (
    DIFFERENCES,
    FAILURES,
    OUTCOMES,
    POINTS,
    SETTINGS,
    WORLDS_TABLE,
    Ledger,
    opened,
    write_worlds,
)
from negotiation.study.field.results import StudyResults, read_study_results, reckoned, worlds_tables
from negotiation.study.field.tables import points_table
from negotiation.study.folder import FolderError, remove_if_empty
from negotiation.study.interrupts import Interrupted
from negotiation.study.plan.outcomes import check_outcomes
from negotiation.study.plan.points import Point, base_setting, check_paths, points_of, scenario_at
from negotiation.study.plan.study import Study
from negotiation.study.task import Task, game_of, keep_game

PER_NUMBER = 9  # bytes a number of a world takes in a block or table, at most
GO_ON = "go on with --resume"


def silent(stage: str, done: int, total: int) -> None:
    """No report of progress."""


def play_study(
    study: Study,
    folder: Path,
    crew: Crew | None = None,
    on_progress: Progress = silent,
    command: tuple[str, ...] = (),
    resume: bool = False,
) -> StudyResults:
    """Play what is missing of a study in a folder; the same bytes in its tables whoever plays, and however often it
    was stopped.

    Raises a ValueError with one line for what the user can mend, Interrupted on Ctrl-C; what was played stays.
    """
    ledger, crew = opened(study, folder, resume), crew or Crew()
    if ledger.finished:
        return read_study_results(folder)
    try:
        with alone(folder):
            crew.load_ahead()
            play_all(ledger, crew, on_progress, command)
    finally:
        remove_if_empty(folder)
    return read_study_results(folder)


def play_all(ledger: Ledger, crew: Crew, on_progress: Progress, command: tuple[str, ...]) -> None:
    """Make ready, play what is missing, write up."""
    points = points_of(ledger.study)
    campaign, faults = prepared(ledger, crew, points, on_progress)
    manifest = ledger.begin(crew.workers, command)
    with explained(campaign, ledger.folder):
        ledger.write(POINTS, points_table(points, faults))
        campaign.store.forget_failures()
        campaign.play(on_progress)
        write_up(ledger, points, manifest)


def prepared(ledger: Ledger, crew: Crew, points: list[Point], on_progress: Progress) -> tuple[Campaign, dict[int, str]]:
    """The study ready to be played, and why some points make no scenario. Raises StudyError if none does."""
    study = ledger.study
    check_paths(study)
    if study.levers:
        base_setting(study)
    made = {point.number: scenario_at(study, point) for point in points}
    faults = {number: fault for number, fault in made.items() if isinstance(fault, str)}
    scenarios = {number: each for number, each in made.items() if isinstance(each, Scenario)}
    if not scenarios:
        raise StudyError(f"no point makes a scenario; the first: {faults[0]}")
    hashes = {number: each.content_hash() for number, each in scenarios.items()}
    campaign = Campaign(study, ledger.store, crew, scenarios, hashes, study.fingerprint())
    solve_economies(campaign, on_progress)
    try_one(campaign, ledger.folder)
    return campaign, faults


def solve_economies(campaign: Campaign, on_progress: Progress) -> None:
    """Solve the trade model for every kind of economy among the points: workers find it on the disk."""
    engine, workers = campaign.engine, campaign.crew.workers
    for scenario in different_economies(campaign.scenarios.values()):
        game = engine.build_game(scenario, workers, lambda done, total: on_progress(SOLVING, done, total))
        first = next(number for number, each in campaign.scenarios.items() if each is scenario)
        keep_game(campaign.work(first, range(1)).task, game)


def try_one(campaign: Campaign, folder: Path) -> None:
    """Play one world: the outcomes are there, and all worlds will fit on the disk and in memory."""
    work = campaign.work(next(iter(campaign.scenarios)), range(1))
    task: Task = work.task
    block = task.engine.play_block(game_of(task), task.seed, task.worlds, 0)
    check_outcomes(campaign.study.measures, block, campaign.study.name, campaign.study.columns)
    row = PER_NUMBER * (2 + len(work.outcomes) + len(work.columns))
    missing = max(campaign.asked - campaign.done(), 0)  # in blocks; the table made of them holds all
    check_space(folder, missing, row * (missing + campaign.asked), lambda free: free // (2 * row))
    check_workers(campaign.crew.workers, campaign.crew.block * block.weeks[0].size, 0)


def write_up(ledger: Ledger, points: list[Point], manifest: dict[str, Any]) -> None:
    """Write every table, then that they are complete."""
    outcomes, differences, settings, failures = reckoned(ledger.study, ledger.store, points)
    for name, frame in ((OUTCOMES, outcomes), (DIFFERENCES, differences), (SETTINGS, settings), (FAILURES, failures)):
        ledger.write(name, frame)
    tables = worlds_tables(ledger.study, ledger.store, points)
    write_worlds(ledger.folder / WORLDS_TABLE, tables)
    ledger.finish(manifest, points=len(points), worlds_done=sum(map(len, tables)), failed_blocks=len(failures))


@contextmanager
def explained(campaign: Campaign, folder: Path) -> Iterator[None]:
    """Errors as the user should read them, with what is finished and how to go on; ours stay as they are."""
    try:
        yield
    except KeyboardInterrupt:
        raise Interrupted(f"interrupted; {kept(campaign, folder)}") from None
    except OSError as error:
        raise FolderError(f"cannot write: {error.strerror or error}; {kept(campaign, folder)}") from None
    except BrokenExecutor:
        raise EnsembleError(f"a worker ended without a word (out of memory?); {kept(campaign, folder)}") from None


def kept(campaign: Campaign, folder: Path) -> str:
    """How much is finished, and where."""
    return f"{campaign.done():,} of {campaign.asked:,} worlds are finished, in '{folder}': {GO_ON}"
