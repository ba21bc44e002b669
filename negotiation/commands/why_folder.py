"""What `why` leaves behind: numbers, a row a world, the figure, the retold worlds."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from negotiation.charts import frictions as chart
from negotiation.charts.frictions import Bar, FrictionRow, Frictions
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.dispute.block import Column
from negotiation.study.folder import json_text
from negotiation.study.parting import Parting, Row
from negotiation.study.rows import csv_header, csv_rows
from negotiation.study.why import EVERY, PAIRS, SINGLES, Explanation

DOTS = 150  # an inch: 1920 by 1080
PERCENT = 100.0
NONE_ALONE = "No single one"
FORMATS: dict[str, dict[str, str | None]] = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}


def write_why(folder: Path, found: Explanation, summary: Mapping[str, Any], told: Sequence[Parting]) -> None:
    """Write why.json, worlds.csv, why.png and .svg, and retold.md."""
    (folder / "why.json").write_text(json_text(summary) + "\n", encoding="utf-8")
    columns = _by_world(found)
    (folder / "worlds.csv").write_bytes(csv_header(tuple(columns)) + csv_rows(columns))
    (folder / "retold.md").write_text(_retold(summary, told), encoding="utf-8")
    _save_figure(folder, summary)


def _by_world(found: Explanation) -> dict[str, Column]:
    """A row a world: 1 where there is a comprehensive deal, as it is and without frictions; pairs where asked."""
    columns: dict[str, Column] = {
        "world": np.arange(len(found.deal)),
        "deal": found.deal.astype(np.int64),
        "frictions_that_prevented_it": found.prevented,
    }
    for single in SINGLES:
        columns[f"deal_without_{single[0]}"] = found.deal_without[single].astype(np.int64)
    for pair in PAIRS:
        asked = np.full(len(found.deal), np.nan)
        asked[found.unexplained] = found.deal_without_pair[pair]
        columns[f"deal_without_{pair[0]}_and_{pair[1]}"] = asked
    columns["deal_without_all"] = found.deal_without[EVERY].astype(np.int64)
    return columns


def _save_figure(folder: Path, summary: Mapping[str, Any]) -> None:
    """Draw and save the figure."""
    numbers = numbers_of(summary)
    with house_style():
        layout = Layout(widths=(1.35, 1.0), left=2.6, right=0.5, gap=0.6, headroom=0.95)
        figure, panels = sheet(_words(summary, numbers), layout)
        chart.draw(panels, numbers)
        for kind, silent in FORMATS.items():
            figure.savefig(folder / f"why.{kind}", dpi=DOTS, metadata=silent)


def numbers_of(summary: Mapping[str, Any]) -> Frictions:
    """The figure's numbers: the friction that prevented most first, what none alone explains last."""
    rows = [
        FrictionRow(entry["name"], _bar(entry["saved"]), _bar(entry["alone"]), _bar(entry["lost"]))
        for entry in sorted(summary["frictions"], key=lambda entry: -entry["saved"]["count"])
        if entry["in_scenario"]
    ]
    rows.append(FrictionRow(NONE_ALONE, _bar(summary["none_alone"]), None, None))
    stuck = summary["without_deal"]["count"]
    return Frictions(tuple(rows), stuck, summary["worlds"] - stuck)


def _bar(counted: Mapping[str, Any]) -> Bar:
    """A share as a bar, percent; nothing where there is nothing to count."""
    share, low, high = (np.nan_to_num(PERCENT * counted[key]) for key in ("share", "low", "high"))
    return Bar(float(share), float(low), float(high))


def _words(summary: Mapping[str, Any], numbers: Frictions) -> Words:
    """The message, what is drawn, where the numbers are from."""
    first = numbers.rows[0]
    if not numbers.stuck:
        title = "Every world has a comprehensive deal: there is nothing to explain"
    elif first.name == NONE_ALONE or not first.saved.share:
        title = "No friction alone kept a world from a deal"
    else:
        title = f"{first.name}: an obstacle in {first.saved.share:.0f} % of worlds without a deal"
    scenario = summary["scenario"]
    footer = (
        f"{scenario['title']} · {summary['worlds']:,} worlds · seed {summary['seed']} · scenario "
        f"{scenario['hash'][:10]}. Wilson intervals, 95 %. A world may be in several bars."
    )
    return Words(title, "The same worlds under the same luck, one friction taken away at a time", footer)


def _retold(summary: Mapping[str, Any], told: Sequence[Parting]) -> str:
    """The retold worlds in Markdown."""
    lines = [f"# {summary['scenario']['title']}: the same luck, one friction fewer", ""]
    for parting in told:
        lines += [f"## World {parting.world}: {parting.friction.lower()}", "", _introduced(parting), ""]
        lines += ["| week | as it is | without it |", "|---|---|---|"]
        lines += [f"| {row.week} | {_cell(row.with_it)} | {_cell(row.without_it)} |" for row in parting.rows]
        lines += [f"| end | {parting.ends_with} | {parting.ends_without} |", ""]
    return "\n".join(lines)


def _introduced(parting: Parting) -> str:
    """Where the two part, and whether anything else would have saved the world."""
    parts = f"The two are the same until week {parting.rows[0].week}." if parting.rows else "The two never part."
    return parts + (" No other friction alone would have made a deal." if parting.only_one else "")


def _cell(moves: Sequence[str]) -> str:
    """A week's sentences in one cell."""
    return "<br>".join(moves).replace("|", "\\|")


def shown(parting: Parting, weeks: int) -> tuple[list[Row], int]:
    """The first weeks after the parting in which the two differ, and how many more weeks there are."""
    different = [row for row in parting.rows if row.with_it != row.without_it]
    return different[:weeks], max(len(different) - weeks, 0)
