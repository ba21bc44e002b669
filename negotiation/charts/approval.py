"""How the two governments stand with their people, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from negotiation.charts.fan import Fan, draw_fans, name_bands
from negotiation.charts.style import MUTED

HALF = 50.0  # percent
LEAST_SPAN = 10.0  # points of approval: smaller moves are not magnified


@dataclass(frozen=True)
class Approval:
    """People behind each government, in percent."""

    fans: tuple[Fan, ...]


def draw(panels: Sequence[Axes], numbers: Approval) -> None:
    """One panel a country, with one scale of heights and a line at one half."""
    draw_fans(panels, numbers.fans)
    low, high = panels[0].get_ylim()
    middle = (low + high) / 2
    low, high = min(low, middle - LEAST_SPAN / 2), max(high, middle + LEAST_SPAN / 2)
    for axes in panels:
        axes.set_ylim(low, high)
        axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
        if low < HALF < high:
            axes.axhline(HALF, color=MUTED, linewidth=1.2, linestyle=(0, (2, 3)), zorder=1.5)
    panels[0].set_ylabel("Approval of the government (%)")
    name_bands(panels, numbers.fans)
