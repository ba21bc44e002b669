"""How disputes end: the share of worlds with each outcome, with 95 % intervals."""

from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes

from negotiation.charts.style import (
    BREAKDOWN,
    COUNTRY,
    DEAL,
    DEAL_PALE,
    INK,
    MUTED,
    PALE,
    SMALL_SIZE,
    STANDOFF,
    TEXT_SIZE,
    rule_widths,
)

Kind = Literal["deal", "limited", "calm", "first", "second", "standoff", "war", "other"]

# Fill and hatch, so that no two neighbours look alike in black and white.
LOOK: dict[Kind, tuple[str, str]] = {
    "deal": (DEAL, ""),
    "limited": (DEAL_PALE, ""),
    "calm": (PALE, ""),
    "first": (COUNTRY[0], "//"),
    "second": (COUNTRY[1], "\\\\"),
    "standoff": (STANDOFF, ""),
    "war": (BREAKDOWN, ""),
    "other": (PALE, ".."),
}


@dataclass(frozen=True)
class OutcomeBar:
    """One outcome: its name for people; share of worlds with its 95 % interval, in percent; how many worlds."""

    label: str
    share: float
    low: float
    high: float
    count: int
    kind: Kind


@dataclass(frozen=True)
class OutcomeShares:
    """All outcomes, from the best settled down."""

    bars: tuple[OutcomeBar, ...]


def draw(axes: Axes, numbers: OutcomeShares) -> None:
    """Bars from the left, the interval as a whisker, the numbers beside it."""
    for row, bar in enumerate(numbers.bars):
        fill, hatch = LOOK[bar.kind]
        if bar.count:
            axes.barh(row, bar.share, height=0.62, color=fill, hatch=hatch, edgecolor="white" if hatch else fill)
        axes.plot([bar.low, bar.high], [row, row], color=INK, linewidth=2.2, solid_capstyle="butt")
        _write_beside(axes, row, bar)
    axes.set_yticks(range(len(numbers.bars)), [bar.label for bar in numbers.bars], color=INK, fontsize=TEXT_SIZE)
    axes.set_ylim(len(numbers.bars) - 0.5, -0.5)
    axes.set_xlim(0, max([bar.high for bar in numbers.bars], default=1))
    axes.set_xlabel("Share of worlds (%)")
    axes.spines["left"].set_visible(False)
    rule_widths(axes)


def _write_beside(axes: Axes, row: int, bar: OutcomeBar) -> None:
    share = f"{short(bar.share)} %"
    interval = f"{short(bar.low)} to {short(bar.high)}"
    for words, up, size, colour, weight in (
        (share, 8, TEXT_SIZE, INK, "bold"),
        (interval, -10, SMALL_SIZE, MUTED, None),
    ):
        axes.annotate(
            words,
            xy=(bar.high, row),
            xytext=(10, up),
            textcoords="offset points",
            va="center",
            fontsize=size,
            color=colour,
            fontweight=weight or "normal",
            annotation_clip=False,
        )


def short(percent: float) -> str:
    """A percentage as short as it may be: a decimal where a whole number would say too little."""
    return f"{percent:.1f}" if 0 < percent < 9.95 or 99 < percent < 100 else f"{percent:.0f}"
