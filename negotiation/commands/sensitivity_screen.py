"""What `sensitivity` prints."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from negotiation.study.doubt.indices import Index
from negotiation.study.plan import Study, Uncertainty, points_of


def print_parameters(study: Study) -> None:
    """What would be varied, and how much would be played."""
    console = Console(highlight=False)
    points = len(points_of(study))
    console.print(Text(f"{points:,} points of {study.worlds:,} worlds: {points * study.worlds:,} worlds"))
    for name, each in study.uncertainties.items():
        console.print(Text(f"{name}: {range_words(each)}"), soft_wrap=True)


def range_words(each: Uncertainty) -> str:
    """Between what, how, and who says so."""
    return f"{each.low:g} to {each.high:g}, {each.distribution} ({each.source}) {', '.join(each.path)}"


def print_indices(found: Sequence[Index], title: str, names: Sequence[str], folder: Path) -> None:
    """A row a number, all indices with their intervals."""
    console = Console(highlight=False)
    console.print(Text(title, style="bold"), soft_wrap=True)
    kinds = list(dict.fromkeys(each.index for each in found))
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("number", no_wrap=True)
    for kind in kinds:
        table.add_column(kind, justify="right", no_wrap=True)
    known = {(each.parameter, each.index): each for each in found}
    for name in names:
        table.add_row(name, *(index_words(known[name, kind]) for kind in kinds))
    console.print(table)
    console.print(Text(f"Results: {folder}"), soft_wrap=True)


def index_words(each: Index) -> str:
    """The value and how far its interval reaches."""
    return f"{each.value:.3f}" if each.low != each.low else f"{each.value:.3f} ± {(each.high - each.low) / 2:.3f}"


def sensitivity_summary(study: Study, found: Sequence[Index], method: str, outcome: str) -> Mapping[str, Any]:
    """All of it as plain numbers."""
    return {
        "scenario": {"name": study.beneath.name, "hash": study.beneath.content_hash()},
        "method": method, "outcome": outcome, "worlds": study.worlds, "points": len(points_of(study)),
        "seed": study.seed,
        "parameters": {
            name: {"path": list(each.path), "low": each.low, "high": each.high, "distribution": each.distribution,
                   "source": each.source}
            for name, each in study.uncertainties.items()
        },
        "indices": [asdict(each) for each in found],
    }  # fmt: skip
