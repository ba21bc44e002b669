"""What `tournament` prints."""

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

PERCENT = 100.0
SHOWN = 5  # equilibria, and supports that drawing worlds again found besides


def print_tournament(told: dict[str, Any], title: str, folder: Path) -> None:
    """The message, equilibria with how sure they are, and every strategy's standing."""
    console = Console(highlight=False)
    console.print(Text(title, style="bold"), soft_wrap=True)
    count = len(told["strategies"])
    console.print(Text(f"{count} x {count} strategies, {told['worlds']:,} worlds each, the same luck"))
    for each in told["equilibria"][:SHOWN]:
        console.print(Text(equilibrium_words(told, each)), soft_wrap=True)
    if not told["all_equilibria"]:
        console.print(Text("There may be more equilibria: too many strategies are left to try all supports"))
    for side in told["sides"]:
        console.print(strategies_table(told, side))
    console.print(
        Text(
            "Gives away: what the other can get more out of it than at least; shares of draws and of populations",
            style="dim",
        ),
        soft_wrap=True,
    )
    console.print(Text(dominated_words(told)), soft_wrap=True)
    console.print(Text(f"Results: {folder}"), soft_wrap=True)


def equilibrium_words(told: dict[str, Any], each: dict[str, Any]) -> str:
    """One equilibrium in a line."""
    sides = "; ".join(f"{side}: {plays_words(each[side])}" for side in told["sides"])
    kind = "pure" if each["pure"] else "mixed"
    return f"Equilibrium ({kind}; in {PERCENT * each['draws']:.0f} % of {told['draws']} draws of worlds) {sides}"


def plays_words(side: dict[str, Any]) -> str:
    """What a side plays, and what that is worth to it."""
    plays = ", ".join(
        name if part > 1.0 - 1e-9 else f"{PERCENT * part:.0f} % {name}" for name, part in side["plays"].items()
    )
    worth = side["payoff"]
    if worth["low"] != worth["low"]:
        return f"{plays}, worth {worth['value']:+.3f}"
    return f"{plays}, worth {worth['value']:+.3f} ({worth['low']:+.3f} to {worth['high']:+.3f})"


def strategies_table(told: dict[str, Any], side: str) -> Table:
    """A row a strategy of one side."""
    table = Table(title=side, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for head in ("strategy", "gives away (95 %)", "in equilibrium", "in the end"):
        table.add_column(head, justify="left" if head == "strategy" else "right", no_wrap=True)
    for each in told["strategies_judged"]:
        if each["side"] == side:
            given = each["exploitability"]
            table.add_row(
                each["strategy"],
                f"{given['value']:.3f} ({given['low']:.3f} to {given['high']:.3f})",
                f"{PERCENT * each['in_an_equilibrium']:.0f} %",
                f"{PERCENT * each['share_in_the_end']:.0f} %",
            )
    return table


def dominated_words(told: dict[str, Any]) -> str:
    """What nobody should play, whatever the other does."""
    words = [f"{each['side']}: {each['strategy']} by {each['by']}" for each in told["dominated"]]
    return f"Dominated, round by round: {'; '.join(words)}" if words else "No strategy is dominated"
