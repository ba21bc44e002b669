"""What every pair of strategies is worth to each side: two tables of coloured cells, equilibria framed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from negotiation.charts.style import INK, MUTED, NASH, SMALL_SIZE, TEXT_SIZE, country_colour, country_text

DARK = 0.8  # of the way to the full colour: letters turn white there
FRAME = 3.5
ANGLE = 32  # degrees that names below the columns are turned by
LARGE = 8  # strategies a side above which cells hold no interval


@dataclass(frozen=True)
class PayoffTable:
    """One side's payoffs. place: its country's; value, half: (n, m) points and how far 95 % intervals reach."""

    title: str
    place: int
    value: NDArray[np.float64]
    half: NDArray[np.float64]


@dataclass(frozen=True)
class PayoffTables:
    """strategies: of both sides; sides: who chooses rows, who columns; framed: pure equilibria as row and column."""

    strategies: tuple[str, ...]
    sides: tuple[str, str]
    tables: tuple[PayoffTable, PayoffTable]
    framed: tuple[tuple[int, int], ...]


def draw(panels: Sequence[Axes], numbers: PayoffTables) -> None:
    """A table a panel; the darker a cell, the more that pair is worth to the side."""
    for order, (axes, table) in enumerate(zip(panels, numbers.tables, strict=True)):
        _draw_table(axes, table)
        count = np.arange(len(numbers.strategies))
        names = [name.replace("_", " ") for name in numbers.strategies]
        axes.set_xticks(count, names, rotation=ANGLE, ha="right", rotation_mode="anchor", fontsize=SMALL_SIZE)
        axes.set_yticks(count, names if order == 0 else [""] * len(names), fontsize=SMALL_SIZE)
        axes.tick_params(length=0, labelcolor=INK)
        axes.set_xlabel(f"{numbers.sides[1]} plays", fontsize=SMALL_SIZE, color=MUTED)
        for row, column in numbers.framed:
            axes.add_patch(Rectangle((column - 0.5, row - 0.5), 1, 1, fill=False, ec=NASH, lw=FRAME, zorder=4))
    panels[0].set_ylabel(f"{numbers.sides[0]} plays", fontsize=SMALL_SIZE, color=MUTED)


def _draw_table(axes: Axes, table: PayoffTable) -> None:
    """Cells with their numbers."""
    colours = LinearSegmentedColormap.from_list("worth", ["#FFFFFF", country_colour(table.place)])
    low, high = float(table.value.min()), float(table.value.max())
    shade = (table.value - low) / ((high - low) or 1.0)
    axes.imshow(shade, cmap=colours, vmin=0.0, vmax=1.15, aspect="auto")
    for row, column in np.ndindex(table.value.shape):
        ink = "white" if shade[row, column] > DARK else INK
        words = f"{table.value[row, column]:+.3f}"
        if len(table.value) <= LARGE:
            words += f"\n±{table.half[row, column]:.3f}"
        axes.text(column, row, words, ha="center", va="center", fontsize=SMALL_SIZE - 1, color=ink, linespacing=1.1)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_title(
        table.title, loc="left", fontsize=TEXT_SIZE, fontweight="bold", color=country_text(table.place), pad=8
    )
