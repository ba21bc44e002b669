"""Figure: how it ends where the guesses are uncertain, and what the spread comes from."""

from negotiation.charts import guesses as chart
from negotiation.charts.guesses import Guesses, Parts, Share
from negotiation.charts.sheet import Layout
from negotiation.report.doubts import Doubts, doubts_of
from negotiation.report.exhibit import Exhibit
from negotiation.report.run import Run

PERCENT = 100.0
LEAST_LEFT, LETTER = 0.4, 0.1  # inches


def guesses(run: Run) -> Exhibit | None:
    """Shares over states of the guesses beside those as stated; None where the guesses were not tried."""
    if not run.uncertainty:
        return None
    told = doubts_of(run.uncertainty, run.summary)
    numbers = Guesses(shares_of(run), tuple(Parts(row.name, row.alone) for row in told.variance), told.factors)
    left = LEAST_LEFT + LETTER * max(len(each.name) for each in numbers.shares)
    return Exhibit(
        name="guesses",
        title=title(numbers.shares),
        subtitle=f"{told.guesses} guesses uncertain at once, in {told.states} states of {told.worlds} worlds each; "
        "hollow: as stated, pale: nine of ten states",
        reading="The blue dot is an outcome's share over all states of the guesses, the blue line its 95 % interval, "
        "the pale band between what it lies in nine of ten states; the hollow dot is its share with every guess as "
        "stated. On the right, what of the variance decisions, guesses and luck account for alone, and the rest.",
        bands="Intervals: Student, 95 %, of states and of the luck they share.",
        layout=Layout((1.25, 1.0), left=left, right=0.5, gap=0.5, headroom=0.6),
        draw=lambda panels: chart.draw(panels, numbers),
        columns=("outcome", "stated_percent", "share_percent", "low_percent", "high_percent", "state_low_percent",
                 "state_high_percent"),
        rows=[(each.name, each.stated, each.share, each.low, each.high, each.state_low, each.state_high)
              for each in numbers.shares],
    )  # fmt: skip


def shares_of(run: Run) -> tuple[Share, ...]:
    """Every outcome's share, in the report's order."""
    told: Doubts = doubts_of(run.uncertainty, run.summary)
    found = []
    for row, outcome in zip(told.shares, outcomes_told(run), strict=True):
        stated = run.summary["outcomes"].get(outcome, {}).get("share", 0.0)
        over = run.uncertainty["shares"].get(outcome, {})
        numbers = [PERCENT * over.get(name, 0.0) for name in ("share", "low", "high", "state_low", "state_high")]
        found.append(Share(row.name, PERCENT * stated, *numbers))
    return tuple(found)


def outcomes_told(run: Run) -> list[str]:
    """The outcomes that have a row, as doubts has them."""
    stated, over = run.summary["outcomes"], run.uncertainty["shares"]
    return [each for each in dict.fromkeys([*stated, *over]) if each in over or stated.get(each, {}).get("share")]


def title(shares: tuple[Share, ...]) -> str:
    """Which outcome is least sure."""
    widest = max(shares, key=lambda each: each.state_high - each.state_low)
    return f"{widest.name}: {widest.state_low:.0f} to {widest.state_high:.0f} % of worlds, by what is guessed"
