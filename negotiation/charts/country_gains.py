"""Who gains and who loses by a set of tariffs, and where jobs move."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.rows import head, name_rows
from negotiation.charts.style import (
    BREAKDOWN,
    INK,
    MUTED,
    SMALL_SIZE,
    STANDOFF,
    country_colour,
    country_text,
)

BAR = 0.62
HEADROOM = 0.3  # of the span beside the longest bar, for its number


@dataclass(frozen=True)
class Gains:
    """names: (N,) from the top down; welfare, real_income: (N,) percent; low, high: (N,) welfare over what is
    uncertain; places: (N,) 0 or 1 for the countries whose colour is known, else -1."""

    names: tuple[str, ...]
    welfare: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    real_income: NDArray[np.float64]
    places: tuple[int, ...]


@dataclass(frozen=True)
class MovedJobs:
    """One country's change of jobs by sector: sectors: (S,) from the top down; moved: (S,) in the unit."""

    country: str
    place: int
    sectors: tuple[str, ...]
    moved: NDArray[np.float64]
    unit: str


def draw(panels: Sequence[Axes], gains: Gains, jobs: Sequence[MovedJobs]) -> None:
    """Countries in the first panel; jobs by sector of one country in each of the others."""
    _draw_gains(panels[0], gains)
    for order, (axes, moved) in enumerate(zip(panels[1:], jobs, strict=True)):
        _draw_jobs(axes, moved, names_rows=order == 0)


def _draw_gains(axes: Axes, gains: Gains) -> None:
    rows = np.arange(len(gains.names))
    colours = [country_colour(place) if place >= 0 else STANDOFF for place in gains.places]
    axes.barh(rows, gains.welfare, height=BAR, color=colours)
    axes.hlines(rows, gains.low, gains.high, color=INK, linewidth=2.0)
    axes.plot(gains.real_income, rows, linestyle="none", marker="D", markersize=7, color="white", mec=INK, mew=1.5)
    name_rows(axes, gains.names)
    for row, welfare in enumerate(gains.welfare):
        _beside(axes, row, f"{welfare:+.2f}")
    shown = np.concatenate([gains.welfare, gains.real_income, gains.low, gains.high, [0.0]])
    room = 0.05 * max(float(np.ptp(shown)), 0.01)
    axes.set_xlim(float(shown.min()) - room, float(shown.max()) + room)
    axes.set_xlabel("Change (%)")
    head(axes, "By country", "bar, number: welfare; line: its range;\ndiamond: real factor income", INK, above=46)


def _beside(axes: Axes, row: float, words: str) -> None:
    """A number to the right of its row, off the bars."""
    axes.annotate(
        "0.00" if float(words) == 0.0 else words.replace("-", "−"),
        xy=(1, row),
        xycoords=("axes fraction", "data"),
        xytext=(8, 0),
        textcoords="offset points",
        va="center",
        fontsize=SMALL_SIZE,
        color=INK,
    )


def _draw_jobs(axes: Axes, jobs: MovedJobs, names_rows: bool) -> None:
    rows = np.arange(len(jobs.sectors))
    axes.barh(rows, jobs.moved, height=BAR, color=country_colour(jobs.place) if jobs.place >= 0 else BREAKDOWN)
    name_rows(axes, jobs.sectors if names_rows else [""] * len(rows))
    for row, moved in enumerate(jobs.moved):
        words = f"{moved:+,.0f}" if abs(moved) >= 10 else f"{moved:+.1f}"
        _number(axes, row, moved, words, left=moved < 0.0)
    _widen(axes, jobs.moved)
    axes.set_xlabel(f"Jobs ({jobs.unit})")
    head(axes, jobs.country, "jobs that move,\nby sector", country_text(max(jobs.place, 0)), above=46)


def _number(axes: Axes, row: float, across: float, words: str, left: bool) -> None:
    axes.annotate(
        words.replace("-", "−"),
        xy=(across, row),
        xytext=(-8 if left else 8, 0),
        textcoords="offset points",
        va="center",
        ha="right" if left else "left",
        fontsize=SMALL_SIZE,
        color=MUTED,
    )


def _widen(axes: Axes, values: NDArray[np.float64]) -> None:
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    room = HEADROOM * max(high - low, 0.01)
    axes.set_xlim(low - room, high + (room if high > 0.0 else room / 4))
