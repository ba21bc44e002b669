"""From a results folder to what a person takes away."""

from pathlib import Path

from negotiation.report.doubts import doubts_in
from negotiation.report.exhibits import exhibits
from negotiation.report.figures import save_figures
from negotiation.report.page import page
from negotiation.report.run import read_run
from negotiation.report.stories import stories


def write_report(folder: Path) -> None:
    """Draw the figures into folder/figures and write folder/report.html. Raises FolderError if there is no run."""
    run = read_run(folder)
    shown = exhibits(run)
    svgs = save_figures(folder / "figures", run, shown)
    (folder / "report.html").write_text(
        page(run, shown, svgs, stories(run), doubts_in(folder)), encoding="utf-8", newline="\n"
    )
