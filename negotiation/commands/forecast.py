"""`forecast`: a dated distribution for the ledger, and all past ones scored."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from negotiation.commands.backtest import MOVES, RECORDED, RecordFile, check_same_dispute
from negotiation.commands.scenario_option import Changes, Json, Seed, scenario_of

LONGEST = 104  # weeks
Ledger = Annotated[Path, typer.Option(metavar="DIR", help="The folder of forecasts.")]
LEDGER = Path("ledger")


def forecast(
    scenario: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="Whose governments play on: a scenario file, or a shipped name.")
    ] = RECORDED,
    record: RecordFile = MOVES,
    horizon: Annotated[int, typer.Option(help="How many weeks to foretell, up to 104.")] = 26,
    worlds: Annotated[int, typer.Option(help="How many worlds to play.")] = 1000,
    seed: Seed = 2025,
    changes: Changes = None,
    ledger: Ledger = LEDGER,
) -> None:
    """Write what may follow the record into the ledger: rates by week, chances of events, with hashes and seed."""
    from negotiation.scenario.record import read_record
    from negotiation.study.errors import StudyError
    from negotiation.study.held_out.ledger import foretold, write_entry

    for name, got, most in (("horizon", horizon, LONGEST), ("worlds", worlds, 10**7)):
        if not 1 <= got <= most:
            raise StudyError(f"{name}: must be between 1 and {most}, got {got}")
    known, plays = read_record(record), scenario_of(scenario, changes)
    check_same_dispute(known, plays)
    entry = foretold(known, plays, horizon, worlds, seed, datetime.now(UTC).date())
    typer.echo(write_entry(entry, ledger))


def score(
    record: RecordFile = MOVES,
    ledger: Ledger = LEDGER,
    json: Json = False,
) -> None:
    """Score every forecast of the ledger against the record as it is known by now."""
    from negotiation.scenario.record import read_record
    from negotiation.study.folder import json_text
    from negotiation.study.held_out.ledger import EntryScore, scored

    def told(found: EntryScore) -> str:
        if found.weeks == 0:
            return f"{found.file}: nothing has followed yet"
        rates = ", ".join(
            f"rate of {side}: CRPS {value:.2f} (nothing changes: {found.crps_unchanged[side]:.2f})"
            for side, value in found.crps.items()
        )
        within = (
            f"{100 * found.within['50%']:.0f} % in the 50 % band, {100 * found.within['90%']:.0f} % in the 90 % band"
        )
        events = (
            "" if found.brier is None else f"; Brier {found.brier:.3f} (nothing happens: {found.brier_nothing:.3f})"
        )
        return f"{found.file}: {found.weeks} weeks; {rates}; {within}{events}"

    found = scored(ledger, read_record(record))
    if json:
        typer.echo(json_text({"forecasts": [asdict(each) for each in found]}))
    else:
        for each in found:
            typer.echo(told(each))
