"""The figure of `analyze`: titled, on its sheet, saved."""

from pathlib import Path

import numpy as np

from negotiation.bargaining.dominance import distinct_frontier
from negotiation.bargaining.errors import BargainingError
from negotiation.charts import frontier as chart
from negotiation.charts.frontier import Frontier
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.commands.packages_on_table import OnTable

DOTS = 150  # an inch: 1920 by 1080
SHORT = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian_gain": "egalitarian",
    "utilitarian": "utilitarian",
}


def save_figure(on_table: OnTable, file: Path) -> bool:
    """Draw and save the figure of two sides; False for more."""
    if len(on_table.sides) != 2:
        return False
    with house_style():
        numbers = _numbers(on_table)
        figure, panels = sheet(_words(on_table), Layout(left=1.1, right=3.6, headroom=0.5))
        chart.draw(panels[0], numbers)
        kinds = figure.canvas.get_supported_filetypes()
        if file.suffix.lstrip(".").lower() not in kinds:
            raise BargainingError(f"--figure: a file ending in .{', .'.join(sorted(kinds))}; got '{file.name}'")
        figure.savefig(file, dpi=DOTS, metadata={"Software": None} if file.suffix == ".png" else None)
    return True


def _numbers(on_table: OnTable) -> Frontier:
    found = on_table.appraisal
    points = [(words, found.points[name]) for name, words in SHORT.items() if found.points[name] >= 0]
    first, second = on_table.sides
    efficient = found.values[distinct_frontier(found.values)]
    return Frontier(
        sides=(first, second),
        unit=on_table.unit,
        values=found.values,
        frontier=efficient[np.argsort(efficient[:, 0], kind="stable")],
        disagreement=found.disagreement,
        points=tuple((words, found.values[package]) for words, package in points),
    )


def _words(on_table: OnTable) -> Words:
    found = on_table.appraisal
    count, zone, efficient = len(found.values), int(found.zone.sum()), len(found.frontier)
    if zone:
        leave = "leaves" if zone == 1 else "leave"
        title = f"{zone:,} of {count:,} packages {leave} nobody worse off than no deal"
    else:
        title = f"None of {count:,} packages leaves both sides as well off as no deal"
    shaded = f" ({efficient:,} where both gain)" if zone else ""
    subtitle = f"Grey: every package. Green: none is better for one side and no worse for the other{shaded}"
    return Words(title, subtitle, f"{on_table.title}. {on_table.no_deal}.")
