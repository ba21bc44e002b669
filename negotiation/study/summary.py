"""An ensemble in one page of numbers: how it ended, how often, how surely."""

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from negotiation.study.statistics import Estimate, share
from negotiation.study.tally import OUTCOME, Tally

if TYPE_CHECKING:
    from negotiation.scenario import Scenario
    from negotiation.study.ensemble import Ensemble

COMPREHENSIVE = "comprehensive deal"
FACTS = ("settlement", "tariffs_at_end", "talks_at_end")
ENDS = ("met", "carried_out", "in_part", "postponed", "dropped", "standing")


def summary(ensemble: "Ensemble", tally: Tally, reference: dict[str, Any], outside: dict[str, float]) -> dict[str, Any]:
    """Shares with Wilson intervals, means with normal ones, from the counts of the worlds played.

    reference: the game's points of reference; outside: weekly column -> share of values beyond its stated range.
    """
    scenario = ensemble.scenario
    return {
        "scenario": {"name": scenario.name, "title": scenario.title, "hash": ensemble.scenario_hash},
        "seed": ensemble.seed,
        "worlds": tally.worlds,
        "weeks": scenario.weeks,
        "outcomes": shares(tally.counts(OUTCOME), tally.worlds),
        "facts": facts(tally),
        "deal_week": deal_week(tally),
        "means": means(tally),
        "issues": issues(tally),
        "threats": threats(scenario, tally),
        "allies": starting_with("ally_", tally),
        "reference": reference,
        "outside_range": outside,
        **names(scenario),
    }


def facts(tally: Tally) -> dict[str, Any]:
    """The shares of the four facts behind the outcomes."""
    found = {fact: shares(tally.counts(fact), tally.worlds) for fact in FACTS}
    ever = round(tally.sums.means()["deal_ever"].value * tally.worlds)
    return {**found, "deal_ever": shares({"no": tally.worlds - ever, "yes": ever}, tally.worlds)}


def deal_week(tally: Tally) -> dict[str, Any]:
    """When comprehensive deals come, among those that do, and the share of worlds that never gets one."""
    deals = sum(tally.deal_weeks.values())
    lower, median, upper = (week_by(tally.deal_weeks, level) for level in (0.25, 0.5, 0.75))
    never = counted(share(tally.worlds - deals, tally.worlds), tally.worlds - deals)
    return {"median": median, "quartiles": [lower, upper], "never": never}


def week_by(weeks: dict[int, int], level: float) -> int | None:
    """The first week by which this share of the deals was made; None without deals."""
    ordered = sorted(weeks)
    reached = accumulate(weeks[week] for week in ordered)
    needed = level * sum(weeks.values()) - 1e-6  # as in histogram.py: 0.55 * 20 is 11.000000000000002
    return next((week for week, deals in zip(ordered, reached, strict=True) if deals >= needed), None)


def means(tally: Tally) -> dict[str, Any]:
    """Column -> mean with its interval over the worlds that have a number there, and how many these are."""
    given = dict(zip(tally.sums.names, tally.sums.given.tolist(), strict=True))
    return {
        column: {"mean": mean.value, "low": mean.low, "high": mean.high, "worlds": given[column]}
        for column, mean in tally.sums.means().items()
    }


def issues(tally: Tally) -> dict[str, dict[str, float]]:
    """Issue -> option -> its share among comprehensive deals; no issue where there was no such deal."""
    deals = tally.counts(OUTCOME).get(COMPREHENSIVE, 0)
    prefix = "issue_"
    columns = [column for column in tally.words if column.startswith(prefix)] if deals else []
    return {
        column.removeprefix(prefix): {
            option: count / deals for option, count in tally.counts(column, COMPREHENSIVE).items()
        }
        for column in columns
    }


def threats(scenario: "Scenario", tally: Tally) -> dict[str, dict[str, float]]:
    """Government -> how its threats ended -> mean count a world."""
    found = tally.sums.means()
    return {
        country: {end: found[f"threats_{country}_{end}"].value for end in ENDS if f"threats_{country}_{end}" in found}
        for country in scenario.countries
    }


def starting_with(prefix: str, tally: Tally) -> dict[str, dict[str, float]]:
    """Column of words (without the prefix) -> word -> share of worlds."""
    return {
        column.removeprefix(prefix): {word: count / tally.worlds for word, count in tally.counts(column).items()}
        for column in tally.words
        if column.startswith(prefix)
    }


def names(scenario: "Scenario") -> dict[str, Any]:
    """What people call the countries, allies and issues."""
    return {
        "countries": {
            country: {"name": described.name, "currency": described.currency}
            for country, described in scenario.countries.items()
        },
        "ally_names": {ally: described.name for ally, described in scenario.allies.items()},
        "issue_names": {issue: described.name for issue, described in scenario.issues.items()},
        "threshold": {"in_force": scenario.outcome.in_force.value, "war": scenario.outcome.war.value},
    }


def shares(counts: dict[str, int], worlds: int) -> dict[str, Any]:
    """Word -> share with its interval and count."""
    return {word: counted(share(count, worlds), count) for word, count in counts.items()}


def counted(estimate: Estimate, count: int) -> dict[str, Any]:
    """A share as the summary says it."""
    return {"share": estimate.value, "low": estimate.low, "high": estimate.high, "count": count}
