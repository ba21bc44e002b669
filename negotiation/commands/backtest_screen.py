"""What `backtest` prints."""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from negotiation.study.held_out.backtest import Backtest
from negotiation.study.held_out.baselines import FORECASTERS
from negotiation.study.held_out.verdict import SAYS, otherwise_read, pooled, sentences


def print_backtest(test: Backtest, folder: Path) -> None:
    """The scores of all forecasters, and where the model loses."""
    console = Console(highlight=False)
    days = ", ".join(held.model.origin.until.isoformat() for held in test.held)
    console.print(Text(f"{test.record.title}: hidden after {days}", style="bold"), soft_wrap=True)
    console.print(_table(test))
    for sentence in sentences(test):
        console.print(f"- {sentence}", soft_wrap=True)
    console.print(f"- {_changed(test)}", soft_wrap=True)
    console.print(Text(SAYS, style="italic"), soft_wrap=True)
    console.print(Text(f"Results: {folder}"), soft_wrap=True)


def _table(test: Backtest) -> Table:
    """A row a forecaster; less is better but for the coverage."""
    table = Table(box=None, header_style="bold")
    table.add_column("less is better", no_wrap=True)
    for side in test.record.sides:
        table.add_column(f"CRPS {side}", justify="right", no_wrap=True)
    for name in ("in 50 %", "in 90 %", "Brier", "order"):
        table.add_column(name, justify="right", no_wrap=True)
    for who in FORECASTERS:
        scores = pooled(test, who)
        cells = [f"{value:.2f}" for value in scores["crps"].values()]
        cells += [f"{100 * value:.0f} %" for value in scores["coverage"].values()]
        cells.append("" if scores["brier_all"] is None else f"{scores['brier_all']:.3f}")
        table.add_row(who, *cells, f"{scores['order']:.2f}")
    return table


def _changed(test: Backtest) -> str:
    """What one other reading of the record would do."""
    found = otherwise_read(test)
    own = found["brier"]["the model"]
    return (
        f"threats carried out, one of {found['windows']} windows read otherwise: the model's Brier score goes from "
        f"{own['as read']:.3f} to {own['least']:.3f} at best, {own['most']:.3f} at worst; "
        f"'{found['best']}' leads, another one in {found['another_leads_in']} of these readings"
    )
