"""`calibrate`: the governments' behaviour fitted to the record."""

from pathlib import Path
from typing import Annotated

import typer

from negotiation.commands.backtest import MOVES, RECORDED, RecordFile, check_same_dispute
from negotiation.commands.scenario_option import Changes, Json, Out, Seed, scenario_of

LEAST = 5000  # worlds


def calibrate(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="Whose governments are fitted.")] = RECORDED,
    budget: Annotated[
        int, typer.Option(help="Worlds to play, the check's included; the generation that reaches it is the last.")
    ] = 200_000,
    resume: Annotated[bool, typer.Option("--resume", help="Go on from the generations kept in --out.")] = False,
    seed: Seed = 2025,
    record: RecordFile = MOVES,
    out: Out = None,
    changes: Changes = None,
    json: Json = False,
) -> None:
    """Fit six numbers of the governments to the record: a posterior, after a check on synthetic histories."""
    from negotiation.commands.calibrate_figures import save_figures
    from negotiation.commands.calibrate_screen import calibration_summary, print_calibration
    from negotiation.scenario.record import read_record
    from negotiation.study.calibration.calibration import calibrated
    from negotiation.study.calibration.shipping import scenario_text
    from negotiation.study.calibration.smc import library
    from negotiation.study.errors import StudyError
    from negotiation.study.folder import json_text, write_json
    from negotiation.study.screen import progress

    if budget < LEAST:
        raise StudyError(f"budget: must be {LEAST} worlds or more, got {budget}")
    library()
    known, plays = read_record(record), scenario_of(scenario, changes)
    check_same_dispute(known, plays)
    folder = _folder(out, resume, plays.name, seed, budget)
    with progress(shown=not json) as on_progress:
        found = calibrated(plays, known, budget, seed, folder / "generations.db", on_progress)
    write_json(folder / "calibration.json", calibration_summary(found))
    (folder / "us-canada-calibrated.toml").write_text(scenario_text(found), encoding="utf-8")
    save_figures(found, folder / "figures")
    if json:
        typer.echo(json_text(calibration_summary(found)))
    else:
        print_calibration(found, folder)


def _folder(out: Path | None, resume: bool, name: str, seed: int, budget: int) -> Path:
    """A new folder, or the one whose generations are gone on with."""
    from negotiation.study.errors import StudyError
    from negotiation.study.folder import default_folder, prepare_folder

    if not resume:
        return prepare_folder(out or default_folder(f"calibrate-{name}", seed, budget))
    if out is None or not (out / "generations.db").is_file():
        raise StudyError("--resume: needs --out with the folder of a calibration, which holds generations.db")
    return out
