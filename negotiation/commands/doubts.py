"""Commands about what is not known: which guesses matter, and when things go a certain way."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from negotiation.commands import discover, sensitivity
from negotiation.commands.studies import size

if TYPE_CHECKING:
    from rich.table import Table

    from negotiation.report.doubts import Doubts
    from negotiation.study.ensemble import Ensemble, Progress

Plainly = Callable[[Callable[..., None]], Callable[..., None]]
LEAST_WORLDS = 500  # of a run whose guesses are also tried without being asked for
Uncertain = Annotated[
    bool | None,
    typer.Option(
        "--uncertain/--no-uncertain",
        help=f"Try the guesses, too: 40 states of them (a minute or two), or none. Without either, 12 (half a minute "
        f"of one core) where there are {LEAST_WORLDS} worlds or more.",
        show_default=False,
    ),
]


class Asked(NamedTuple):
    """Whether the guesses are tried (None: by a run's size), and by how many processes (None: as is worth it)."""

    uncertain: bool | None
    workers: int | None


def add_to(app: typer.Typer, plainly: Plainly) -> None:
    """Register the commands; plainly says mistakes in one line."""
    app.command()(plainly(sensitivity.sensitivity))
    app.command()(plainly(discover.discover))


def play_beside_and_draw(ensemble: "Ensemble", folder: Path, asked: Asked, on_progress: "Progress") -> None:
    """Try the guesses where that is wanted, and write figures and the page, also where somebody interrupts."""
    from negotiation.report import write_report

    try:
        play_beside(ensemble, folder, asked, on_progress)
    finally:
        on_progress("Drawing figures", 0, 1)
        write_report(folder)
        on_progress("Drawing figures", 1, 1)


def play_beside(ensemble: "Ensemble", folder: Path, asked: Asked, on_progress: "Progress") -> None:
    """Play a run's scenario with its guesses uncertain, into the run's folder; nothing where that is not wanted."""
    from negotiation.scenario.priors import priors
    from negotiation.study.doubt import uncertain
    from negotiation.study.errors import StudyError
    from negotiation.study.interrupts import Interrupted

    wanted = asked.uncertain
    if wanted is None:
        wanted = ensemble.worlds >= LEAST_WORLDS and bool(priors(ensemble.scenario))
    if not wanted:
        return
    states = uncertain.STATES if asked.uncertain else uncertain.FEW_STATES
    try:
        play_states(ensemble, folder, (states, asked.workers), on_progress)
    except Interrupted:
        raise Interrupted(f"interrupted; the run is whole, in '{folder}', but for its uncertain guesses") from None
    except StudyError as error:
        if asked.uncertain:
            raise
        typer.echo(f"left out, with its guesses uncertain: {error}", err=True)


def play_states(
    ensemble: "Ensemble", folder: Path, size_and_workers: tuple[int, int | None], on_progress: "Progress"
) -> None:
    """Play so many states of the guesses and write what they say."""
    from negotiation.study.doubt.uncertain import FILE, play_uncertain, uncertain_study
    from negotiation.study.field import Crew
    from negotiation.study.folder import write_json
    from negotiation.study.workers import workers_for

    def told(stage: str, done: int, total: int) -> None:
        on_progress(f"Uncertain guesses: {stage.lower()}", done, total)

    states, workers = size_and_workers
    study = uncertain_study(ensemble.scenario, ensemble.seed, states)
    crew = Crew(workers_for(size(study), workers))
    write_json(folder / FILE, play_uncertain(study, folder, crew, told, tuple(sys.argv)))


def print_beside(folder: Path, summary: Mapping[str, Any]) -> None:
    """Print what one would say without a model and, where the guesses were tried, what came of it."""
    from rich.console import Console

    from negotiation.report.baselines import spoken
    from negotiation.report.doubts import doubts_in, variance_sentence

    if without := spoken(summary):
        typer.echo(without)
    found = doubts_in(folder)
    if found is not None:
        Console(highlight=False).print(shares_table(found))
        typer.echo(variance_sentence(found))


def shares_table(found: "Doubts") -> "Table":
    """Every outcome's share as stated, with guesses uncertain, and where nine states in ten lie."""
    from rich.table import Table

    title = f"With its guesses uncertain ({found.states} states of them; right: where nine in ten lie)"
    table = Table(title=title, title_justify="left")
    table.add_column("How it ends", no_wrap=True)
    for heading in ("Stated", "Uncertain (95 %)", "9 in 10"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in found.shares:
        table.add_row(row.name, row.stated, row.share, row.states)
    return table
