"""Where one quantity goes over the weeks in all worlds: 5-95 and 25-75 % bands, the median, a few single worlds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.labels import EndLabel, label_ends
from negotiation.charts.style import INK, MUTED, TEXT_SIZE, country_colour, country_text, rule_heights

OUTER, INNER = 0.2, 0.45  # opacity of the bands


@dataclass(frozen=True)
class Fan:
    """One country's fan.

    country: its name; place: its place in the scenario, for the colour; weeks: (W,); quantiles: (5, W) at 5, 25, 50,
    75, 95 %; singles: some worlds' own paths, (W,) each.
    """

    country: str
    place: int
    weeks: NDArray[np.float64]
    quantiles: NDArray[np.float64]
    singles: tuple[NDArray[np.float64], ...] = ()


def draw_fans(panels: Sequence[Axes], fans: Sequence[Fan]) -> None:
    """One fan a panel, under its country's name."""
    for axes, fan in zip(panels, fans, strict=True):
        _draw_bands(axes, fan)
        rule_heights(axes)
        axes.set_xlim(fan.weeks[0], fan.weeks[-1])
        axes.set_xlabel("Week")
        axes.set_title(
            fan.country, loc="left", color=country_text(fan.place), fontweight="bold", fontsize=TEXT_SIZE, pad=12
        )


def _draw_bands(axes: Axes, fan: Fan) -> None:
    lowest, lower, median, upper, highest = fan.quantiles
    colour = country_colour(fan.place)
    axes.fill_between(fan.weeks, lowest, highest, color=colour, alpha=OUTER, linewidth=0)
    axes.fill_between(fan.weeks, lower, upper, color=colour, alpha=INNER, linewidth=0)
    for single in fan.singles:
        axes.plot(fan.weeks, single, color=INK, linewidth=0.9, alpha=0.55)
    axes.plot(fan.weeks, median, color=country_text(fan.place), linewidth=3.5, solid_capstyle="butt")


def name_bands(panels: Sequence[Axes], fans: Sequence[Fan]) -> None:
    """Name median and bands at their right ends; call when the heights no longer change."""
    for axes, fan in zip(panels, fans, strict=True):
        colour = country_text(fan.place)
        has_bands = np.nanmax(fan.quantiles[-1] - fan.quantiles[0]) > 0
        names = (
            (2, "median", "bold", colour),
            (3, "half of worlds", "normal", colour),
            (4, "90 % of worlds", "normal", MUTED),
        )
        labels = [
            EndLabel(float(fan.quantiles[row, -1]), words, ink, weight)
            for row, words, weight, ink in names
            if np.isfinite(fan.quantiles[row, -1]) and (has_bands or words == "median")
        ]
        label_ends(axes, float(fan.weeks[-1]), labels)
