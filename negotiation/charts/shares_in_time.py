"""How shares of strategies move: a panel a side, a line a strategy, named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.style import MUTED, SMALL_SIZE, TEXT_SIZE, country_text, rule_heights

# None is a country's; dashes for those who print in grey or tell few colours apart.
MANNERS = (
    ("#9A4F88", "-"), ("#8A6508", "--"), ("#1A2332", "-."), ("#B03A5B", ":"), ("#8C564B", "-"), ("#57606A", "--"),
    ("#6B7000", "-."), ("#7A7F88", ":"),
)  # fmt: skip
LEAST_APART = 0.05  # of the height, between two names
PERCENT = 100.0


@dataclass(frozen=True)
class SharesOfSide:
    """shares: of every strategy at every time, (T, n)."""

    title: str
    place: int
    strategies: tuple[str, ...]
    times: NDArray[np.float64]
    shares: NDArray[np.float64]


def draw(panels: Sequence[Axes], sides: Sequence[SharesOfSide]) -> None:
    """Side by side, percent of each population."""
    for axes, side in zip(panels, sides, strict=True):
        for place, share in enumerate(side.shares.T):
            colour, line = MANNERS[place % len(MANNERS)]
            axes.plot(side.times, PERCENT * share, color=colour, linestyle=line, linewidth=2.5)
        _name_ends(axes, side)
        axes.set_ylim(-2, 102)
        axes.set_xlim(0, float(side.times[-1]))
        axes.set_xlabel("time", fontsize=SMALL_SIZE)
        rule_heights(axes)
        axes.set_title(
            side.title, loc="left", fontsize=TEXT_SIZE, fontweight="bold", color=country_text(side.place), pad=10
        )
    panels[0].set_ylabel("share playing it, %", fontsize=SMALL_SIZE, color=MUTED)


def _name_ends(axes: Axes, side: SharesOfSide) -> None:
    """Names at the right, kept apart from below."""
    order = np.argsort(side.shares[-1], kind="stable")
    height = -np.inf
    for place in order:
        height = max(float(side.shares[-1, place]), height + LEAST_APART)
        colour, _ = MANNERS[place % len(MANNERS)]
        axes.annotate(
            f"{side.strategies[place].replace('_', ' ')} {PERCENT * side.shares[-1, place]:.0f} %",
            xy=(1.0, PERCENT * height),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontsize=SMALL_SIZE,
            color=colour,
            annotation_clip=False,
        )
