"""What kept worlds from a deal: per friction, the share it prevented, alone or among others, and the share it made."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from negotiation.charts.outcomes import short
from negotiation.charts.rows import head, name_rows
from negotiation.charts.style import BREAKDOWN, DEAL, DEAL_PALE, DEAL_TEXT, INK, MUTED, SMALL_SIZE, STANDOFF, TEXT_SIZE

THICK = 0.56  # of a row
ROOM = 1.3  # of the longest bar, for the numbers beside it


@dataclass(frozen=True)
class Bar:
    """A share with its 95 % interval, percent."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class FrictionRow:
    """One friction. saved: of the worlds without a deal, those that have one without it; alone: those that nothing
    else would have saved; lost: of the worlds with a deal, those that have none without it, None where nobody asked."""

    name: str
    saved: Bar
    alone: Bar | None
    lost: Bar | None


@dataclass(frozen=True)
class Frictions:
    """The frictions, the one that prevented most first; how many worlds have no deal, and how many have one."""

    rows: tuple[FrictionRow, ...]
    stuck: int
    settled: int


def draw(panels: Sequence[Axes], numbers: Frictions) -> None:
    """Left: deals prevented, dark where it alone prevented them. Right: deals that would be lost."""
    left, right = panels
    names = [row.name for row in numbers.rows]
    for place, row in enumerate(numbers.rows):
        left.barh(place, row.saved.share, THICK, color=STANDOFF if row.alone is None else DEAL_PALE)
        if row.alone is not None:
            left.barh(place, row.alone.share, THICK, color=DEAL)
        _whisker(left, place, row.saved)
        if row.lost is not None:
            right.barh(place, row.lost.share, THICK, color=BREAKDOWN)
            _whisker(right, place, row.lost)
    for axes in panels:
        name_rows(axes, names if axes is left else [""] * len(names))
        axes.set_xlim(0, _reach(numbers.rows))
        axes.set_xlabel("Share of worlds (%)")
    head(left, f"Without a deal ({numbers.stuck:,}): would have one", "dark: nothing else would do", DEAL_TEXT)
    head(right, f"With a deal ({numbers.settled:,}): would lose it", "what the friction is good for", INK)


def _reach(rows: Sequence[FrictionRow]) -> float:
    """Both panels' right end, percent: so that their bars can be compared."""
    ends = [bar.high for row in rows for bar in (row.saved, row.lost) if bar is not None]
    return ROOM * max([*ends, 1.0])


def _whisker(axes: Axes, place: int, bar: Bar) -> None:
    """The interval, and the numbers beside it."""
    axes.plot([bar.low, bar.high], [place, place], color=INK, linewidth=2.2, solid_capstyle="butt")
    for words, up, size, colour, weight in (
        (f"{short(bar.share)} %", 8, TEXT_SIZE, INK, "bold"),
        (f"{short(bar.low)} to {short(bar.high)}", -9, SMALL_SIZE, MUTED, "normal"),
    ):
        axes.annotate(words, xy=(bar.high, place), xytext=(8, up), textcoords="offset points", va="center",
                      fontsize=size, color=colour, fontweight=weight, annotation_clip=False)  # fmt: skip
