"""A figure before it is drawn: its message, how to read it, its numbers, and who draws it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from negotiation.charts.sheet import Layout
from negotiation.report.run import Run, tidy

Cell = float | int | str
TITLE_LIMIT = 60  # letters of a scenario's title in a footer
HASH_LETTERS = 10


@dataclass(frozen=True)
class Exhibit:
    """One figure.

    name: of its files; title: its message; subtitle: what is drawn; reading: how to read it, one sentence; bands: what
    the bands and intervals are; columns, rows: the numbers behind it.
    """

    name: str
    title: str
    subtitle: str
    reading: str
    bands: str
    layout: Layout
    draw: Callable[[Sequence[Axes]], None]
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def footer(run: Run, bands: str) -> str:
    """Scenario, worlds, seed, hash, and what the bands are."""
    scenario = run.summary["scenario"]
    title = tidy(str(scenario["title"]), TITLE_LIMIT)
    worlds = f"{run.size:,} world{'s' if run.size > 1 else ''}"
    fingerprint = str(scenario["hash"])[:HASH_LETTERS]
    return f"{title} · {worlds} · seed {run.summary['seed']} · scenario {fingerprint}. {bands}"
