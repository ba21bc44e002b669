"""Exhibits drawn and saved: an SVG and a PNG each, and the numbers behind them as CSV."""

import csv
import io
import warnings
from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure

from negotiation.charts.sheet import Words, sheet
from negotiation.charts.style import house_style
from negotiation.report.exhibit import Cell, Exhibit, footer
from negotiation.report.run import Run

PNG_DOTS = 150  # an inch: 1920 by 1080
# No date, no program's name, no address: the same numbers give the same bytes.
SILENT = {"Date": None, "Creator": None, "Format": None, "Type": None}


def save_figures(folder: Path, run: Run, exhibits: Sequence[Exhibit]) -> dict[str, str]:
    """Draw and save every exhibit in the folder; the SVG text of each by its name."""
    folder.mkdir(exist_ok=True)
    return {exhibit.name: _save(folder, run, exhibit) for exhibit in exhibits}


def _save(folder: Path, run: Run, exhibit: Exhibit) -> str:
    with house_style(), warnings.catch_warnings():
        # A scenario may be written in a script the shipped fonts lack; boxes then stand for its letters.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure = drawn(run, exhibit)
        svg = io.StringIO()
        figure.savefig(svg, format="svg", metadata={"Title": exhibit.title, **SILENT})
        figure.savefig(folder / f"{exhibit.name}.png", dpi=PNG_DOTS, metadata={"Software": None})
    (folder / f"{exhibit.name}.svg").write_text(svg.getvalue(), encoding="utf-8", newline="\n")
    _save_numbers(folder / f"{exhibit.name}.csv", exhibit.columns, exhibit.rows)
    return svg.getvalue()


def drawn(run: Run, exhibit: Exhibit) -> Figure:
    """The exhibit on its sheet; call inside house_style()."""
    figure, panels = sheet(Words(exhibit.title, exhibit.subtitle, footer(run, exhibit.bands)), exhibit.layout)
    exhibit.draw(panels)
    return figure


def _save_numbers(path: Path, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(["" if cell != cell else cell for cell in row] for row in rows)
