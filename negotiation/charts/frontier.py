"""What packages are worth to two sides: the frontier, where no deal leaves them, the points of reference."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.both_gain import draw_both_gain
from negotiation.charts.labels import PointLabel, label_points
from negotiation.charts.style import COUNTRY_TEXT, DEAL, DEAL_TEXT, INK, MUTED, NASH, SPINE

MANY = 1500  # dots: beyond, they are drawn as one picture, or the file grows by a hundred bytes each
MARGIN = 0.05  # of the span shown, around it
MARKERS = "PDos^v"
LARGEST, SHRINK = 16.0, 3.0  # points: of the first marker, and from one to the next
CROWDED, RARE = 0.25, 0.6  # opacity of a dot among many, among few


@dataclass(frozen=True)
class Frontier:
    """sides: their names; unit: of the values; values: (P, 2); frontier: (F, 2) by the first side's value;
    disagreement: (2,); points: name and values (2,) of each point of reference, the first one stressed.
    """

    sides: tuple[str, str]
    unit: str
    values: NDArray[np.float64]
    frontier: NDArray[np.float64]
    disagreement: NDArray[np.float64]
    points: tuple[tuple[str, NDArray[np.float64]], ...]


def draw(axes: Axes, numbers: Frontier) -> None:
    """Packages faint, the part of the picture in which both gain, the frontier, the points of reference."""
    _set_window(axes, numbers)
    _draw_no_deal(axes, numbers)
    many = len(numbers.values) > MANY
    across, up = numbers.values.T
    axes.scatter(across, up, s=9, color=SPINE, alpha=CROWDED if many else RARE, linewidths=0, rasterized=many)
    axes.plot(*numbers.frontier.T, color=DEAL, linewidth=3.0, marker="o", markersize=4)
    label_points(axes, [*_frontier_label(numbers), *_references(axes, numbers), _no_deal_label(axes, numbers)])
    axes.set_xlabel(f"Worth to {numbers.sides[0]} ({numbers.unit})")
    axes.set_ylabel(f"Worth to {numbers.sides[1]} ({numbers.unit})")


def _set_window(axes: Axes, numbers: Frontier) -> None:
    shown = np.concatenate([numbers.values, numbers.disagreement[None]])
    low, high = shown.min(axis=0), shown.max(axis=0)
    room = MARGIN * np.where(high > low, high - low, 1.0)
    axes.set_xlim(low[0] - room[0], high[0] + room[0])
    axes.set_ylim(low[1] - room[1], high[1] + room[1])


def _draw_no_deal(axes: Axes, numbers: Frontier) -> None:
    across, up = numbers.disagreement.tolist()
    corner = axes.get_xlim()[1], axes.get_ylim()[1]
    left = across < sum(axes.get_xlim()) / 2.0
    draw_both_gain(axes, (across, up), corner, (numbers.sides[0], "left" if left else "right"))
    axes.plot(across, up, marker="X", markersize=11, color=MUTED, markeredgecolor="white")


def _references(axes: Axes, numbers: Frontier) -> list[PointLabel]:
    """Draw the points of reference; their labels."""
    labels = []
    for place, (name, (across, up)) in enumerate(numbers.points):
        colour = NASH if place == 0 else INK
        marker = MARKERS[place % len(MARKERS)]
        # Those that coincide stay visible: the later are smaller.
        size = LARGEST - SHRINK * place
        axes.plot(across, up, marker=marker, markersize=size, color=colour, markeredgecolor="white", zorder=4 + place)
        labels.append(PointLabel(float(across), float(up), name, colour, "bold"))
    return labels


def _frontier_label(numbers: Frontier) -> list[PointLabel]:
    if not len(numbers.frontier):
        return []
    across, up = numbers.frontier[-1]
    return [PointLabel(float(across), float(up), "efficient frontier", DEAL_TEXT, "bold")]


def _no_deal_label(axes: Axes, numbers: Frontier) -> PointLabel:
    return PointLabel(
        axes.get_xlim()[1], float(numbers.disagreement[1]), f"no deal: {numbers.sides[1]}", COUNTRY_TEXT[1]
    )
