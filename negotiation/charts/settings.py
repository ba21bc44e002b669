"""What settings of the levers do to a few outcomes: an estimate with its interval a row, the base upright."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.style import COUNTRY, INK, MUTED, SMALL_SIZE, TEXT_SIZE, rule_widths

GAP = 0.7  # rows of white between two settings of the first lever


@dataclass(frozen=True)
class OutcomePanel:
    """One outcome over N settings: value, low, high: (N,) in the unit; base: the row that others are compared with."""

    title: str
    unit: str
    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    base: int | None


@dataclass(frozen=True)
class SettingRows:
    """groups: the first lever's value in each row; names: the other levers' values, (N,); heads: what both are."""

    groups: tuple[str, ...]
    names: tuple[str, ...]
    heads: tuple[str, str]


def draw(panels: Sequence[Axes], rows: SettingRows, outcomes: Sequence[OutcomePanel]) -> None:
    """Panels side by side, one an outcome; rows named at the left, groups parted by white."""
    heights = places(rows.groups)
    for order, (axes, outcome) in enumerate(zip(panels, outcomes, strict=True)):
        draw_outcome(axes, heights, outcome)
        axes.set_ylim(float(heights[-1]) + 0.6, -0.6)
        axes.set_yticks(
            heights, list(rows.names) if order == 0 else [""] * len(heights), fontsize=SMALL_SIZE, color=INK
        )
    name_groups(panels[0], rows.groups, heights)
    name_heads(panels[0], rows.heads)


def places(groups: Sequence[str]) -> NDArray[np.float64]:
    """The height of every row, from the top: a step each, and a gap before a new group."""
    new = np.array([row > 0 and groups[row] != groups[row - 1] for row in range(len(groups))], np.float64)
    found: NDArray[np.float64] = np.arange(len(groups)) + GAP * np.cumsum(new)
    return found


def draw_outcome(axes: Axes, heights: NDArray[np.float64], outcome: OutcomePanel) -> None:
    """Dots and whiskers; a hollow dot is the base."""
    axes.hlines(heights, outcome.low, outcome.high, color=COUNTRY[0], linewidth=2.5)
    axes.plot(outcome.value, heights, linestyle="none", marker="o", markersize=7, color=COUNTRY[0])
    if outcome.base is not None:
        axes.axvline(outcome.value[outcome.base], color=MUTED, linewidth=1.0, linestyle="--", zorder=0.5)
        axes.plot(
            outcome.value[outcome.base], heights[outcome.base], "o", markersize=8, mfc="white", mec=COUNTRY[0], mew=2
        )
    axes.set_title(outcome.title, loc="left", fontsize=TEXT_SIZE, fontweight="bold", color=INK, pad=12)
    axes.set_xlabel(outcome.unit, fontsize=SMALL_SIZE)
    axes.locator_params(axis="x", nbins=4)
    axes.margins(x=0.12)
    axes.spines["left"].set_visible(False)
    rule_widths(axes)


def name_groups(axes: Axes, groups: Sequence[str], heights: NDArray[np.float64]) -> None:
    """The first lever's value, once for each group, left of the rows' names."""
    for group in dict.fromkeys(groups):
        rows = [row for row, name in enumerate(groups) if name == group]
        axes.annotate(
            group,
            xy=(0, float(heights[rows].mean())),
            xycoords=("figure fraction", "data"),
            xytext=(18, 0),
            textcoords="offset points",
            va="center",
            fontsize=TEXT_SIZE,
            fontweight="bold",
            color=INK,
        )


def name_heads(axes: Axes, heads: tuple[str, str]) -> None:
    """The levers' names above their values."""
    starts = (("figure fraction", 18, "left"), ("axes fraction", -5, "right"))
    for words, (across, away, side) in zip(heads, starts, strict=True):
        axes.annotate(
            words,
            xy=(0, 1),
            xycoords=(across, "axes fraction"),
            xytext=(away, 12),
            textcoords="offset points",
            ha=side,
            fontsize=SMALL_SIZE,
            color=MUTED,
        )
