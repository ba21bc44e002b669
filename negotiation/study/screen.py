"""What a command shows on the terminal: progress on stderr, results on stdout."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from negotiation.study.ensemble import Progress as OnProgress

if TYPE_CHECKING:
    from negotiation.study.telling import ToldWorld

ONE_SIDED = "one-sided: "
SIDES = ("#0072B2", "#D55E00")  # the first and the second country, as in the figures
FAINT = "dim"
INDENT = (0, 0, 0, 2)


@contextmanager
def progress(shown: bool) -> Iterator[OnProgress]:
    """A bar for every stage of the work, with the time left; nothing where nobody watches, in a file or a pipe."""
    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    )  # fmt: skip
    stages: dict[str, TaskID] = {}
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not (shown and console.is_terminal)) as bars:

        def on_progress(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done, total=total)

        yield on_progress


def print_outcomes(summary: Mapping[str, Any], folder: Path, changes: Sequence[str] = ()) -> None:
    """How the worlds end, with intervals, what was changed in the scenario, and where the rest is."""
    console = Console(highlight=False)
    worlds = f"{summary['worlds']:,} world{'s' if summary['worlds'] > 1 else ''}"
    console.print(Text(f"{summary['scenario']['title']}: {worlds}, seed {summary['seed']}", style="bold"))
    if changes:
        console.print(Text(f"changed: {', '.join(changes)}"), soft_wrap=True)
    console.print(outcome_table(summary))
    console.print(Text(f"Results: {folder}"), soft_wrap=True)


def outcome_table(summary: Mapping[str, Any]) -> Table:
    """Outcome, share of worlds, 95 % interval, worlds."""
    table = Table()
    table.add_column("How it ends")
    for heading in ("Share", "95 % interval", "Worlds"):
        table.add_column(heading, justify="right")
    for outcome, found in summary["outcomes"].items():
        table.add_row(
            Text(outcome_words(outcome, summary["countries"])),
            f"{100 * found['share']:.1f} %",
            f"{100 * found['low']:.1f} – {100 * found['high']:.1f} %",
            f"{found['count']:,}",
            style="" if found["count"] else FAINT,
        )
    return table


def outcome_words(outcome: str, countries: Mapping[str, Mapping[str, str]]) -> str:
    """An outcome as people say it."""
    if outcome.startswith(ONE_SIDED):
        country = outcome.removeprefix(ONE_SIDED)
        return f"Tariffs by {countries.get(country, {}).get('name', country)} only"
    return outcome.capitalize()


def print_story(told: "ToldWorld") -> None:
    """One dispute, week by week."""
    from negotiation.study.telling import ending, told_weeks

    console = Console(highlight=False)
    colours = dict(zip(told.scenario.countries, SIDES, strict=True))
    console.print(Text(f"{told.scenario.title}: world {told.world}, seed {told.seed}", style="bold"))
    for week in told_weeks(told):
        console.print(Text.assemble((f"Week {week.week}", "bold"), (f"  {week.standing}", FAINT)))
        for who, sentence in week.moves:
            console.print(Padding(Text(sentence, style=colours.get(who, "")), INDENT))
    console.print(Text(f"It ends: {ending(told)}.", style="bold"))
