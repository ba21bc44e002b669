"""`tournament`: every strategy against every strategy, and the game this makes."""

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


def tournament(
    scenario: Name = DEFAULT_SCENARIO,
    strategies: Annotated[
        list[str] | None,
        typer.Option(metavar="TACTIC+DOCTRINE,...", help="Which, with commas or again; else a shipped selection."),
    ] = None,
    worlds: Annotated[int, typer.Option(help="Worlds for every pair, all with the same luck.")] = 2000,
    seed: Seed = 2025,
    out: Out = None,
    changes: Changes = None,
    workers: Workers = None,
    resume: Resume = False,
    json: Json = False,
) -> None:
    """Play every strategy against every other: payoffs, equilibria, what can be exploited, and how sure that is."""
    from negotiation.commands.studies import size
    from negotiation.commands.tournament_figures import payoff_title, save_figures
    from negotiation.commands.tournament_screen import print_tournament
    from negotiation.study.field import play_study
    from negotiation.study.field.clusters import crew_of
    from negotiation.study.folder import default_folder, json_text, write_json
    from negotiation.study.screen import progress
    from negotiation.study.tournament import tournament_of, tournament_study
    from negotiation.study.tournament_summary import judged, tournament_summary

    study = tournament_study(scenario_of(scenario, changes), listed(strategies), worlds, seed)
    folder = folder_to_play_in(out, resume, default_folder(study.name, seed, worlds))
    with crew_of(workers, None, size(study)) as crew, progress(shown=not json) as on_progress:
        results = play_study(study, folder, crew, on_progress, tuple(sys.argv), resume)
        on_progress("Solving the game", 0, 1)
        verdict = judged(tournament_of(results))
        on_progress("Solving the game", 1, 1)
    told = tournament_summary(verdict)
    write_json(folder / "tournament.json", told)
    save_figures(verdict, folder / "figures")
    if json:
        typer.echo(json_text(told))
    else:
        print_tournament(told, payoff_title(verdict), folder)


def listed(strategies: list[str] | None) -> list[str]:
    """Those named, with commas or one by one. Raises StudyError where nothing is named."""
    from negotiation.study.errors import StudyError

    named = [name.strip() for text in strategies or () for name in text.split(",") if name.strip()]
    if strategies and not named:
        raise StudyError(f"--strategies: must be two or more different ones, got '{','.join(strategies)}'")
    return named
