"""What `why` prints: the table of frictions, what is left for pairs, three worlds told twice."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from negotiation.commands.why_folder import shown
from negotiation.study.parting import Parting

PERCENT = 100.0
WEEKS_SHOWN = 3
PAIRS_SHOWN = 3


def print_why(summary: Mapping[str, Any], told: Sequence[Parting], folder: Path) -> None:
    """Everything, to the terminal."""
    console = Console(highlight=False)
    stuck = summary["without_deal"]
    title = f"{summary['scenario']['title']}: {summary['worlds']:,} worlds, seed {summary['seed']}"
    console.print(Text(title, style="bold"))
    console.print(f"{stuck['count']:,} ({within(stuck)}) have no comprehensive deal. What kept them from it?")
    console.print(frictions_table(summary))
    for sentence in sentences(summary):
        console.print(Text(sentence))
    for parting in told:
        console.print(side_by_side(parting))
    console.print(Text(f"Results: {folder}"), soft_wrap=True)


def frictions_table(summary: Mapping[str, Any]) -> Table:
    """A friction a row: deals it prevented, alone, and deals that would be lost without it."""
    table = Table(show_lines=False)
    columns = (
        ("Taken away", 1), ("Without a deal:\nwould have one", None), ("nothing else\nwould do", None),
        ("With a deal:\nwould lose it", None),
    )  # fmt: skip
    for heading, ratio in columns:
        table.add_column(heading, justify="left" if ratio else "right", no_wrap=ratio is None)
    for entry in sorted(summary["frictions"], key=lambda entry: -entry["saved"]["count"]):
        cells = [within(entry[key]) for key in ("saved", "alone", "lost")]
        table.add_row(Text(entry["name"]), *(cells if entry["in_scenario"] else ["not in this scenario", "", ""]))
    return table


def sentences(summary: Mapping[str, Any]) -> list[str]:
    """What the table cannot say: overlap, what is left, pairs, all at once."""
    if not summary["without_deal"]["count"]:
        return ["Every world has a comprehensive deal: there is nothing to explain."]
    several = sum(found["count"] for number, found in summary["how_many_would_do"].items() if int(number) > 1)
    said = [
        f"In {several:,} of them several frictions would each do: taking away any of them makes a deal.",
        f"No single friction explains {within(summary['none_alone'])}.",
    ]
    names = {entry["key"]: entry["name"].lower() for entry in summary["frictions"]}
    if summary["none_alone"]["count"]:
        pairs = [
            f"{' and '.join(names[key] for key in pair['frictions'])} in {pair['count']:,}"
            for pair in summary["pairs"][:PAIRS_SHOWN]
        ]
        said.append(f"Of these, taken away together make a deal: {'; '.join(pairs) or 'no two of them'}.")
        said.append(f"Neither one friction nor two explain {within(summary['no_pair'])}.")
    said.append(f"Without any friction {within(summary['all_off'])} of the worlds without a deal have one.")
    if summary["differ_from_results"]:
        said.append(
            f"In {summary['differ_from_results']:,} worlds the folder tells another end than this version of the "
            "program on this computer; what is explained is this version's."
        )
    return said


def within(counted: Mapping[str, Any]) -> str:
    """A share with its interval."""
    if counted["share"] != counted["share"]:
        return "–"
    share, low, high = (PERCENT * counted[key] for key in ("share", "low", "high"))
    return f"{share:.1f} % ({low:.0f}–{high:.0f})"


def apart(moves: Sequence[str], others: Sequence[str]) -> Text:
    """A week's sentences that the other telling does not have."""
    return Text("\n".join(move for move in moves if move not in others))


def side_by_side(parting: Parting) -> Table:
    """A world told twice: the first weeks in which the two differ, and the ends."""
    rows, more = shown(parting, WEEKS_SHOWN)
    only = "; nothing else would do" if parting.only_one else ""
    title = Text(f"World {parting.world}, without {parting.friction.lower()}{only}", style="bold")
    table = Table(title=title, title_justify="left", show_lines=True)
    for heading in ("Week", "As it is", "Without it"):
        table.add_column(heading, ratio=None if heading == "Week" else 1, justify="left")
    for row in rows:
        table.add_row(str(row.week), apart(row.with_it, row.without_it), apart(row.without_it, row.with_it))
    if more:
        table.add_row("…", Text(f"{more} more weeks in retold.md"), Text(""))
    table.add_row("end", Text(parting.ends_with), Text(parting.ends_without))
    return table
