"""Where the allies stand: how many join in, week by week, and each one's stance at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from negotiation.charts.labels import EndLabel, label_ends
from negotiation.charts.style import (
    DEAL,
    INK,
    MUTED,
    NASH,
    NASH_PALE,
    PALE,
    SMALL_SIZE,
    STANDOFF,
    TEXT_SIZE,
    rule_heights,
)

# Stance -> its fill, and the ink that can be read on it.
LOOKS = {
    "neutral": (PALE, INK),
    "solidarity": (NASH_PALE, INK),
    "joint retaliation": (NASH, "white"),
    "separate deal": (DEAL, "white"),
    "mediation": (STANDOFF, INK),
}
UNKNOWN = ("#FFFFFF", INK)
ROOM_FOR_NUMBER = 9.0  # percent: a narrower piece carries no number
BAND = 0.2  # opacity


@dataclass(frozen=True)
class JoinedAllies:
    """Allies in one stance, week by week: its name; mean over worlds, 5 and 95 % quantiles, (W,) each."""

    stance: str
    mean: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True)
class AllyStances:
    """allies: (A,) names; stances: (T,) names; shares: (A, T) percent of worlds at the end.

    weeks: (W,); joined: how many allies were in a stance by then.
    """

    allies: tuple[str, ...]
    stances: tuple[str, ...]
    shares: NDArray[np.float64]
    weeks: NDArray[np.float64]
    joined: tuple[JoinedAllies, ...]


def draw(panels: Sequence[Axes], numbers: AllyStances) -> None:
    """Stances at the end on the left, the number of allies in two of them over time on the right."""
    _draw_shares(panels[0], numbers)
    if len(panels) > 1:
        _draw_weeks(panels[1], numbers)


def _draw_shares(axes: Axes, numbers: AllyStances) -> None:
    begun = np.cumsum(numbers.shares, axis=-1) - numbers.shares
    for place, stance in enumerate(numbers.stances):
        fill, ink = LOOKS.get(stance, UNKNOWN)
        axes.barh(
            range(len(numbers.allies)), numbers.shares[:, place], left=begun[:, place], height=0.7, color=fill,
            edgecolor="white" if fill != UNKNOWN[0] else MUTED, linewidth=1.0,
        )  # fmt: skip
        for row, (share, left) in enumerate(zip(numbers.shares[:, place], begun[:, place], strict=True)):
            if share >= ROOM_FOR_NUMBER:
                axes.text(left + share / 2, row, f"{share:.0f}", ha="center", va="center", color=ink)
    axes.set_yticks(range(len(numbers.allies)), list(numbers.allies), color=INK, fontsize=TEXT_SIZE)
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(len(numbers.allies) - 0.5, -0.5)
    axes.set_xlim(0, 100)
    axes.set_xlabel("Stance at the end (% of worlds)")
    axes.spines["left"].set_visible(False)
    _name_stances(axes, numbers.stances)


def _name_stances(axes: Axes, stances: Sequence[str]) -> None:
    """The stances in their order, each after a square of its colour, in one line above the bars."""
    before = axes.annotate("", xy=(0, 1), xycoords="axes fraction", xytext=(0, 16), textcoords="offset points")
    for place, stance in enumerate(stances):
        fill, _ = LOOKS.get(stance, UNKNOWN)
        square = {"boxstyle": "square,pad=0.25", "facecolor": fill, "edgecolor": MUTED, "linewidth": 0.8}
        before = axes.annotate(
            "  ", xy=(1, 0), xycoords=before, xytext=(0 if place == 0 else 16, 0), textcoords="offset points",
            va="bottom", fontsize=SMALL_SIZE, bbox=square,
        )  # fmt: skip
        before = axes.annotate(
            stance, xy=(1, 0), xycoords=before, xytext=(7, 0), textcoords="offset points", va="bottom",
            fontsize=SMALL_SIZE, color=INK,
        )  # fmt: skip


def _draw_weeks(axes: Axes, numbers: AllyStances) -> None:
    ends = []
    for joined, dashes in zip(numbers.joined, ("-", "--"), strict=False):
        fill, _ = LOOKS.get(joined.stance, UNKNOWN)
        axes.fill_between(numbers.weeks, joined.low, joined.high, color=fill, alpha=BAND, linewidth=0)
        axes.plot(numbers.weeks, joined.mean, color=NASH, linewidth=3, linestyle=dashes)
        ends.append(EndLabel(float(joined.mean[-1]), joined.stance, NASH, "bold"))
    axes.set_xlim(numbers.weeks[0], numbers.weeks[-1])
    axes.set_ylim(0, max(1.0, axes.get_ylim()[1]))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.set_xlabel("Week")
    axes.set_ylabel("Allies taking part (mean over worlds)")
    rule_heights(axes)
    label_ends(axes, float(numbers.weeks[-1]), ends)
