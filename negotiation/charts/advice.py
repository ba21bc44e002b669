"""Moves side by side: what each is worth beyond the usual one, and how often a deal follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from negotiation.charts.rows import head, name_rows
from negotiation.charts.style import DEAL, DEAL_TEXT, INK, MUTED, SMALL_SIZE

DOT = 9.0  # points across


@dataclass(frozen=True)
class Interval:
    """A number with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class MoveRow:
    """A move; gain: points over the usual move, paired; deal: share of courses with a comprehensive deal, percent."""

    name: str
    gain: Interval
    deal: Interval
    usual: bool


@dataclass(frozen=True)
class Moves:
    """Moves, the best first; colour: of the country that is advised."""

    rows: tuple[MoveRow, ...]
    colour: str


def draw(panels: Sequence[Axes], numbers: Moves) -> None:
    """Left: gain over the usual move. Right: how often a comprehensive deal follows. Dots with whiskers."""
    left, right = panels
    for place, row in enumerate(numbers.rows):
        _dot(left, place, row.gain, MUTED if row.usual else numbers.colour, row.usual)
        _dot(right, place, row.deal, DEAL, row.usual)
    for axes in panels:
        name_rows(axes, [row.name if axes is left else "" for row in numbers.rows], SMALL_SIZE)
        axes.margins(x=0.08)
    right.set_xlim(0, None)
    left.set_xlabel("Points")
    right.set_xlabel("Share of courses (%)")
    head(left, "Worth beyond the usual move", "hollow: what its own strategy would do", numbers.colour)
    head(right, "Comprehensive deal", "by the end", DEAL_TEXT)


def _dot(axes: Axes, place: int, interval: Interval, colour: str, hollow: bool) -> None:
    """One number with its interval."""
    axes.plot([interval.low, interval.high], [place, place], color=INK, linewidth=1.8, solid_capstyle="butt")
    axes.plot(interval.value, place, marker="o", markersize=DOT, color=colour,
              markerfacecolor="white" if hollow else colour, markeredgewidth=1.8)  # fmt: skip
