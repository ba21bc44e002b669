"""Both countries' welfare over both tariffs, with the best answers and the Nash point."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.style import INK, MUTED, NASH, NASH_PALE, SMALL_SIZE, TEXT_SIZE, country_colour, country_text

LEVELS = 7
STYLES = ("solid", "dashed")
HALO = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 2.0}


@dataclass(frozen=True)
class Plane:
    """names: the two countries; first, second: (P,) and (Q,) their tariffs, percent; welfare: (2, P, Q) percent.

    answers: two arrays, (Q,) the first's best tariff to each of the second's, (P,) the second's to each of the first's;
    nash: their rates where neither wants to move; otherwise: the same and a word, under other assumptions.
    """

    names: tuple[str, str]
    first: NDArray[np.float64]
    second: NDArray[np.float64]
    welfare: NDArray[np.float64]
    answers: tuple[NDArray[np.float64], NDArray[np.float64]]
    nash: tuple[float, float]
    otherwise: tuple[tuple[float, float, str], ...]


def draw(axes: Axes, plane: Plane) -> None:
    """The first's tariff across, the second's upwards; thin lines join equal welfare, thick ones are best answers."""
    for place in (0, 1):
        lines = axes.contour(
            plane.first,
            plane.second,
            plane.welfare[place].T,
            levels=LEVELS,
            colors=country_colour(place),
            linewidths=1.2,
            linestyles=STYLES[place],
        )
        axes.clabel(lines, fmt=_level, fontsize=SMALL_SIZE - 1)
    axes.plot(plane.answers[0], plane.second, color=country_colour(0), linewidth=4)
    axes.plot(plane.first, plane.answers[1], color=country_colour(1), linewidth=4, linestyle=(0, (4, 1)))
    _name_answers(axes, plane)
    _mark(axes, plane)
    axes.set_xlim(plane.first[0], plane.first[-1])
    axes.set_ylim(plane.second[0], plane.second[-1])
    for side, place in (("x", 0), ("y", 1)):
        setter = axes.set_xlabel if side == "x" else axes.set_ylabel
        setter(f"Tariff of {plane.names[place]} (%)", color=country_text(place))


def _level(level: float) -> str:
    return f"{level:+g}".replace("-", "−") if level else "0"


def _name_answers(axes: Axes, plane: Plane) -> None:
    """Each best-answer curve named at its end."""
    for place, at in ((0, (plane.answers[0][-1], plane.second[-1])), (1, (plane.first[-1], plane.answers[1][-1]))):
        axes.annotate(
            f"{plane.names[place]}'s best answer",
            xy=at,
            xytext=(0, 8) if place == 0 else (8, 0),
            textcoords="offset points",
            ha="center" if place == 0 else "left",
            va="bottom" if place == 0 else "center",
            color=country_text(place),
            fontsize=TEXT_SIZE,
            fontweight="bold",
            annotation_clip=False,
        )


def _mark(axes: Axes, plane: Plane) -> None:
    """The Nash point, and free trade where both charge nothing more."""
    axes.plot(*plane.nash, marker="D", markersize=12, color=NASH, markeredgecolor="white", zorder=5)
    axes.annotate(
        f"Nash: {plane.nash[0]:.1f} % and {plane.nash[1]:.1f} %",
        xy=plane.nash,
        xytext=(14, 14),
        textcoords="offset points",
        color=INK,
        fontsize=TEXT_SIZE,
        fontweight="bold",
        bbox=HALO,
        zorder=6,
    )
    for first, second, words in plane.otherwise:
        axes.plot(first, second, marker="D", markersize=8, color=NASH_PALE, markeredgecolor=NASH, zorder=5)
        beyond = first > plane.nash[0]  # names point away from the Nash point, where the curves cross
        axes.annotate(
            words,
            (first, second),
            (12, 0) if beyond else (-12, 0),
            textcoords="offset points",
            ha="left" if beyond else "right",
            va="center",
            fontsize=SMALL_SIZE,
            color=INK,
            bbox=HALO,
        )
    axes.plot([0.0], [0.0], marker="o", markersize=9, color=MUTED, clip_on=False, zorder=5)
    axes.annotate("no tariffs", (0.0, 0.0), (10, 8), textcoords="offset points", fontsize=SMALL_SIZE, bbox=HALO)
