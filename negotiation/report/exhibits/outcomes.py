"""Figure: how disputes end."""

import numpy as np

from negotiation.charts import outcomes as chart
from negotiation.charts.outcomes import Kind, OutcomeBar, OutcomeShares
from negotiation.charts.sheet import Layout
from negotiation.report.exhibit import Exhibit
from negotiation.report.run import Run
from negotiation.report.wording import disputes, named, percent, sentence
from negotiation.study.statistics import share

PERCENT = 100.0
ONE_SIDED = "one-sided: "
NEXT_WORTH_NAMING = 0.05  # share of worlds


def outcomes(run: Run) -> Exhibit:
    """Shares of the headline outcomes, from the best settled down."""
    numbers = outcome_shares(run)
    return Exhibit(
        name="outcomes",
        title=outcome_title(run),
        subtitle="Share of worlds by how the dispute stands at the end; the line across each bar is its 95 % interval",
        reading="Each bar is the share of simulated disputes that end this way; with 95 % confidence the model's "
        "share, were it played without end, lies within the dark line.",
        bands="Intervals: Wilson, 95 %.",
        layout=Layout(left=4.0, right=1.5),
        draw=lambda panels: chart.draw(panels[0], numbers),
        columns=("outcome", "share_percent", "low_percent", "high_percent", "worlds"),
        rows=[(bar.label, bar.share, bar.low, bar.high, bar.count) for bar in numbers.bars],
    )


def outcome_shares(run: Run) -> OutcomeShares:
    """Every outcome there can be, also those that did not occur: their interval is news too."""
    counts = outcome_counts(run)
    bars = []
    for outcome, count in counts.items():
        part, low, high = (PERCENT * value for value in share(count, run.size))
        bars.append(OutcomeBar(_label(run, outcome), part, low, high, count, _kind(run, outcome)))
    return OutcomeShares(tuple(bars))


def outcome_counts(run: Run) -> dict[str, int]:
    """Worlds with each outcome, by precedence; names this program does not know come last."""
    found = dict(zip(*np.unique(run.worlds["outcome"].astype(str), return_counts=True), strict=True))
    return {str(name): int(found.get(name, 0)) for name in dict.fromkeys([*_precedence(run), *found])}


def outcome_title(run: Run) -> str:
    """How most disputes end, and how the next most do if that is worth a word."""
    counts = outcome_counts(run)
    first, *others = sorted(counts, key=lambda outcome: -counts[outcome])
    title = sentence(f"{disputes(counts[first], run.size).does('ends', 'end')} {_ending(run, first)}")
    if others and counts[others[0]] >= NEXT_WORTH_NAMING * run.size:
        as_many = counts[others[0]] == counts[first]
        part = "as many" if as_many else percent(PERCENT * counts[others[0]] / run.size)
        title += f", {part} {_ending(run, others[0])}"
    return title


def _precedence(run: Run) -> list[str]:
    one_sided = [ONE_SIDED + country for country in run.countries]
    return ["comprehensive deal", "limited deal", "no tariffs", *one_sided, "standoff", "trade war"]


def _label(run: Run, outcome: str) -> str:
    if outcome.startswith(ONE_SIDED):
        return f"Tariffs by {named(run.country_name(outcome.removeprefix(ONE_SIDED)))} only"
    return "No tariffs, no deal" if outcome == "no tariffs" else sentence(outcome)


def _ending(run: Run, outcome: str) -> str:
    """What follows 'disputes end'."""
    if outcome.startswith(ONE_SIDED):
        return f"with tariffs by {named(run.country_name(outcome.removeprefix(ONE_SIDED)))} alone"
    phrases = {"no tariffs": "without tariffs and without a deal"}
    return phrases.get(outcome, f"in a {outcome}")


def _kind(run: Run, outcome: str) -> Kind:
    kinds: dict[str, Kind] = {
        "comprehensive deal": "deal",
        "limited deal": "limited",
        "no tariffs": "calm",
        "standoff": "standoff",
        "trade war": "war",
    }
    sides: tuple[Kind, ...] = ("first", "second")
    kinds |= {ONE_SIDED + country: side for country, side in zip(run.countries, sides, strict=False)}
    return kinds.get(outcome, "other")
