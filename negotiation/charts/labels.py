"""Words beside what they name, kept apart from each other."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes

from negotiation.charts.style import MUTED, TEXT_SIZE

POINTS_PER_INCH = 72.0
LINE_SPACING = 1.4
DISTANCE = 8.0  # points between a line's end and its name
LEADER_DISTANCE = 30.0  # points, with a line that leads from a point to its name


class EndLabel(NamedTuple):
    """What to write at the right end of a line: height in the axes' unit; note: a second line, if any."""

    height: float
    words: str
    colour: str
    weight: str = "normal"
    note: str = ""


class PointLabel(NamedTuple):
    """What to write beside the axes about a point inside: across, height in the axes' units."""

    across: float
    height: float
    words: str
    colour: str
    weight: str = "normal"


def label_ends(axes: Axes, right_end: float, labels: Sequence[EndLabel], size: float = TEXT_SIZE) -> None:
    """Write the labels to the right of right_end, each as near its height as the others allow."""
    lines = 2 if any(label.note for label in labels) else 1
    line = size * LINE_SPACING
    for label, height in zip(labels, _apart(axes, [label.height for label in labels], lines * line), strict=True):
        for words, colour, weight, down in (
            (label.words, label.colour, label.weight, 0.0),
            (label.note, MUTED, "normal", line),
        ):
            axes.annotate(
                words,
                xy=(right_end, height),
                xytext=(DISTANCE, (lines - 1) * line / 2 - down),
                textcoords="offset points",
                va="center",
                color=colour,
                fontweight=weight,
                fontsize=size,
                annotation_clip=False,
            )


def label_points(axes: Axes, labels: Sequence[PointLabel], size: float = TEXT_SIZE) -> None:
    """Write the labels to the right of the axes, a thin line leading to each from its point."""
    right_end = axes.get_xlim()[1]
    for label, height in zip(
        labels, _apart(axes, [label.height for label in labels], size * LINE_SPACING), strict=True
    ):
        words = axes.annotate(
            label.words,
            xy=(right_end, height),
            xytext=(LEADER_DISTANCE, 0),
            textcoords="offset points",
            va="center",
            color=label.colour,
            fontweight=label.weight,
            fontsize=size,
            annotation_clip=False,
        )
        axes.annotate(
            "",
            xy=(label.across, label.height),
            xytext=(0, 0.5),
            textcoords=words,
            arrowprops={"arrowstyle": "-", "color": MUTED, "linewidth": 0.9, "shrinkA": 3, "shrinkB": 6},
            annotation_clip=False,
        )


def _apart(axes: Axes, heights: Sequence[float], points: float) -> list[float]:
    """The heights, so many points apart on the page."""
    low, high = axes.get_ylim()
    return spread(heights, (high - low) * points / height_in_points(axes), low, high)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights at least a gap apart, in the order wanted, between low and high as far as there is room."""
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    heights = list(wanted)
    floor = low
    for place in order:
        heights[place] = max(wanted[place], floor)
        floor = heights[place] + gap
    ceiling = high
    for place in reversed(order):
        heights[place] = min(heights[place], ceiling)
        ceiling = heights[place] - gap
    return heights


def height_in_points(axes: Axes) -> float:
    """How tall the axes stand on the page."""
    figure = axes.get_figure(root=True)
    return POINTS_PER_INCH * float(axes.bbox.height) / (figure.dpi if figure else POINTS_PER_INCH)
