"""What was thought before, what is thought after, and whether the ranks of the check are even."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.rows import head
from negotiation.charts.style import DEAL, INK, MUTED, PALE, SPINE, country_colour, country_text, rule_heights

Floats = NDArray[np.float64]
BARS = 20


@dataclass(frozen=True)
class Marginal:
    """One parameter: particles and weights (R,), values before (N,), its range, the scenario's value, the country's
    place, None for both; whole: whether only whole numbers count.
    """

    name: str
    line: str
    values: Floats
    weight: Floats
    before: Floats
    low: float
    high: float
    stated: float
    place: int | None
    whole: bool


def draw_marginals(panels: Sequence[Axes], shown: Sequence[Marginal]) -> None:
    """A histogram each, over the outline of before; panels without a number are left empty."""
    for axes in panels[len(shown) :]:
        axes.set_axis_off()
    for axes, each in zip(panels, shown, strict=False):
        bars = round(each.high - each.low) if each.whole else BARS
        edges = np.linspace(each.low, each.high, bars + 1)
        heights, _ = np.histogram(each.values, edges, weights=each.weight * bars)
        before, _ = np.histogram(each.before, edges, weights=np.full(len(each.before), bars / len(each.before)))
        colour = MUTED if each.place is None else country_colour(each.place)
        axes.bar(edges[:-1], heights, np.diff(edges), align="edge", color=colour, alpha=0.55)
        axes.stairs(before, edges, color=INK, linewidth=1.4, linestyle=(0, (4, 2)), baseline=None)
        axes.axvline(each.stated + (0.5 if each.whole else 0.0), color=INK, linewidth=2.0)
        axes.set_xlim(each.low, each.high)
        axes.set_ylim(0, max(2.0, float(heights.max()) * 1.1))
        axes.locator_params(axis="x", nbins=5)
        if each.whole:
            axes.set_xticks(edges[:-1] + 0.5, [f"{edge:.0f}" for edge in edges[:-1]])
        axes.set_yticks([])
        head(axes, each.name, each.line, INK if each.place is None else country_text(each.place))


@dataclass(frozen=True)
class Evenness:
    """One parameter's ranks (T,), from 0 to most, and how likely ranks so uneven are."""

    name: str
    line: str
    ranks: NDArray[np.int64]
    most: int
    even: tuple[float, float]


def draw_ranks(panels: Sequence[Axes], shown: Sequence[Evenness], bins: int) -> None:
    """A histogram each, with the band in which nine bars in ten lie where all is well."""
    for axes in panels[len(shown) :]:
        axes.set_axis_off()
    for axes, each in zip(panels, shown, strict=False):
        edges = np.linspace(0, each.most + 1, bins + 1)
        heights, _ = np.histogram(each.ranks, edges)
        axes.axhspan(*each.even, color=PALE, linewidth=0)
        axes.bar(edges[:-1], heights, np.diff(edges) * 0.94, align="edge", color=DEAL, alpha=0.8)
        axes.axhline(len(each.ranks) / bins, color=SPINE, linewidth=1.4)
        axes.set_ylim(0, max(each.even[1], heights.max()) * 1.15)
        axes.set_xlim(0, each.most + 1)
        rule_heights(axes)
        head(axes, each.name, each.line, INK)
