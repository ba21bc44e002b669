"""What a tax on energy does at the pump by region, and to producers and countries, at first and in the long run."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.rows import head, name_rows
from negotiation.charts.style import INK, MUTED, SMALL_SIZE, country_colour

BAR = 0.62
ROOM = 0.35  # of the span beyond the longest bar, for its number


@dataclass(frozen=True)
class PumpPrices:
    """regions: (N,) from the top down; cents: (N,) a gallon; labels: (N,) the change as drivers read it; places: (N,)
    0 or 1, whose colour."""

    regions: tuple[str, ...]
    cents: NDArray[np.float64]
    labels: tuple[str, ...]
    places: tuple[int, ...]


@dataclass(frozen=True)
class Losses:
    """names: (M,) from the top down; first, last: (M,) percent in the first weeks and in the long run; places: (M,)."""

    names: tuple[str, ...]
    first: NDArray[np.float64]
    last: NDArray[np.float64]
    places: tuple[int, ...]


def draw(panels: Sequence[Axes], pumps: PumpPrices, losses: Losses) -> None:
    """Pump prices left, losses right."""
    _draw_pumps(panels[0], pumps)
    _draw_losses(panels[1], losses)


def _draw_pumps(axes: Axes, pumps: PumpPrices) -> None:
    rows = np.arange(len(pumps.regions))
    axes.barh(rows, pumps.cents, height=BAR, color=[country_colour(place) for place in pumps.places])
    name_rows(axes, pumps.regions)
    for row, (cents, label) in enumerate(zip(pumps.cents, pumps.labels, strict=True)):
        _beside(axes, float(cents), row, label)
    _widen(axes, pumps.cents, ROOM)
    axes.set_xlabel("Change at the pump (US cents a gallon)")
    head(axes, "Pump prices", "by region", INK)


def _draw_losses(axes: Axes, losses: Losses) -> None:
    rows = np.arange(len(losses.names))
    for row, (first, last, place) in enumerate(zip(losses.first, losses.last, losses.places, strict=True)):
        axes.plot([first, last], [row, row], color=MUTED, linewidth=1.5, zorder=2)
        axes.plot(first, row, "o", markersize=9, color="white", mec=country_colour(place), mew=2.2, zorder=3)
        axes.plot(last, row, "o", markersize=9, color=country_colour(place), zorder=4)
        _at_the_edge(axes, row, f"{first:+.2f} → {last:+.2f}".replace("-", "−"))
    name_rows(axes, losses.names)
    axes.set_ylim(rows[-1] + 0.6, -0.6)
    _widen(axes, np.concatenate([losses.first, losses.last]), 0.08)
    axes.set_xlabel("Change (%)")
    head(axes, "Incomes", "ring: first weeks; dot: long run", INK)


def _beside(axes: Axes, across: float, row: int, words: str) -> None:
    """Words to the right of a bar, or of the zero line."""
    _annotate(axes, (max(across, 0.0), row), "data", words)


def _at_the_edge(axes: Axes, row: int, words: str) -> None:
    """Words to the right of the panel."""
    _annotate(axes, (1.0, row), ("axes fraction", "data"), words)


def _annotate(axes: Axes, place: tuple[float, int], coordinates: str | tuple[str, str], words: str) -> None:
    axes.annotate(
        words,
        xy=place,
        xycoords=coordinates,
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        fontsize=SMALL_SIZE,
        color=INK,
    )


def _widen(axes: Axes, values: NDArray[np.float64], room: float) -> None:
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    span = max(high - low, 0.01)
    axes.set_xlim(low - 0.08 * span if low < 0.0 else 0.0, high + room * span)
