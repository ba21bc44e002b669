"""Figure: how disputes end."""

import numpy as np

from negotiation.charts import outcomes as chart
from negotiation.charts.outcomes import Kind, OutcomeBar, OutcomeShares
from negotiation.charts.sheet import Layout
from negotiation.report.exhibit import Exhibit
from negotiation.report.intervals import wilson
from negotiation.report.results import Results
from negotiation.report.wording import disputes, named, percent, sentence

ONE_SIDED = "one-sided: "
NEXT_WORTH_NAMING = 0.05  # share of worlds


def outcomes(results: Results) -> Exhibit:
    """Shares of the headline outcomes, from the best settled down."""
    numbers = outcome_shares(results)
    return Exhibit(
        name="outcomes",
        title=outcome_title(results),
        subtitle="Share of worlds by how the dispute stands at the end; the line across each bar is its 95 % interval",
        reading="Each bar is the share of simulated disputes that end this way; with 95 % confidence the model's "
        "share, were it played without end, lies within the dark line.",
        bands="Intervals: Wilson, 95 %.",
        layout=Layout(left=3.8, right=1.5),
        draw=lambda panels: chart.draw(panels[0], numbers),
        columns=("outcome", "share_percent", "low_percent", "high_percent", "worlds"),
        rows=[(bar.label, bar.share, bar.low, bar.high, bar.count) for bar in numbers.bars],
    )


def outcome_shares(results: Results) -> OutcomeShares:
    """Every outcome there can be, also those that did not occur: their interval is news too."""
    counts = outcome_counts(results)
    bars = []
    for outcome, count in counts.items():
        share, low, high = (100 * float(value) for value in wilson(count, results.size))
        bars.append(OutcomeBar(_label(results, outcome), share, low, high, count, _kind(results, outcome)))
    return OutcomeShares(tuple(bars))


def outcome_counts(results: Results) -> dict[str, int]:
    """Worlds with each outcome, by precedence; names this program does not know come last."""
    found = dict(zip(*np.unique(results.worlds["outcome"].astype(str), return_counts=True), strict=True))
    return {str(name): int(found.get(name, 0)) for name in dict.fromkeys([*_precedence(results), *found])}


def outcome_title(results: Results) -> str:
    """How most disputes end, and how the next most do if that is worth a word."""
    counts = outcome_counts(results)
    first, *others = sorted(counts, key=lambda outcome: -counts[outcome])
    title = sentence(f"{disputes(counts[first], results.size).does('ends', 'end')} {_ending(results, first)}")
    if others and counts[others[0]] >= NEXT_WORTH_NAMING * results.size:
        title += f", {percent(100 * counts[others[0]] / results.size)} {_ending(results, others[0])}"
    return title


def _precedence(results: Results) -> list[str]:
    one_sided = [ONE_SIDED + country for country in results.countries]
    return ["comprehensive deal", "limited deal", "no tariffs", *one_sided, "standoff", "trade war"]


def _label(results: Results, outcome: str) -> str:
    if outcome.startswith(ONE_SIDED):
        return f"Tariffs by {named(results.country_name(outcome.removeprefix(ONE_SIDED)))} only"
    return "No tariffs, no deal" if outcome == "no tariffs" else sentence(outcome)


def _ending(results: Results, outcome: str) -> str:
    """What follows 'disputes end'."""
    if outcome.startswith(ONE_SIDED):
        return f"with tariffs by {named(results.country_name(outcome.removeprefix(ONE_SIDED)))} alone"
    phrases = {"no tariffs": "without tariffs and without a deal"}
    return phrases.get(outcome, f"in a {outcome}")


def _kind(results: Results, outcome: str) -> Kind:
    kinds: dict[str, Kind] = {
        "comprehensive deal": "deal",
        "limited deal": "limited",
        "no tariffs": "calm",
        "standoff": "standoff",
        "trade war": "war",
    }
    sides: tuple[Kind, ...] = ("first", "second")
    kinds |= {ONE_SIDED + country: side for country, side in zip(results.countries, sides, strict=False)}
    return kinds.get(outcome, "other")
