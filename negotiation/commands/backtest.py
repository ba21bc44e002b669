"""`backtest`: the model held against a record that was hidden from it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from negotiation.commands.scenario_option import Changes, Json, Out, Seed, Workers, scenario_of

if TYPE_CHECKING:
    from negotiation.scenario import Scenario

RECORDED = "us-canada-record"
MOVES = "us-canada-record-moves"
RecordFile = Annotated[
    str, typer.Option(metavar="FILE", help="The record: a file in the format of docs/record.md, or a shipped name.")
]


def backtest(
    scenario: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="Whose governments play on from the record.")
    ] = RECORDED,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Hide the record after this day; else after every second month.")
    ] = None,
    worlds: Annotated[int, typer.Option(help="How many worlds to play from each day.")] = 5000,
    seed: Seed = 2025,
    record: RecordFile = MOVES,
    out: Out = None,
    workers: Workers = None,
    changes: Changes = None,
    json: Json = False,
) -> None:
    """Hide the record after a day, play on, and score what was foretold beside simple rules."""
    from negotiation.commands.backtest_figures import save_figures
    from negotiation.commands.backtest_screen import print_backtest
    from negotiation.scenario.record import read_record
    from negotiation.study.errors import StudyError
    from negotiation.study.folder import default_folder, json_text, prepare_folder, write_json
    from negotiation.study.held_out.backtest import Effort
    from negotiation.study.held_out.backtest import backtest as held_against_the_record
    from negotiation.study.held_out.verdict import summary
    from negotiation.study.screen import progress

    for name, got in (("worlds", worlds), ("workers", 1 if workers is None else workers)):
        if got < 1:
            raise StudyError(f"--{name}: must be 1 or more, got {got}")
    days = [] if until is None else [day("--until", until)]
    known, plays = read_record(record), scenario_of(scenario, changes)
    check_same_dispute(known, plays)
    folder = prepare_folder(out or default_folder(f"backtest-{plays.name}", seed, worlds))
    with progress(shown=not json) as on_progress:
        test = held_against_the_record(known, plays, days, Effort(worlds, seed, workers), on_progress)
    write_json(folder / "backtest.json", summary(test))
    save_figures(test, folder / "figures")
    if json:
        typer.echo(json_text(summary(test)))
    else:
        print_backtest(test, folder)


def day(option: str, text: str) -> date:
    """A day as it is written, as in 2025-04-09."""
    from negotiation.study.errors import StudyError

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise StudyError(f"{option}: must be a day such as 2025-04-09, got '{text}'") from None


def check_same_dispute(record: "Scenario", plays: "Scenario") -> None:
    """Whoever plays on governs the record's countries. Raises StudyError."""
    from negotiation.study.errors import StudyError

    if set(record.countries) != set(plays.countries):
        ours, theirs = ", ".join(plays.countries), ", ".join(record.countries)
        raise StudyError(f"{plays.name}: its countries must be the record's, {theirs}; got {ours}")
