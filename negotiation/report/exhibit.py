"""A figure before it is drawn: its message, how to read it, its numbers, and who draws it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from negotiation.charts.sheet import Layout
from negotiation.report.results import Results, tidy

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


def footer(results: Results, bands: str) -> str:
    """Scenario, worlds, seed, hash, and what the bands are."""
    scenario = results.summary.get("scenario", {})
    title = tidy(str(scenario.get("title") or scenario.get("name", "")), TITLE_LIMIT)
    worlds = f"{results.size:,} world{'s' if results.size > 1 else ''}"
    known = (title, worlds, f"seed {results.summary.get('seed', 'unknown')}", scenario_hash(results))
    return " · ".join(part for part in known if part) + f". {bands}"


def scenario_hash(results: Results) -> str:
    """The beginning of the scenario's content hash, as footers name it."""
    whole = str(results.summary.get("scenario", {}).get("hash", ""))
    return f"scenario {whole[:HASH_LETTERS]}" if whole else ""
