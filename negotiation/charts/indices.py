"""Which uncertain number matters: a row a number, the ranked index filled, another hollow, with intervals."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.style import COUNTRY, INK, MUTED, SMALL_SIZE, rule_widths

APART = 0.16  # of a row, between the two


@dataclass(frozen=True)
class IndexMarks:
    """One index of N numbers: name: of the index; value, low, high: (N,)."""

    name: str
    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True)
class IndexRows:
    """names: of the numbers, the most important first; ranked, other: what is shown of each; unit: of the axis."""

    names: tuple[str, ...]
    ranked: IndexMarks
    other: IndexMarks
    unit: str


def draw(axes: Axes, rows: IndexRows) -> None:
    """From the top down; the line at 0 is a number that does nothing."""
    heights = np.arange(len(rows.names), dtype=np.float64)
    axes.axvline(0.0, color=MUTED, linewidth=1.0, zorder=0.5)
    for marks, shift, fill in ((rows.ranked, -APART, COUNTRY[0]), (rows.other, APART, "white")):
        colour = COUNTRY[0] if fill != "white" else MUTED
        axes.hlines(heights + shift, marks.low, marks.high, color=colour, linewidth=2.2)
        axes.plot(marks.value, heights + shift, "o", markersize=7, mfc=fill, mec=colour, mew=1.8, label=marks.name)
    axes.set_yticks(heights, list(rows.names), fontsize=SMALL_SIZE, color=INK)
    axes.set_ylim(len(rows.names) - 0.4, -0.6)
    axes.set_xlabel(rows.unit)
    rule_widths(axes)
    axes.legend(loc="lower right", frameon=False, fontsize=SMALL_SIZE, labelcolor=INK)
