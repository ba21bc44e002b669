"""`check`, printed: what a scenario assumes, and what a typical deal is worth to each side, term by term."""

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from negotiation.scenario import Scenario


def print_check(scenario: "Scenario") -> None:
    """Print the check of a scenario that can be read."""
    console = Console(highlight=False)
    console.print(Text(f"{scenario.name}: {scenario.title}", style="bold"))
    console.print(assumptions(scenario))


def assumptions(scenario: "Scenario") -> Table:
    """Every number that is a guess: where, how much, why."""
    guesses = [(path, number) for path, number in scenario.quantities() if number.assumed]
    total = sum(1 for _ in scenario.quantities())
    table = Table(title=Text(f"{len(guesses)} of {total} numbers are assumptions"), title_justify="left")
    for heading in ("Path", "Value", "Unit", "Source"):
        table.add_column(heading, overflow="fold")
    for path, number in guesses:
        table.add_row(Text(path), f"{number.value:g}", Text(number.unit), Text(plain_source(number)))
    return table


def plain_source(number: Any) -> str:
    """The source without the word that only says it is a guess."""
    return str(number.source.partition(":")[2]).strip() or "no reason given"
