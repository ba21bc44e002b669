"""The commands that hold the model against a record."""

from collections.abc import Callable
from typing import Any

import typer

from negotiation.commands.backtest import backtest


def add_to(app: typer.Typer, plainly: Callable[[Callable[..., None]], Callable[..., None]]) -> None:
    """Put them among the program's commands; plainly: how mistakes are said."""
    commands: tuple[Callable[..., Any], ...] = (backtest,)
    for command in commands:
        app.command()(plainly(command))
