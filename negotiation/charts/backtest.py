"""What was foretold from several days on beside what followed, and how far chances can be relied on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.rows import head
from negotiation.charts.style import (
    DEAL_TEXT,
    INK,
    MUTED,
    SMALL_SIZE,
    SPINE,
    country_colour,
    country_text,
    rule_heights,
    rule_widths,
)

Floats = NDArray[np.float64]
WIDE, NARROW = 0.18, 0.32  # opacity of the bands
ROOM = 1.1


@dataclass(frozen=True)
class Fan:
    """One side's rate from one origin: the record before and after (W,), the first foretold week, the model's
    quantiles (5, L) at 5, 25, 50, 75, 95 %, and what it would be unchanged; place: the country's, for the colour."""

    title: str
    line: str
    place: int
    observed: Floats
    begins: int
    band: Floats
    unchanged: float
    months: dict[int, str]
    most: float


def draw_fans(panels: Sequence[Axes], fans: Sequence[Fan]) -> None:
    """Draw each forecast on its panel."""
    for axes, fan in zip(panels, fans, strict=True):
        _fan(axes, fan)


def _fan(axes: Axes, fan: Fan) -> None:
    weeks = np.arange(fan.begins, fan.begins + fan.band.shape[1])
    colour = country_colour(fan.place)
    axes.fill_between(weeks, fan.band[0], fan.band[4], color=colour, alpha=WIDE, linewidth=0)
    axes.fill_between(weeks, fan.band[1], fan.band[3], color=colour, alpha=NARROW, linewidth=0)
    axes.plot(weeks, fan.band[2], color=country_text(fan.place), linewidth=2.0)
    axes.plot(weeks, np.full(len(weeks), fan.unchanged), color=MUTED, linewidth=1.5, linestyle=(0, (2, 2)))
    axes.plot(np.arange(len(fan.observed)), fan.observed, color=INK, linewidth=2.6, drawstyle="steps-post")
    axes.axvline(fan.begins - 0.5, color=SPINE, linewidth=1.2)
    axes.set_xlim(0, len(fan.observed) - 1)
    axes.set_ylim(0, fan.most * ROOM)
    axes.set_xticks(list(fan.months), list(fan.months.values()))
    axes.locator_params(axis="y", nbins=5)
    rule_heights(axes)
    head(axes, fan.title, fan.line, country_text(fan.place))


@dataclass(frozen=True)
class Reliability:
    """Chances that were given and what came of them: how many, the mean chance, how often it happened, by bin."""

    name: str
    bins: Sequence[tuple[int, float, float]]
    own: bool


def draw_reliability(axes: Axes, shown: Sequence[Reliability]) -> None:
    """Chances across, what happened up; the size of a dot says how many."""
    axes.plot([0, 1], [0, 1], color=MUTED, linewidth=1.2)
    for each in shown:
        count, chance, happened = (np.array(column) for column in zip(*each.bins, strict=True))
        colour = country_text(0) if each.own else DEAL_TEXT
        axes.plot(chance, happened, color=colour, linewidth=1.5, linestyle="-" if each.own else (0, (2, 2)))
        axes.scatter(chance, happened, s=12 * count, color=colour, alpha=0.6, marker="o" if each.own else "s", zorder=3)
        if each.own:
            for number, x, y in zip(count, chance, happened, strict=True):
                axes.annotate(str(number), (x, y), xytext=(0, 14), textcoords="offset points", ha="center",
                              color=colour, fontsize=SMALL_SIZE)  # fmt: skip
    axes.set_xlim(-0.03, 1.05)
    axes.set_ylim(-0.05, 1.1)
    axes.set_xlabel("chance given")
    axes.set_ylabel("share that happened")
    rule_heights(axes)
    head(axes, "Chances and what came of them", "circles: the model, how many; squares: the past's rate", INK)


@dataclass(frozen=True)
class Bars:
    """One score of every forecaster, in the order of the names; less is better."""

    name: str
    unit: str
    values: Sequence[float]


def draw_scores(axes: Axes, names: Sequence[str], bars: Bars, named: bool) -> None:
    """A row a forecaster; the first is the model."""
    rows = np.arange(len(names))
    colours = [country_text(0), *[MUTED] * (len(names) - 1)]
    axes.barh(rows, bars.values, color=colours, height=0.62)
    for row, value in zip(rows, bars.values, strict=True):
        axes.annotate(f"{value:.2f}", (value, row), xytext=(4, 0), textcoords="offset points", va="center",
                      color=INK, fontsize=SMALL_SIZE)  # fmt: skip
    axes.set_yticks(rows, list(names) if named else [""] * len(names), color=INK, fontsize=SMALL_SIZE)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, max(bars.values) * 1.25)
    axes.locator_params(axis="x", nbins=4)
    rule_widths(axes)
    head(axes, bars.name, bars.unit, INK)
