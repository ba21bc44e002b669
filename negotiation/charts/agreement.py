"""How far our numbers are from published ones, in tolerances."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.style import COUNTRY, DEAL, DEAL_PALE, INK, MUTED, SMALL_SIZE, TEXT_SIZE, rule_widths

SPREAD = 0.28  # of a row, over which its dots are laid so that they do not hide each other
WIDEST = 2.0


@dataclass(frozen=True)
class Agreement:
    """One source: its name, what kind of comparison, (D,) differences over their tolerances."""

    source: str
    kind: str
    differences: NDArray[np.float64]


def draw(axes: Axes, sources: tuple[Agreement, ...]) -> None:
    """A row of dots for each source, the tolerance as a band."""
    axes.axvspan(-1.0, 1.0, color=DEAL_PALE, alpha=0.45, linewidth=0)
    axes.axvline(0, color=MUTED, linewidth=1.2)
    for row, source in enumerate(sources):
        heights = row + np.linspace(-SPREAD, SPREAD, len(source.differences)) if len(source.differences) > 1 else [row]
        fits = np.abs(source.differences) <= 1.0
        shown = np.clip(source.differences, -WIDEST, WIDEST)
        for chosen, marker, colour in ((fits, "o", DEAL), (~fits, "X", COUNTRY[1])):
            axes.plot(shown[chosen], np.asarray(heights)[chosen], marker, markersize=10, color=colour, mec="white")
        axes.annotate(
            f"{int(fits.sum())} of {len(fits)}",
            xy=(1, row),
            xycoords=("axes fraction", "data"),
            xytext=(12, 0),
            textcoords="offset points",
            va="center",
            fontsize=TEXT_SIZE,
            fontweight="bold",
            color=INK,
        )
    names = [f"{source.source}\n{source.kind}" for source in sources]
    axes.set_yticks(range(len(sources)), names, color=INK, fontsize=SMALL_SIZE)
    axes.set_ylim(len(sources) - 0.5, -0.5)
    axes.set_xlim(-1.35, 1.35)
    if any((np.abs(source.differences) > 1.3).any() for source in sources):
        axes.set_xlim(-WIDEST - 0.1, WIDEST + 0.1)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel("Ours less published, in tolerances")
    rule_widths(axes)
