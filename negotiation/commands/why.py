"""`why`: which friction kept the worlds without a comprehensive deal from one."""

from pathlib import Path
from typing import Annotated

import typer

from negotiation.commands.scenario_option import DEFAULT_SCENARIO, Changes, Json, Out, scenario_of

WORLDS, SEED = 1000, 2025
RESULTS_GIVEN = "of a results folder every world is explained as it was played"


def why(
    name: Annotated[
        str, typer.Argument(metavar="SCENARIO|RESULTS", help="A scenario, or the results folder of a run.")
    ] = DEFAULT_SCENARIO,
    worlds: Annotated[int | None, typer.Option(help="How many worlds to play.", show_default=f"{WORLDS}")] = None,
    seed: Annotated[int | None, typer.Option(help="Whose luck.", show_default=f"{SEED}")] = None,
    out: Out = None,
    changes: Changes = None,
    workers: Annotated[int, typer.Option(help="Processes at work; the results do not depend on it.")] = 1,
    json: Json = False,
) -> None:
    """Say why disputes end without a comprehensive deal: the same luck, one friction taken away at a time."""
    from negotiation.commands.why_folder import write_why
    from negotiation.commands.why_screen import print_why
    from negotiation.study.folder import default_folder, json_text, prepare_folder
    from negotiation.study.parting import partings
    from negotiation.study.screen import progress
    from negotiation.study.why import explain
    from negotiation.study.why_results import about_to_be_played, differing, played_before
    from negotiation.study.why_summary import why_summary

    if Path(name).is_dir():
        refuse(worlds=worlds, seed=seed, set=changes)
        run = played_before(Path(name))
    else:
        run = about_to_be_played(scenario_of(name, changes), otherwise(worlds, WORLDS), otherwise(seed, SEED))
    folder = prepare_folder(out or default_folder(f"why-{run.scenario.name}", run.seed, run.worlds))
    with progress(shown=not json) as on_progress:
        found = explain(run.scenario, run.seed, run.worlds, workers, on_progress)
    summary, told = why_summary(found) | {"differ_from_results": differing(run, found)}, partings(found)
    write_why(folder, found, summary, told)
    if json:
        typer.echo(json_text(summary))
    else:
        print_why(summary, told, folder)


def otherwise(given: int | None, usual: int) -> int:
    """What was given, or else the usual."""
    return usual if given is None else given


def refuse(**options: object) -> None:
    """Refuse what makes no sense beside a results folder."""
    from negotiation.study.errors import StudyError

    for option, given in options.items():
        if given is not None:
            raise StudyError(f"--{option}: not with a results folder: {RESULTS_GIVEN}")
