"""What `replay` prints and writes."""

import csv
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from negotiation.study.replay import LEVELS, QUANTITIES, Played, Replay, events
from negotiation.study.replay_words import SHARE, sentence

SAYS = "The model explores how such disputes work; it does not forecast. One history is one case."
SHOWN = (("welfare", "welfare", 1.0), ("real_income", "income", 1.0), ("jobs", "jobs", 1.0),
         ("approval", "approval", SHARE))  # fmt: skip


def replay_summary(replay: Replay) -> dict[str, Any]:
    """Everything as plain numbers: by course of events, week by week, and in all."""
    return {
        "scenario": {"name": replay.scenario.name, "hash": replay.scenario.content_hash()},
        "worlds": replay.worlds,
        "seed": replay.seed,
        "says": SAYS,
        "days": [day.isoformat() for day in replay.days],
        "quantiles": list(LEVELS),
        "courses": {played.key: _course(replay, played) for played in replay.played},
    }


def _course(replay: Replay, played: Played) -> dict[str, Any]:
    """One course of events."""
    weeks = {column: band.tolist() for column, band in played.bands.items()}
    return {"name": played.name, "sentence": sentence(replay, played), "weeks": weeks, "totals": played.totals}


def write_weeks(replay: Replay, folder: Path) -> None:
    """weeks.csv, a row a course and week, medians; events.csv, a row an act of the record."""
    columns = [f"{quantity}_{side}" for quantity in QUANTITIES for side in replay.scenario.sides]
    with (folder / "weeks.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("course", "week", "day", *columns))
        for played in replay.played:
            for week, day in enumerate(replay.days):
                medians = [f"{played.bands[column][1, week]:.6g}" for column in columns]
                writer.writerow((played.key, week + 1, day.isoformat(), *medians))
    with (folder / "events.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("week", "day", "actor", "kind", "who", "act", "what", "level"))
        for event in events(replay.scenario):
            writer.writerow((event.week + 1, event.day.isoformat() if event.day else "", *event[2:]))


def change_words(percent: float) -> str:
    """A change with its sign; what rounds to nothing has none."""
    return f"{percent:+.2f}" if round(percent, 2) else "0.00"


def print_replay(replay: Replay, folder: Path) -> None:
    """How things stood in the last week, course by course, and a sentence each."""
    console = Console(highlight=False)
    title = f"{replay.scenario.title}: {replay.days[0]} to the week of {replay.days[-1]}"
    console.print(Text(title, style="bold"), soft_wrap=True)
    table = Table(box=None, header_style="bold")
    for heading in ("in the last week, %", ""):
        table.add_column(heading, no_wrap=True)
    for _, words, _ in SHOWN:
        table.add_column(words, justify="right", no_wrap=True)
    for played in replay.played:
        for place, (side, country) in enumerate(replay.scenario.countries.items()):
            stands = [(scale, played.last(f"{quantity}_{side}")) for quantity, _, scale in SHOWN]
            cells = [f"{scale * value:.0f}" if scale != 1.0 else change_words(value) for scale, value in stands]
            table.add_row("" if place else played.name, country.name, *cells)
    console.print(table)
    for played in replay.played:
        console.print(f"- {sentence(replay, played)}.", soft_wrap=True)
    console.print(Text(SAYS, style="italic"), soft_wrap=True)
    console.print(Text(f"Results: {folder}"), soft_wrap=True)
