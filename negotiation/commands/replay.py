"""`replay`: the record of a dispute played again, and what would have been."""

from typing import TYPE_CHECKING, Annotated

import typer

from negotiation.commands.scenario_option import Changes, Json, Out, Seed, scenario_of

if TYPE_CHECKING:
    from negotiation.scenario import Scenario

RECORDED = "us-canada-record"


def replay(
    scenario: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="A scenario with moves and observed rates, or NAME of NAME-moves.")
    ] = RECORDED,
    worlds: Annotated[int, typer.Option(help="How many worlds to play; only publics differ between them.")] = 200,
    seed: Seed = 2025,
    out: Out = None,
    changes: Changes = None,
    json: Json = False,
) -> None:
    """Play what was done, under the rates observed, and what would have been with the same luck."""
    from negotiation.commands.replay_figures import save_figures
    from negotiation.commands.replay_screen import print_replay, replay_summary, write_weeks
    from negotiation.study.errors import StudyError
    from negotiation.study.folder import default_folder, json_text, prepare_folder, write_json
    from negotiation.study.replay import replayed
    from negotiation.study.screen import progress

    if worlds < 1:
        raise StudyError(f"worlds: must be 1 or more, got {worlds}")
    record = recorded(scenario, changes)
    folder = prepare_folder(out or default_folder(f"replay-{record.name}", seed, worlds))
    with progress(shown=not json) as on_progress:
        found = replayed(record, worlds, seed, on_progress)
    summary = replay_summary(found)
    write_json(folder / "replay.json", summary)
    write_weeks(found, folder)
    save_figures(found, folder / "figures")
    if json:
        typer.echo(json_text(summary))
    else:
        print_replay(found, folder)


def recorded(name: str, changes: list[str] | None) -> "Scenario":
    """The scenario with its record: itself, or the shipped one that holds its moves."""
    from negotiation.scenario import ScenarioError
    from negotiation.study.replay import with_record

    plain = scenario_of(name, None)
    elsewhere = with_record(plain)
    found = scenario_of(name if elsewhere is None else elsewhere, changes)
    if not found.moves or found.observed is None:
        raise ScenarioError(f"{found.name}: has no [[moves]] and no [[observed.rates]] to replay")
    return found
