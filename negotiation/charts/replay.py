"""A record week by week in panels, both countries in each; and what might have been."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.labels import EndLabel, label_ends
from negotiation.charts.rows import head
from negotiation.charts.style import INK, MUTED, SMALL_SIZE, country_colour, country_text, rule_heights

Floats = NDArray[np.float64]
BAND = 0.2  # opacity
ROOM = 1.12  # of the span, so that lines do not touch the rim


@dataclass(frozen=True)
class Line:
    """One country's course in a panel. place: in the scenario, for the colour; band: (3, W) at 5, 50, 95 %; before: the
    record's median (W,) where this is not the record itself."""

    country: str
    place: int
    band: Floats
    before: Floats | None = None


@dataclass(frozen=True)
class Panel:
    """What a panel shows: its name, unit and lines; floor: the least span of heights."""

    name: str
    unit: str
    lines: tuple[Line, ...]
    least_span: float


def draw(panels: Sequence[Axes], shown: Sequence[Panel], days: Sequence[date]) -> None:
    """Draw every panel over the same weeks."""
    for axes, panel in zip(panels, shown, strict=True):
        _draw(axes, panel, days)


def _draw(axes: Axes, panel: Panel, days: Sequence[date]) -> None:
    weeks = np.arange(len(days))
    for line in panel.lines:
        low, middle, high = line.band
        axes.fill_between(weeks, low, high, color=country_colour(line.place), alpha=BAND, linewidth=0)
        if line.before is not None:
            axes.plot(weeks, line.before, color=country_text(line.place), linewidth=1.6, linestyle=(0, (2, 2)))
        axes.plot(weeks, middle, color=country_text(line.place), linewidth=3.0, solid_capstyle="butt")
    _frame(axes, panel, days)
    ends = [
        EndLabel(float(line.band[1, -1]), line.country, country_text(line.place), "bold") for line in panel.lines
    ]
    label_ends(axes, float(weeks[-1]), ends, SMALL_SIZE)


def _frame(axes: Axes, panel: Panel, days: Sequence[date]) -> None:
    """Scales, months and the panel's name."""
    low, high = axes.get_ylim()
    middle, span = (low + high) / 2, max(high - low, panel.least_span) * ROOM
    axes.set_ylim(middle - span / 2, middle + span / 2)
    if axes.get_ylim()[0] < 0 < axes.get_ylim()[1]:
        axes.axhline(0, color=MUTED, linewidth=1.0, zorder=1.5)
    axes.set_xlim(0, len(days) - 1)
    months = [week for week in range(1, len(days)) if days[week].month != days[week - 1].month and days[week].month % 2]
    axes.set_xticks(months, [f"{days[week]:%b}" for week in months])
    axes.locator_params(axis="y", nbins=5)
    rule_heights(axes)
    head(axes, panel.name, panel.unit, INK)
