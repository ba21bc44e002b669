"""`sensitivity`: which of a scenario's guesses matter."""

import sys
from typing import Annotated

import typer

from negotiation.commands.scenario_option import (
    DEFAULT_SCENARIO,
    Changes,
    Json,
    Name,
    Out,
    Resume,
    Seed,
    Workers,
    folder_to_play_in,
    scenario_of,
)

Parameters = Annotated[
    list[str] | None, typer.Option("--parameter", metavar="PATH", help="Only this one, or a pattern with *; again.")
]


def sensitivity(
    scenario: Name = DEFAULT_SCENARIO,
    method: Annotated[
        str, typer.Option(help="morris (few points, ranks) or sobol (many, shares of variance).")
    ] = "morris",
    outcome: Annotated[
        str, typer.Option(help="deal, any_deal, trade_war, welfare_*, or a column of numbers.")
    ] = "deal",
    parameter: Parameters = None,
    worlds: Annotated[int, typer.Option(help="Worlds at every point, the same luck at all.")] = 200,
    states: Annotated[int | None, typer.Option(help="Trajectories (morris) or base points (sobol).")] = None,
    seed: Seed = 2025,
    out: Out = None,
    changes: Changes = None,
    workers: Workers = None,
    resume: Resume = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List the numbers and their ranges, and play nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """Vary a scenario's guesses together: which of them decide an outcome, with intervals."""
    from negotiation.commands.sensitivity_figure import ranked, save_figure, title
    from negotiation.commands.sensitivity_screen import print_indices, print_parameters, sensitivity_summary
    from negotiation.commands.studies import size
    from negotiation.study.doubt.sensitivity import indices_of, sensitivity_study
    from negotiation.study.field import play_study
    from negotiation.study.field.clusters import crew_of
    from negotiation.study.folder import default_folder, json_text, write_json
    from negotiation.study.screen import progress

    study = sensitivity_study(scenario_of(scenario, changes), method, outcome, parameter or (), (worlds, states), seed)
    if dry_run:
        print_parameters(study)
        return
    folder = folder_to_play_in(out, resume, default_folder(f"{study.name}-{outcome}", seed, worlds))
    with crew_of(workers, None, size(study)) as crew, progress(shown=not json) as on_progress:
        results = play_study(study, folder, crew, on_progress, tuple(sys.argv), resume)
    found = indices_of(results)
    told = sensitivity_summary(study, found, method, outcome)
    write_json(folder / "sensitivity.json", told)
    save_figure(study, found, method, outcome, folder / "figures")
    if json:
        typer.echo(json_text(told))
    else:
        print_indices(found, title(found, method, outcome), [each.parameter for each in ranked(found, method)], folder)
