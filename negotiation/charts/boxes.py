"""A box: between what each number must lie, on the whole of what it may be; beside, what the box is worth."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from negotiation.charts.style import BREAKDOWN, COUNTRY, INK, PALE, SMALL_SIZE, TEXT_SIZE, rule_widths

BAR = 9.0  # points
PERCENT = 100.0


@dataclass(frozen=True)
class Limit:
    """One number of a box: its name, the box's bounds as shares of its whole range, and their words."""

    name: str
    low: float
    high: float
    words: str


@dataclass(frozen=True)
class Worth:
    """One measure of a box, percent: its name, value and 95 % interval."""

    name: str
    value: float
    low: float
    high: float


def draw(panels: Sequence[Axes], limits: Sequence[Limit], worth: Sequence[Worth]) -> None:
    """Left the limits, right what the box is worth."""
    _draw_limits(panels[0], limits)
    _draw_worth(panels[1], worth)


def _draw_limits(axes: Axes, limits: Sequence[Limit]) -> None:
    """A pale bar for all there is, a dark one for what lies in the box."""
    heights = np.arange(len(limits), dtype=np.float64)
    axes.hlines(heights, 0.0, 1.0, color=PALE, linewidth=BAR)
    axes.hlines(heights, [each.low for each in limits], [each.high for each in limits], color=COUNTRY[0], linewidth=BAR)
    for height, each in zip(heights, limits, strict=True):
        axes.annotate(
            each.words, (0.0, height), xytext=(0, 9), textcoords="offset points", fontsize=SMALL_SIZE, color=INK
        )
    axes.set_yticks(heights, [each.name for each in limits], fontsize=SMALL_SIZE, color=INK)
    axes.set_ylim(len(limits) - 0.4, -0.8)
    axes.set_xticks([0.0, 1.0], ["lowest", "highest"], fontsize=SMALL_SIZE)
    axes.set_title("The box", loc="left", fontsize=TEXT_SIZE, fontweight="bold", color=INK, pad=8)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0)


def _draw_worth(axes: Axes, worth: Sequence[Worth]) -> None:
    """Dots and whiskers, percent."""
    heights = np.arange(len(worth), dtype=np.float64)
    axes.hlines(heights, [each.low for each in worth], [each.high for each in worth], color=BREAKDOWN, linewidth=2.5)
    axes.plot([each.value for each in worth], heights, "o", markersize=8, color=BREAKDOWN)
    for height, each in zip(heights, worth, strict=True):
        axes.annotate(
            f"{each.name}: {each.value:.0f} %", (each.value, height), xytext=(0, 11), textcoords="offset points",
            ha="center" if 20.0 < each.value < 80.0 else "left" if each.value <= 20.0 else "right",
            fontsize=SMALL_SIZE, color=INK,
        )  # fmt: skip
    axes.set_yticks([])
    axes.set_ylim(len(worth) - 0.4, -0.8)
    axes.set_xlim(-2.0, 102.0)
    axes.set_xlabel("%", fontsize=SMALL_SIZE)
    axes.spines["left"].set_visible(False)
    axes.set_title("What it is worth", loc="left", fontsize=TEXT_SIZE, fontweight="bold", color=INK, pad=8)
    rule_widths(axes)
