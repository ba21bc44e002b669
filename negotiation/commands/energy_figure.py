"""The figure of `economy energy`."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from negotiation.charts import pump_prices
from negotiation.charts.sheet import Layout, Words
from negotiation.commands.economy_figures import COLOURED, MODEL, saved
from negotiation.commands.energy import Energy, local_cents

SHORT = {"cents a gallon": "¢/gal", "Canadian cents a litre": "C¢/L"}


def save_energy(energy: Energy, file: Path) -> None:
    """Pump prices by region; producers and countries at first and in the long run."""
    cents = np.array([change for _, change in energy.pumps])
    labels = [local_cents(region, change) for region, change in energy.pumps]
    pumps = pump_prices.PumpPrices(
        tuple(region.name for region, _ in energy.pumps),
        cents,
        tuple(f"{change:+.1f} {SHORT[unit]}".replace("-", "−") if change else "0" for change, unit in labels),
        tuple(COLOURED.index(region.country) for region, _ in energy.pumps),
    )
    losses = pump_prices.Losses(
        tuple(name.replace(", ", ",\n").replace(" energy", "\nenergy") for name, _, _ in energy.losses),
        np.array([first for _, first, _ in energy.losses]),
        np.array([last for _, _, last in energy.losses]),
        tuple(0 if name.startswith("US") else 1 for name, _, _ in energy.losses),
    )
    words = Words(headline(energy), f"Added to duties in force: {energy.words}", f"{MODEL} {NOTE}")

    def draw(panels: Sequence[Axes]) -> None:
        pump_prices.draw(panels, pumps, losses)

    saved(words, Layout(widths=(1.0, 0.75), left=2.4, right=1.75, gap=2.2, headroom=0.75), file, draw)


NOTE = (
    "First weeks: trade elasticities a quarter of the long run's (Anderson & Yotov 2020). Alberta: the sector's change "
    "times how much more the province depends on the US. Pump prices: incidence and most shares are assumptions."
)


def headline(energy: Energy) -> str:
    """Where drivers pay most, and what Alberta's producers lose."""
    region, cents = max(energy.pumps, key=lambda pump: pump[1])
    change, unit = local_cents(region, cents)
    _, first, last = next(row for row in energy.losses if row[0].startswith("Alberta"))
    verb = "falls" if last < 0.0 else "rises"
    return (
        f"Fuel costs {change:.0f} {unit} more in {the_place(region.name)}; "
        f"Alberta's energy income {verb} {abs(first):.0f} % at first, {abs(last):.0f} % in the long run"
    )


def the_place(name: str) -> str:
    """A region's name in a sentence."""
    return name if name.startswith(("New", "British", "Alberta", "Ontario", "Quebec", "Atlantic")) else f"the {name}"
