"""`advise`: the moves open to a government in one week of one world, each tried out."""

from pathlib import Path
from typing import Annotated

import typer

from negotiation.commands.scenario_option import DEFAULT_SCENARIO, Changes, Json, Name, Seed, scenario_of


def advise(
    scenario: Name = DEFAULT_SCENARIO,
    side: Annotated[str, typer.Option("--for", metavar="COUNTRY", help="The government that asks, by its id.")] = "ca",
    week: Annotated[int, typer.Option(help="In which week, counted from 1.")] = 12,
    world: Annotated[int, typer.Option(help="Which world of the ensemble.")] = 417,
    seed: Seed = 2025,
    rollouts: Annotated[int, typer.Option(help="Imagined courses of events for each move.")] = 200,
    changes: Changes = None,
    figure: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the figure goes; by default NAME-advice.png.")
    ] = None,
    json: Json = False,
) -> None:
    """Try out every move a government could make: what follows, and what it would be worth to it."""
    from negotiation.commands.advice_figure import save_figure
    from negotiation.commands.advice_screen import print_advice
    from negotiation.dispute.game import build_game
    from negotiation.study.advice import Asked, check_asked
    from negotiation.study.advice import advise as tried
    from negotiation.study.advice_summary import advice_summary
    from negotiation.study.ensemble import SOLVING
    from negotiation.study.folder import json_text
    from negotiation.study.screen import progress

    given = scenario_of(scenario, changes)
    asked = Asked(side, week, world, seed, rollouts)
    check_asked(given, asked)
    with progress(shown=not json) as on_progress:
        game = build_game(given, 1, lambda done, total: on_progress(SOLVING, done, total))
    summary = advice_summary(game, asked, tried(game, asked))
    place = figure or Path(f"{given.name}-advice.png")
    save_figure(summary, list(given.countries).index(side), place)
    if json:
        typer.echo(json_text(summary))
    else:
        print_advice(summary)
        typer.echo(f"Figure: {place}")
