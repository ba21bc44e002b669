"""From a results folder to what a person takes away."""

from pathlib import Path

from negotiation.report.baselines import baselines_of
from negotiation.report.doubts import doubts_in
from negotiation.report.exhibits import exhibits
from negotiation.report.figures import save_figures
from negotiation.report.page import Beside, page
from negotiation.report.run import read_run
from negotiation.report.stories import stories


def write_report(folder: Path) -> None:
    """Draw the figures into folder/figures and write folder/report.html. Raises FolderError if there is no run."""
    run = read_run(folder)
    shown = exhibits(run)
    svgs = save_figures(folder / "figures", run, shown)
    beside = Beside(doubts_in(folder), baselines_of(run.summary))
    words = page(run, shown, svgs, stories(run), beside)
    (folder / "report.html").write_text(words, encoding="utf-8", newline="\n")
