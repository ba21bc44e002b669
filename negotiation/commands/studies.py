"""Commands that play a study, compare results, and do a run or study again."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from negotiation.commands.scenario_option import Out, Quiet, Workers

if TYPE_CHECKING:
    from negotiation.study.plan import Study

Plainly = Callable[[Callable[..., None]], Callable[..., None]]

StudyFile = Annotated[str, typer.Argument(metavar="STUDY", help="A study file, or the name of a shipped one.")]


def add_to(app: typer.Typer, plainly: Plainly) -> None:
    """Register the commands; plainly says mistakes in one line."""
    for command in (study, compare, rerun):
        app.command()(plainly(command))


def study(
    file: StudyFile,
    out: Out = None,
    workers: Workers = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Play on a dask cluster: its scheduler's address.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where the folder's study was stopped.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be played, and play nothing.")] = False,
    worlds: Annotated[int | None, typer.Option(help="Worlds a point, instead of the file's.")] = None,
    quiet: Quiet = False,
) -> None:
    """Play a scenario at many points, all with the same luck: what levers and uncertainties change, how surely."""
    from negotiation.commands.studies_screen import print_plan, print_study
    from negotiation.study.field import play_study
    from negotiation.study.field.clusters import crew_of
    from negotiation.study.plan import read_study, with_worlds
    from negotiation.study.screen import progress

    asked = with_worlds(read_study(file), worlds)
    if dry_run:
        print_plan(asked)
        return
    folder = out or folder_of(asked.name, asked.seed, resume)
    with crew_of(workers, cluster, size(asked)) as crew, progress(shown=not quiet) as on_progress:
        results = play_study(asked, folder, crew, on_progress, tuple(sys.argv), resume)
        if not (folder / "figures").exists():
            from negotiation.report.study_figure import write_study_figure

            write_study_figure(results)
    if quiet:
        typer.echo(folder)
    else:
        print_study(results)


def compare(
    first: Annotated[str, typer.Argument(metavar="RESULTS_A", help="A results folder, of a run or a study.")],
    second: Annotated[str, typer.Argument(metavar="RESULTS_B", help="Another, with the same seed.")],
    csv: Annotated[bool, typer.Option("--csv", help="Print every difference, comma-separated.")] = False,
) -> None:
    """Compare two results folders world by world: B less A, with intervals."""
    from negotiation.commands.studies_screen import print_comparison
    from negotiation.study.comparison import compared

    found = compared(first, second)
    if csv:
        typer.echo(found.to_csv(index=False, lineterminator="\n"), nl=False)
    else:
        print_comparison(found, first, second)


def rerun(
    manifest: Annotated[str, typer.Argument(metavar="MANIFEST", help="A manifest.json, or the folder it is in.")],
    out: Out = None,
    workers: Workers = None,
) -> None:
    """Play a run or a study again from its manifest; ends with code 1 if other bytes come out."""
    from negotiation.study.again import redo
    from negotiation.study.screen import progress
    from negotiation.study.workers import processors

    with progress(shown=True) as on_progress:
        redone = redo(manifest, out, workers or processors(), on_progress, tuple(sys.argv))
        if redone.kind == "run":
            from negotiation.report import write_report

            write_report(redone.folder)
    for name, same in redone.same.items():
        typer.echo(f"{name}: {'the same bytes' if same else 'other bytes'}")
    typer.echo(f"Results: {redone.folder}")
    if not all(redone.same.values()):
        typer.echo(f"different here: {'; '.join(redone.changed) or 'nothing that is known'}", err=True)
        raise typer.Exit(1)


def size(asked: "Study") -> int:
    """How many worlds a study is worth at most."""
    from negotiation.study.plan import points_of
    from negotiation.study.workers import worlds_worth

    return worlds_worth(len(points_of(asked)), asked.worlds)


def folder_of(name: str, seed: int, resume: bool) -> Path:
    """results/NAME-SEED, with -2, -3, ... where that is taken; the last one there is to go on with."""
    plain = Path("results") / f"{name}-{seed}"
    place, turn = plain, 1
    last = plain
    while place.exists():
        last, turn = place, turn + 1
        place = plain.with_name(f"{plain.name}-{turn}")
    return last if resume else place
