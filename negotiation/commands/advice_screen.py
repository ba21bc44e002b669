"""What `advise` prints."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

PERCENT = 100.0
SHOWN = {"comprehensive deal": "Deal", "limited deal": "Limited", "trade war": "War"}


def print_advice(summary: Mapping[str, Any]) -> None:
    """The moves of each point of the week, the best first, and what each strategy's choice costs."""
    console = Console(highlight=False)
    where = f"week {summary['week']} of world {summary['world']}, seed {summary['seed']}"
    console.print(Text(f"{summary['scenario']['title']}: {summary['country']} in {where}", style="bold"))
    told = f"{summary['rollouts']:,} imagined courses a move, the same luck for all; worth in points, 95 % intervals."
    console.print(Text(f"{told} The best of many is flattered by luck."))
    for stage in summary["stages"]:
        console.print(moves_table(stage))
        if idle := [said(move) for move in stage["moves"] if makes_no_difference(move)]:
            console.print(Text(f"No different from the usual: {'; '.join(idle)}."))
        regrets = ", ".join(f"{name} {cost['value']:.2f}" for name, cost in stage["regret"].items())
        console.print(Text(f"Regret, what the shipped strategies would do against the best move: {regrets}."))


def moves_table(stage: Mapping[str, Any]) -> Table:
    """A move a row."""
    table = Table(title=Text(stage["stage"].capitalize(), style="bold"), title_justify="left")
    table.add_column("Move", ratio=1)
    for heading in ("Worth", "Beyond the usual", *SHOWN.values()):
        table.add_column(heading, justify="right", no_wrap=True)
    for move in stage["moves"]:
        if makes_no_difference(move):
            continue
        gain = move["gain"]
        beyond = "–" if move["usual"] else f"{gain['value']:+.2f} ({gain['low']:+.2f}, {gain['high']:+.2f})"
        shares = [f"{PERCENT * move['outcomes'][words]['value']:.0f} %" for words in SHOWN]
        also = f" (also: {', '.join(move['also'])})" if move["also"] else ""
        style = "bold" if move["usual"] else ""
        table.add_row(Text(move["move"] + also, style=style), f"{move['value']['value']:+.2f}", beyond, *shares)
    return table


def makes_no_difference(move: Mapping[str, Any]) -> bool:
    """Whether a move was worth the same as the usual one in every course."""
    gain = move["gain"]
    return not move["usual"] and gain["value"] == gain["low"] == gain["high"] == 0.0


def said(move: Mapping[str, Any]) -> str:
    """A move in few words: offers by whose they are."""
    return str(move["kind"] if ": offer" in move["move"] else move["move"])
