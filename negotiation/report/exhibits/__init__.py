"""The figures of a results folder, one file each: numbers computed, sentences chosen, nothing drawn yet."""

from collections.abc import Callable

from negotiation.report.exhibit import Exhibit
from negotiation.report.exhibits.allies import allies
from negotiation.report.exhibits.approval import approval
from negotiation.report.exhibits.deal_time import deal_time
from negotiation.report.exhibits.guesses import guesses
from negotiation.report.exhibits.jobs_prices import jobs_prices
from negotiation.report.exhibits.outcomes import outcomes
from negotiation.report.exhibits.tariffs import tariffs
from negotiation.report.exhibits.values import values
from negotiation.report.run import Run

# In the order a reader meets them. Each answers None where the results hold nothing to show.
EXHIBITS: tuple[Callable[[Run], Exhibit | None], ...] = (
    outcomes,
    guesses,
    tariffs,
    deal_time,
    values,
    jobs_prices,
    approval,
    allies,
)


def exhibits(run: Run) -> list[Exhibit]:
    """Every figure these results can fill."""
    return [exhibit for build in EXHIBITS if (exhibit := build(run)) is not None]
