"""What commands that play a scenario are asked: which, with what changes, under whose luck."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from negotiation.scenario import Scenario

DEFAULT_SCENARIO = "us-canada-briefing"

Name = Annotated[str, typer.Argument(metavar="SCENARIO", help="A scenario file, or the name of a shipped one.")]
MOST_SEED = 2**64 - 1


def _seed(value: int) -> int:
    """A seed that luck can be drawn from."""
    if not 0 <= value <= MOST_SEED:
        raise typer.BadParameter(f"must be between 0 and {MOST_SEED}, got {value}")
    return value


Seed = Annotated[
    int, typer.Option(callback=_seed, help="Whose luck: the same seed is the same luck, world by world.")
]
Changes = Annotated[
    list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Change one entry of the scenario; repeatable.")
]
Out = Annotated[
    Path | None, typer.Option(metavar="DIR", help="A new or empty folder for the results; by default one in results/.")
]
Workers = Annotated[
    int | None,
    typer.Option(help="Processes at work, else as many as the size is worth; the results do not depend on it."),
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on in the folder named by --out.")]
Json = Annotated[bool, typer.Option("--json", help="Print the numbers alone, as JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print the results folder alone.")]


def scenario_of(name: str, changes: list[str] | None) -> "Scenario":
    """The scenario of that name or file, with the changes made."""
    from negotiation.scenario import read_scenario

    return read_scenario(name, dict(change(text) for text in changes or []))


def folder_to_play_in(out: Path | None, resume: bool, usual: Path) -> Path:
    """Where results go: the folder named, or the usual one; none is gone on with unless it is named."""
    from negotiation.study.errors import StudyError

    if resume and out is None:
        raise StudyError("--resume: needs --out with the folder to go on in")
    return out or usual


def change(text: str) -> tuple[str, str]:
    """The path and value of a --set."""
    from negotiation.scenario import ScenarioError

    path, equals, value = text.partition("=")
    if not (equals and path.strip() and value.strip()):
        raise ScenarioError(f"--set: must be PATH=VALUE, got '{text}'")
    return path.strip(), value.strip()
