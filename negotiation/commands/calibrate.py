"""`calibrate`: the governments' behaviour fitted to the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from negotiation.commands.backtest import MOVES, RECORDED, RecordFile, check_same_dispute
from negotiation.commands.scenario_option import Changes, Json, Out, Seed, Workers, scenario_of

if TYPE_CHECKING:
    from negotiation.study.calibration.calibration import Asked, Calibration

LEAST = 12_000  # worlds


def calibrate(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="Whose governments are fitted.")] = RECORDED,
    budget: Annotated[int, typer.Option(help="Worlds to play at most, the check's included.")] = 200_000,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with what is kept in --out.")] = False,
    seed: Seed = 2025,
    record: RecordFile = MOVES,
    out: Out = None,
    workers: Workers = None,
    changes: Changes = None,
    json: Json = False,
) -> None:
    """Fit seven numbers of the governments to the record: a posterior, after a check on synthetic histories."""
    from negotiation.commands.calibrate_screen import calibration_summary, print_calibration
    from negotiation.scenario.record import read_record
    from negotiation.study.calibration.calibration import Asked, calibrated
    from negotiation.study.calibration.parameters import calibratable
    from negotiation.study.calibration.smc import library
    from negotiation.study.folder import json_text
    from negotiation.study.screen import progress
    from negotiation.study.workers import processors

    asked = Asked(budget, seed, processors() if workers is None else workers)
    _check(asked, changes)
    known, plays = read_record(record), scenario_of(scenario, changes)
    check_same_dispute(known, plays)
    library()
    calibratable(plays)
    folder = _folder(out, resume, plays.name, asked)
    with progress(shown=not json) as on_progress:
        found = calibrated(plays, known, asked, folder, on_progress)
    _write(found, folder)
    if json:
        typer.echo(json_text(calibration_summary(found)))
    else:
        print_calibration(found, folder)


def _write(found: "Calibration", folder: Path) -> None:
    """The numbers, the scenario they make, and the figures."""
    from negotiation.commands.calibrate_figures import save_figures
    from negotiation.commands.calibrate_screen import calibration_summary
    from negotiation.study.calibration.shipping import calibrated_name, scenario_text
    from negotiation.study.folder import write_json, write_whole

    write_json(folder / "calibration.json", calibration_summary(found))
    write_whole(folder / f"{calibrated_name(found)}.toml", scenario_text(found).encode())
    save_figures(found, folder / "figures")


def _check(asked: "Asked", changes: Changes) -> None:
    """Raises StudyError for a number that cannot be, and for changes that no written scenario could extend."""
    from negotiation.study.errors import StudyError

    if changes:
        raise StudyError("--set: what is written extends a file; put the changes into a variant and calibrate that")
    for name, got, least in (("budget", asked.budget, LEAST), ("workers", asked.workers, 1)):
        if got < least:
            raise StudyError(f"--{name}: must be {least} or more, got {got}")


def _folder(out: Path | None, resume: bool, name: str, asked: "Asked") -> Path:
    """A new folder, or the one that is gone on with."""
    from negotiation.study.calibration.calibration import GENERATIONS, HISTORIES
    from negotiation.study.errors import StudyError
    from negotiation.study.folder import default_folder, prepare_folder

    if not resume:
        return prepare_folder(out or default_folder(f"calibrate-{name}", asked.seed, asked.budget))
    if out is None:
        raise StudyError("--resume: needs --out with the folder of a calibration")
    if not out.is_dir() or (any(out.iterdir()) and not (out / HISTORIES).is_file()):
        raise StudyError(f"--resume: {out}: holds no calibration that was begun ({HISTORIES}, {GENERATIONS})")
    return out
