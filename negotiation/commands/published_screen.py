"""What `economy validate` prints: published number, ours, difference, within tolerance or not."""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from negotiation.economy.published import BINDING, Comparison, compare, read_cases, tables_folder

HEADINGS = ("case", "grade", "what", "published", "ours", "differ.", "tol.", "fits")
LONG = 26  # letters of a variable's name
ROW_LINE = "{0:<25}{1:<3}{2:<32}{3:>12}{4:>9}{5:>8}{6:>6} {7}"
HEADING_LINE = ROW_LINE.replace("{1:<3}", "{1:.0}   ")


def compared(tables: Path | None, quiet: bool) -> tuple[Comparison, ...]:
    """Every case, compared; says on the screen that it takes a while."""
    folder = tables_folder(tables)
    cases = read_cases(folder)
    with Console(stderr=True).status(f"Solving for {len(cases)} published numbers", spinner="dots") as status:
        if quiet:
            status.stop()
        return tuple(compare(folder, case) for case in cases)


def print_comparisons(comparisons: Sequence[Comparison], as_csv: bool) -> None:
    """One row a case; those that need not fit last, with the reason why they differ."""
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow((*HEADINGS, "source", "scenario", "remark"))
        for found in comparisons:
            writer.writerow((*cells(found), found.case.source, found.case.scenario, found.remark))
        return
    console = Console()
    binding = [found for found in comparisons if found.case.grade in BINDING]
    console.print(HEADING_LINE.format(*HEADINGS), highlight=False, soft_wrap=True, style="bold")
    for found in binding:
        console.print(ROW_LINE.format(*cells(found)), highlight=False, soft_wrap=True)
    fitting = sum(bool(found.fits) for found in binding)
    console.print(f"{fitting} of {len(binding)} within tolerance.\n\nContext: other kinds of models.", highlight=False)
    for found in comparisons:
        if found.case.grade not in BINDING:
            ours = "-" if found.ours is None else f"{found.ours:+.2f}"
            case = found.case
            what = f"{case.variable}, {case.region}, {case.scenario}"
            line = f"  {case.name:<10} {what}: published {case.published}, ours {ours} ({found.remark})"
            console.print(line, highlight=False, soft_wrap=True)


def cells(found: Comparison) -> tuple[str, ...]:
    """A row."""
    case = found.case
    ours = "" if found.ours is None else f"{found.ours:+.3f}"
    difference = "" if found.difference is None else f"{found.difference:+.3f}"
    tolerance = "" if case.tolerance is None else f"{case.tolerance:g}"
    fits = {True: "yes", False: "NO", None: ""}[found.fits]
    what = f"{case.variable[:LONG]}, {case.region}"
    return case.name, case.grade, what, case.published, ours, difference, tolerance, fits


def all_fit(comparisons: Sequence[Comparison]) -> bool:
    """Whether every case that must fit does."""
    return all(found.fits for found in comparisons if found.case.grade in BINDING)
