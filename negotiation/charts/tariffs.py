"""How high the disputed tariffs of both countries stand, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from negotiation.charts.fan import Fan, draw_fans, name_bands

LEAST_TOP = 5.0  # percent: a year without tariffs is drawn flat, not magnified


@dataclass(frozen=True)
class TariffPaths:
    """Effective disputed rate each country puts on trade with the other, in percent."""

    fans: tuple[Fan, ...]


def draw(panels: Sequence[Axes], numbers: TariffPaths) -> None:
    """One panel a country, with one scale of heights."""
    draw_fans(panels, numbers.fans)
    top = max(LEAST_TOP, *(axes.get_ylim()[1] for axes in panels))
    for axes in panels:
        axes.set_ylim(0, top)
    panels[0].set_ylabel("Effective disputed tariff (%)")
    name_bands(panels, numbers.fans)
