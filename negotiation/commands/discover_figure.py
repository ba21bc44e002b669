"""The figure of `discover`: the first box."""

from pathlib import Path
from typing import Any

import numpy as np

from negotiation.charts import boxes as chart
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.report.figures import PNG_DOTS, SILENT
from negotiation.study.doubt.discovery import Box, Discovery
from negotiation.study.plan import Study

LETTER, ROW, ROOM, LEAST = 0.095, 0.55, 3.4, 5.0  # inches a letter, a row, and besides
PERCENT = 100.0


def save_figure(study: Study, found: Discovery, outcome: str, folder: Path) -> None:
    """Draw and save the first box, PNG and SVG; nothing where there is none."""
    if not found.boxes:
        return
    folder.mkdir(parents=True, exist_ok=True)
    box = found.boxes[0]
    limits = [limit(found, name, bounds, box.firmness[name]) for name, bounds in box.limits.items()]
    worth = [
        chart.Worth(name, *(PERCENT * value for value in each))
        for name, each in (("of such worlds, it holds", box.coverage), ("of its worlds, end so", box.density))
    ]
    worth.append(chart.Worth("of all worlds end so", *[PERCENT * found.base] * 3))
    height = max(LEAST, ROOM + ROW * len(limits))
    layout = Layout((1.5, 1.0), left=0.7 + LETTER * max(len(each.name) for each in limits), gap=0.6, headroom=0.6,
                    height=height)  # fmt: skip
    scenario = study.beneath
    footer = (
        f"{scenario.title} · {study.design.states} states of {study.worlds} worlds · seed {study.seed} · scenario "
        f"{scenario.content_hash()[:10]}. PRIM on half the states, less bounds it seldom sets again; measured on "
        "the others; 95 % intervals."
    )
    with house_style():
        words = Words(
            title(found, outcome), "What sets such worlds apart: guesses, types and private deadlines", footer
        )
        figure, axes = sheet(words, layout)
        chart.draw(axes, limits, worth)
        figure.savefig(folder / "box.png", dpi=PNG_DOTS, metadata={"Software": None})
        figure.savefig(folder / "box.svg", metadata={"Title": words.title, **SILENT})


def title(found: Discovery, outcome: str) -> str:
    """How much more often it ends so in the box."""
    what = outcome.replace("_", " ")
    if not found.boxes:
        return f"No box sets {what} apart"
    box = found.boxes[0]
    return (
        f"In one box {PERCENT * box.density.value:.0f} % end in a {what} instead of {PERCENT * found.base:.0f} %; it "
        f"holds {PERCENT * box.coverage.value:.0f} % of them"
    )


def limit(found: Discovery, name: str, bounds: Any, firmness: float) -> chart.Limit:
    """One number's bounds, as shares of its range and in words, with how often they are found again."""
    told, again = name.replace("_", " "), f" (again in {PERCENT * firmness:.0f} % of halves)"
    if isinstance(bounds[0], str):
        return chart.Limit(told, 0.0, len(bounds) / found.rows[name].nunique(), " or ".join(bounds) + again)
    low, high = float(found.rows[name].min()), float(found.rows[name].max())
    first, last = max(bounds[0], low), min(bounds[1], high)
    return chart.Limit(told, (first - low) / (high - low), (last - low) / (high - low), bounds_words(bounds) + again)


def bounds_words(bounds: Any) -> str:
    """Between what, in words."""
    if isinstance(bounds[0], str):
        return " or ".join(bounds)
    low, high = bounds
    if np.isinf(low):
        return f"at most {high:.3g}"
    return f"at least {low:.3g}" if np.isinf(high) else f"{low:.3g} to {high:.3g}"


def box_words(box: Box) -> str:
    """A box in a line."""
    limits = "; ".join(
        f"{name} {bounds_words(bounds)} ({PERCENT * box.firmness[name]:.0f} %)" for name, bounds in box.limits.items()
    )
    cover, dense = box.coverage, box.density
    return (
        f"coverage {PERCENT * cover.value:.0f} % ({PERCENT * cover.low:.0f} to {PERCENT * cover.high:.0f}), density "
        f"{PERCENT * dense.value:.0f} % ({PERCENT * dense.low:.0f} to {PERCENT * dense.high:.0f}), "
        f"{PERCENT * box.mass:.0f} % of worlds: {limits}"
    )
