"""The commands that hold the model against a record."""

from collections.abc import Callable
from typing import Any

import typer

from negotiation.commands.backtest import backtest
from negotiation.commands.calibrate import calibrate
from negotiation.commands.forecast import forecast, score

MAKE, SCORE = "make", "score"


class ForecastGroup(typer.core.TyperGroup):
    """`forecast score` scores; `forecast` with anything else foretells."""

    def parse_args(self, context: Any, arguments: list[str]) -> list[str]:
        """Put the name of the usual command in front where none is named."""
        if arguments[:1] not in ([MAKE], [SCORE], ["--help"]):
            arguments = [MAKE, *arguments]
        return super().parse_args(context, arguments)


def add_to(app: typer.Typer, plainly: Callable[[Callable[..., None]], Callable[..., None]]) -> None:
    """Put them among the program's commands; plainly: how mistakes are said."""
    commands: tuple[Callable[..., Any], ...] = (backtest, calibrate)
    for command in commands:
        app.command()(plainly(command))
    ledger = typer.Typer(
        cls=ForecastGroup, help="Foretell from the record's end into a ledger, and score what is in it."
    )
    ledger.command(MAKE)(plainly(forecast))
    ledger.command(SCORE)(plainly(score))
    app.add_typer(ledger, name="forecast")
