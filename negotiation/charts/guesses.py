"""How it ends where the guesses are uncertain, beside how it ends as stated; and what decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from negotiation.charts.style import (
    BREAKDOWN,
    COUNTRY,
    DEAL,
    DEAL_TEXT,
    INK,
    NASH,
    PALE,
    SMALL_SIZE,
    STANDOFF,
    TEXT_SIZE,
    rule_widths,
)

BAND, INTERVAL, PART = 11.0, 3.0, 0.56  # points, points, share of a row
WHOLE = 100.0
COLOURS = (DEAL, NASH, STANDOFF, PALE)
WORDS = (DEAL_TEXT, NASH, BREAKDOWN, INK)
PLACES = ((0.0, -1.6), (50.0, -1.6), (0.0, -1.1), (50.0, -1.1))  # of the names above the bars: percent, row
LEAST = 6.0  # percent, from which on a part has room for its number


@dataclass(frozen=True)
class Share:
    """One outcome, percent: as stated, over the states of the guesses with its 95 % interval, in nine of ten states."""

    name: str
    stated: float
    share: float
    low: float
    high: float
    state_low: float
    state_high: float


@dataclass(frozen=True)
class Parts:
    """What varies in one outcome, percent: what each factor accounts for alone; the rest is what they do together."""

    name: str
    alone: tuple[float, ...]


@dataclass(frozen=True)
class Guesses:
    """shares: by outcome; parts: by what varies; factors: their names, in the parts' order."""

    shares: tuple[Share, ...]
    parts: tuple[Parts, ...]
    factors: tuple[str, ...]


def draw(panels: Sequence[Axes], numbers: Guesses) -> None:
    """Left the shares, right what the variance is made of."""
    _draw_shares(panels[0], numbers.shares)
    _draw_parts(panels[1], numbers)


def _draw_shares(axes: Axes, shares: Sequence[Share]) -> None:
    """A pale band for nine of ten states, a line and a dot for the mean over states, a hollow dot as stated."""
    for row, each in enumerate(shares):
        axes.plot([each.state_low, each.state_high], [row, row], color=PALE, linewidth=BAND, solid_capstyle="butt")
        axes.plot([each.low, each.high], [row, row], color=COUNTRY[0], linewidth=INTERVAL, solid_capstyle="butt")
        axes.plot(each.share, row, "o", color=COUNTRY[0], markersize=8)
        axes.plot(each.stated, row, "o", color="white", markeredgecolor=INK, markeredgewidth=1.8, markersize=8)
    axes.set_yticks(range(len(shares)), [each.name for each in shares], color=INK, fontsize=SMALL_SIZE)
    axes.set_ylim(len(shares) - 0.5, -0.8)
    axes.set_xlabel("Share of worlds (%)", fontsize=SMALL_SIZE)
    axes.set_title("How it ends", loc="left", fontsize=TEXT_SIZE, fontweight="bold", color=INK, pad=8)
    axes.spines["left"].set_visible(False)
    rule_widths(axes)


def _draw_parts(axes: Axes, numbers: Guesses) -> None:
    """A bar of 100 % for each: what acts alone, in colours, and the rest."""
    for row, each in enumerate(numbers.parts):
        start = 0.0
        for place, part in enumerate((*each.alone, max(WHOLE - sum(each.alone), 0.0))):
            axes.barh(row, part, PART, left=start, color=COLOURS[place], edgecolor="white")
            if part >= LEAST:
                middle = start + part / 2
                axes.text(middle, row, f"{part:.0f}", ha="center", va="center", fontsize=SMALL_SIZE, color=INK)
            start += part
        axes.text(0.0, row - PART / 2, f" {each.name}", ha="left", va="bottom", fontsize=SMALL_SIZE, color=INK)
    for name, colour, (at, row_at) in zip((*numbers.factors, "together"), WORDS, PLACES, strict=True):
        axes.text(at, row_at, f"{'□' if colour == INK else '■'} {name}", color=colour, fontsize=SMALL_SIZE, ha="left")
    axes.set_yticks([])
    axes.set_ylim(len(numbers.parts) - 0.5, -2.0)
    axes.set_xlim(0.0, WHOLE)
    axes.set_xlabel("Share of the variance (%)", fontsize=SMALL_SIZE)
    axes.set_title("What it comes from", loc="left", fontsize=TEXT_SIZE, fontweight="bold", color=INK, pad=8)
    axes.spines["left"].set_visible(False)
    rule_widths(axes)
