"""The tables of the page: what both countries gain and lose, and what stands in a comprehensive deal."""

from collections.abc import Sequence
from typing import NamedTuple

from negotiation.report.run import Run, tidy
from negotiation.report.wording import percent, sentence, signed

PERCENT = 100.0
WORDS = 60  # letters of a name in a table


class Measure(NamedTuple):
    """A column of worlds.csv: what it is for people, its unit, its scale and decimals."""

    column: str
    words: str
    unit: str
    scale: float = 1.0
    decimals: int = 3


MEASURES = (
    Measure("real_income_{}", "Real income", "% of a year"),
    Measure("real_income_usd_bn_{}", "Real income", "US$ bn", decimals=1),
    Measure("welfare_{}", "Welfare (with tariff revenue)", "% of a year"),
    Measure("revenue_usd_bn_{}", "Tariff revenue", "US$ bn", decimals=1),
    Measure("prices_{}", "Prices people pay", "% of a year's spending"),
    Measure("jobs_{}", "Jobs that have left shrinking sectors at the end", "thousand", decimals=0),
    Measure("jobs_percent_{}", "Jobs that have left shrinking sectors at the end", "%"),
)


class Row(NamedTuple):
    """A row of a table: its name, and its cells."""

    name: str
    cells: Sequence[str]


def gains_and_losses(run: Run) -> list[Row]:
    """Mean of each measure over worlds with its 95 % interval, a cell for each country."""
    means = run.summary.get("means", {})
    rows = []
    for measure in MEASURES:
        found = [means.get(measure.column.format(country)) for country in run.countries]
        if all(found):
            rows.append(Row(f"{measure.words}, {measure.unit}", [_mean(measure, mean) for mean in found]))
    return rows


def _mean(measure: Measure, mean: dict[str, float | None]) -> str:
    middle, low, high = (mean.get(part) for part in ("mean", "low", "high"))
    if middle is None:
        return "none"
    words = signed(measure.scale * middle, measure.decimals)
    if low is None or high is None:
        return words
    low_words, high_words = (signed(measure.scale * bound, measure.decimals) for bound in (low, high))
    return f"{words} ({low_words} to {high_words})"


def settled_issues(run: Run) -> list[Row]:
    """For each issue, how often comprehensive deals settle on each option."""
    names, options = run.summary.get("issue_names", {}), run.manifest["scenario"].get("issues", {})
    rows = []
    for issue, shares in run.summary.get("issues", {}).items():
        described = options.get(issue, {}).get("options", {})
        cells = [
            f"{percent(PERCENT * share) if share else 'never'} {_option_name(described.get(option), option)}"
            for option, share in sorted(shares.items(), key=lambda pair: -pair[1])
        ]
        rows.append(Row(sentence(tidy(str(names.get(issue, issue)), WORDS)), cells))
    return rows


def _option_name(described: object, option: str) -> str:
    name = described.get("name", option) if isinstance(described, dict) else option
    return tidy(str(name), WORDS)
