"""The figure of `sensitivity`."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from negotiation.charts import indices as chart
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.report.figures import PNG_DOTS, SILENT
from negotiation.study.doubt.indices import FIRST, SPREAD, Index
from negotiation.study.doubt.sensitivity import RANKED_BY
from negotiation.study.plan import Study

MOST_ROWS = 20
LETTER, ROW, ROOM = 0.095, 0.3, 3.2  # inches a letter, a row, and besides
LEAST_HEIGHT = 5.0
NAMED = 3  # numbers in the title


def save_figure(study: Study, found: Sequence[Index], method: str, outcome: str, folder: Path) -> None:
    """Draw and save it, PNG and SVG."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [each.parameter for each in ranked(found, method)][:MOST_ROWS]
    rows = chart.IndexRows(
        tuple(name.replace("_", " ") for name in names),
        marks(found, names, RANKED_BY[method]),
        marks(found, names, FIRST if method == "sobol" else SPREAD),
        "share of the variance" if method == "sobol" else f"change of {outcome.replace('_', ' ')} over its range",
    )
    height = max(LEAST_HEIGHT, ROOM + ROW * len(names))
    layout = Layout(left=0.7 + LETTER * max(map(len, names)), headroom=0.3, height=height)
    subtitle = "Sobol indices of the mean over worlds" if method == "sobol" else "Morris's elementary effects"
    with house_style():
        words = Words(title(found, method, outcome), f"{subtitle}; the same luck at every point", footer(study))
        figure, (axes,) = sheet(words, layout)
        chart.draw(axes, rows)
        figure.savefig(folder / "indices.png", dpi=PNG_DOTS, metadata={"Software": None})
        figure.savefig(folder / "indices.svg", metadata={"Title": words.title, **SILENT})


def ranked(found: Sequence[Index], method: str) -> list[Index]:
    """The index that ranks, the largest first."""
    return sorted((each for each in found if each.index == RANKED_BY[method]), key=lambda each: -each.value)


def marks(found: Sequence[Index], names: Sequence[str], index: str) -> chart.IndexMarks:
    """One index of the numbers shown; without an interval there is none to see."""
    known = {each.parameter: each for each in found if each.index == index}
    rows = np.array([[known[name].value, known[name].low, known[name].high] for name in names], np.float64)
    bounds = np.where(np.isnan(rows[:, 1:]), rows[:, :1], rows[:, 1:])
    return chart.IndexMarks(index, rows[:, 0], bounds[:, 0], bounds[:, 1])


def title(found: Sequence[Index], method: str, outcome: str) -> str:
    """The numbers that surely matter, those that seem to matter most first; how they rank is less sure."""
    every = [each.parameter.replace("_", " ") for each in ranked(found, method) if each.low > 0.0]
    sure, more = every[:NAMED], len(every) - NAMED
    what = outcome.replace("_", " ")
    if not sure:
        return f"No number surely moves {what}: play more points"
    listed = sure[0] if len(sure) == 1 else f"{', '.join(sure[:-1])} and {sure[-1]}"
    return f"What surely moves {what}: {listed}" + (f", and {more} more" if more > 0 else "")


def footer(study: Study) -> str:
    """Where the numbers are from."""
    scenario = study.beneath
    return (
        f"{scenario.title} · {study.worlds:,} worlds a point · {len(study.uncertainties)} numbers · seed {study.seed} "
        f"· scenario {scenario.content_hash()[:10]}. Whiskers: 95 %, of the design's chance and of luck."
    )
