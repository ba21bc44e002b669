"""A country's welfare over its own tariff: where it is best, and what it does to others."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.labels import EndLabel, label_ends
from negotiation.charts.style import INK, MUTED, TEXT_SIZE, country_colour, country_text, rule_heights

WIDTH = 3.0
BAND = 0.18  # opacity
STYLES = ("-", "--")  # the second country is told apart in black and white too


@dataclass(frozen=True)
class WelfareCurves:
    """rates: (P,) percent; names: one or two countries, the one that levies first; welfare: (names, P) percent;
    low, high: the same over what is uncertain; best: the best rate and the welfare of the first country there."""

    rates: NDArray[np.float64]
    names: tuple[str, ...]
    welfare: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    best: tuple[float, float]


def draw(axes: Axes, numbers: WelfareCurves) -> None:
    """Welfare of each, the best rate marked."""
    axes.axhline(0, color=MUTED, linewidth=1.2)
    for place, curve in enumerate(numbers.welfare):
        axes.fill_between(
            numbers.rates, numbers.low[place], numbers.high[place], color=country_colour(place), alpha=BAND, linewidth=0
        )
        axes.plot(numbers.rates, curve, STYLES[place], color=country_colour(place), linewidth=WIDTH)
    rate, welfare = numbers.best
    axes.plot([rate], [welfare], marker="o", markersize=11, color=country_text(0), markeredgecolor="white")
    axes.annotate(
        f"best: {rate:.1f} %, {welfare:+.2f} %".replace("-", "−"),
        xy=(rate, welfare),
        xytext=(0, 16),
        textcoords="offset points",
        ha="center",
        color=INK,
        fontsize=TEXT_SIZE,
        fontweight="bold",
    )
    axes.set_xlim(numbers.rates[0], numbers.rates[-1])
    axes.set_ylim(*_room(np.concatenate([numbers.low, numbers.high])))
    axes.set_xlabel("Tariff on goods (%)")
    axes.set_ylabel("Change of welfare (%)")
    rule_heights(axes)
    ends = [
        EndLabel(float(curve[-1]), name, country_text(place), "bold")
        for place, (name, curve) in enumerate(zip(numbers.names, numbers.welfare, strict=True))
    ]
    label_ends(axes, float(numbers.rates[-1]), ends)


def _room(welfare: NDArray[np.float64]) -> tuple[float, float]:
    span = float(welfare.max() - welfare.min())
    return float(welfare.min()) - 0.05 * span, float(welfare.max()) + 0.2 * span
