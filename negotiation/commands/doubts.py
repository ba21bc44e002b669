"""Commands about what is not known: which guesses matter, and when things go a certain way."""

from collections.abc import Callable

import typer

from negotiation.commands import sensitivity

Plainly = Callable[[Callable[..., None]], Callable[..., None]]


def add_to(app: typer.Typer, plainly: Plainly) -> None:
    """Register the commands; plainly says mistakes in one line."""
    app.command()(plainly(sensitivity.sensitivity))
