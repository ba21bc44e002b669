"""Commands about what is not known: which guesses matter, and when things go a certain way."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from negotiation.commands import discover, sensitivity

if TYPE_CHECKING:
    from negotiation.study.ensemble import Ensemble, Progress

Plainly = Callable[[Callable[..., None]], Callable[..., None]]


def add_to(app: typer.Typer, plainly: Plainly) -> None:
    """Register the commands; plainly says mistakes in one line."""
    app.command()(plainly(sensitivity.sensitivity))
    app.command()(plainly(discover.discover))


def play_beside(ensemble: "Ensemble", folder: Path, workers: int, on_progress: "Progress") -> None:
    """Play a run's scenario with its guesses uncertain, into the run's folder."""
    from negotiation.study.doubt.uncertain import FILE, play_uncertain
    from negotiation.study.field import Crew
    from negotiation.study.folder import write_json

    def told(stage: str, done: int, total: int) -> None:
        on_progress(f"Uncertain guesses: {stage.lower()}", done, total)

    command = tuple(sys.argv)
    found = play_uncertain(ensemble.scenario, ensemble.seed, folder, Crew(workers), told, command)
    write_json(folder / FILE, found)


def print_beside(folder: Path) -> None:
    """Print what came of it, where it was asked for."""
    from negotiation.report.doubts import doubts_in, variance_sentence

    found = doubts_in(folder)
    if found is not None:
        typer.echo("With its guesses uncertain: " + "; ".join(f"{row.name} {row.share}" for row in found.shares))
        typer.echo(variance_sentence(found))
