"""What agreements are worth to both governments, among all packages they could have signed."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.both_gain import draw_both_gain
from negotiation.charts.labels import PointLabel, label_points
from negotiation.charts.style import COUNTRY_TEXT, DEAL, DEAL_TEXT, INK, MUTED, NASH, SPINE

MANY = 1500  # dots: beyond, they are drawn as one picture, or the file grows by a hundred bytes each
SMALLEST, LARGEST = 30.0, 1100.0  # square points: area of an agreement's dot


@dataclass(frozen=True)
class Agreements:
    """Agreed packages: gains (D, 2) in points; counts (D,) worlds; limited (D,) whether the deal left issues open."""

    gains: NDArray[np.float64]
    counts: NDArray[np.int64]
    limited: NDArray[np.bool_]


@dataclass(frozen=True)
class PackageValues:
    """Gains over no deal at the start, points: first country across, second up.

    countries: their names; packages: (P, 2); frontier: (F, 2), in order; nash, kalai_smorodinsky, no_deal: across
    and up; window: left, right, bottom, top of the picture.
    """

    countries: tuple[str, str]
    packages: NDArray[np.float64]
    frontier: NDArray[np.float64]
    nash: tuple[float, float] | None
    kalai_smorodinsky: tuple[float, float] | None
    no_deal: tuple[float, float]
    agreements: Agreements
    window: tuple[float, float, float, float]


def draw(axes: Axes, numbers: PackageValues) -> None:
    """Packages faint, the frontier, the points of reference, the agreements as large as they are frequent."""
    axes.set_xlim(numbers.window[0], numbers.window[1])
    axes.set_ylim(numbers.window[2], numbers.window[3])
    _draw_no_deal(axes, numbers)
    many = len(numbers.packages) > MANY
    across, up = numbers.packages.T
    axes.scatter(across, up, s=9, color=SPINE, alpha=0.55, linewidths=0, rasterized=many)
    axes.plot(*numbers.frontier.T, color=DEAL, linewidth=3.0, marker="o", markersize=4)
    _draw_agreements(axes, numbers.agreements)
    label_points(axes, [*_frontier_label(numbers), *_references(axes, numbers), *_largest_label(numbers.agreements)])
    axes.set_xlabel(f"Gain of {numbers.countries[0]} over no deal (points)")
    axes.set_ylabel(f"Gain of {numbers.countries[1]} over no deal (points)")


def _draw_no_deal(axes: Axes, numbers: PackageValues) -> None:
    corner = numbers.window[1], numbers.window[3]
    draw_both_gain(axes, numbers.no_deal, corner, (numbers.countries[0], "center"))


def _draw_agreements(axes: Axes, agreements: Agreements) -> None:
    if not len(agreements.counts):
        return
    areas = SMALLEST + (LARGEST - SMALLEST) * agreements.counts / agreements.counts.max()
    whole = ~agreements.limited
    across, up = agreements.gains.T
    axes.scatter(across[whole], up[whole], s=areas[whole], color=DEAL_TEXT, linewidths=0, alpha=0.55)
    axes.scatter(across[~whole], up[~whole], s=areas[~whole], facecolors="none", edgecolors=DEAL_TEXT, linewidths=1.5)


def _references(axes: Axes, numbers: PackageValues) -> list[PointLabel]:
    """Draw the points of reference; their labels."""
    labels = [PointLabel(numbers.window[1], numbers.no_deal[1], f"no deal: {numbers.countries[1]}", COUNTRY_TEXT[1])]
    axes.plot(*numbers.no_deal, marker="X", markersize=11, color=MUTED, markeredgecolor="white")
    if numbers.kalai_smorodinsky is not None:
        axes.plot(*numbers.kalai_smorodinsky, marker="D", markersize=11, color=INK, markeredgecolor="white")
        labels.append(PointLabel(*numbers.kalai_smorodinsky, "Kalai–Smorodinsky", INK, "bold"))
    if numbers.nash is not None:
        axes.plot(*numbers.nash, marker="P", markersize=14, color=NASH, markeredgecolor="white")
        labels.append(PointLabel(*numbers.nash, "Nash point", NASH, "bold"))
    return labels


def _frontier_label(numbers: PackageValues) -> list[PointLabel]:
    left, right, bottom, top = numbers.window
    seen = [(across, up) for across, up in numbers.frontier.tolist() if left <= across <= right and bottom <= up <= top]
    if not seen:
        return []
    across, up = min(seen, key=lambda point: abs(point[1] - (bottom + top) / 2))
    return [PointLabel(across, up, "efficient frontier", DEAL_TEXT, "bold")]


def _largest_label(agreements: Agreements) -> list[PointLabel]:
    if not len(agreements.counts):
        return []
    largest = int(np.argmax(agreements.counts))
    across, up = agreements.gains[largest]
    worlds = int(agreements.counts[largest])
    return [PointLabel(across, up, f"largest dot: {worlds:,} world{'s' if worlds > 1 else ''}", DEAL_TEXT)]
