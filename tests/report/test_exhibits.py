"""The numbers behind the figures are those of the worlds, and every title is true of them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from negotiation.charts.fan import Fan
from negotiation.report.exhibits import EXHIBITS, exhibits
from negotiation.report.exhibits.allies import ally_stances, ally_title
from negotiation.report.exhibits.approval import approval_title
from negotiation.report.exhibits.deal_time import deal_time, deal_times, deal_title
from negotiation.report.exhibits.jobs_prices import jobs_prices
from negotiation.report.exhibits.outcomes import outcome_counts, outcome_shares, outcome_title
from negotiation.report.exhibits.tariffs import tariff_title, tariffs
from negotiation.report.exhibits.values import agreed, values
from negotiation.report.run import Run, read_run

MakeFolder = Callable[..., Path]


@pytest.fixture
def run(fake_folder: MakeFolder) -> Run:
    return read_run(fake_folder())


def titled(run: Run) -> dict[str, str]:
    return {exhibit.name: exhibit.title for exhibit in exhibits(run)}


def test_outcome_bars_are_the_worlds_counted(run: Run) -> None:
    outcomes = run.worlds["outcome"].tolist()
    shares = {bar.label: (bar.share, bar.count) for bar in outcome_shares(run).bars}
    assert shares["Trade war"] == (outcomes.count("trade war") / 2, outcomes.count("trade war"))
    assert sum(count for _, count in shares.values()) == len(outcomes) == 200


def test_outcomes_stand_in_the_order_of_precedence(run: Run) -> None:
    assert list(outcome_counts(run)) == [
        *(
            "comprehensive deal",
            "limited deal",
            "no tariffs",
            "one-sided: xa",
            "one-sided: xb",
            "standoff",
            "trade war",
        ),
    ]


def test_half_the_worlds_in_week_30_and_the_rest_never(fake_folder: MakeFolder) -> None:
    run = read_run(fake_folder(worlds=4, outcomes=["comprehensive deal"] * 2 + ["trade war"] * 2))
    run.worlds["deal_week"][:] = [10.0, 30.0, np.nan, np.nan]
    numbers = deal_times(run)
    assert numbers.comprehensive.share[[9, 10, 29, 30, 52]].tolist() == [0, 25, 25, 50, 50]
    assert numbers.never[0] == 50
    assert (
        deal_title(run) == "Half of the disputes reach a comprehensive deal within 52 weeks, half of those by week 20"
    )


def test_a_limited_deal_counts_as_a_deal_but_not_as_a_comprehensive_one(fake_folder: MakeFolder) -> None:
    run = read_run(fake_folder(worlds=2, outcomes=["limited deal", "standoff"]))
    numbers = deal_times(run)
    assert numbers.comprehensive.share[-1] == 0
    assert numbers.either.share[-1] == 50


def test_agreements_are_counted_once_for_every_world_that_settles(run: Run) -> None:
    settled = np.isfinite(run.worlds["gain_xa"])
    agreements = agreed(run)
    assert agreements.counts.sum() == settled.sum()
    spread_out = np.repeat(agreements.gains, agreements.counts, axis=0)
    assert np.allclose(np.sort(spread_out[:, 0]), np.sort(run.worlds["gain_xa"][settled]), atol=1e-4)


def test_values_lie_across_and_up_in_the_scenarios_order_whatever_the_engines(fake_folder: MakeFolder) -> None:
    folder = fake_folder(
        names=("Zulu", "Alpha"), summary={"countries": {"xb": {"name": "Second"}, "xa": {"name": "First"}}}
    )
    exhibit = values(read_run(folder))
    assert exhibit is not None
    nash = next(row for row in exhibit.rows if row[0] == "nash")
    assert exhibit.columns[1:3] == ("gain_xb", "gain_xa")
    assert nash[1:3] == (0.825, 0.7)


def test_job_numbers_are_the_quantiles_of_the_worlds(run: Run) -> None:
    exhibit = jobs_prices(run)
    assert exhibit is not None
    rows = {(row[0], row[1], row[2]): row[3:] for row in exhibit.rows}
    expected = np.quantile(run.worlds["jobs_xb"], [0.05, 0.5, 0.95]).tolist()
    assert list(rows["Testonia", "jobs leaving shrinking sectors", "thousand"]) == pytest.approx(expected)


def test_sectors_stand_in_the_order_of_jobs_lost(run: Run) -> None:
    exhibit = jobs_prices(run)
    assert exhibit is not None
    assert [row[1] for row in exhibit.rows[:3]] == ["jobs: Sector 10", "jobs: Sector 9", "jobs: Sector 8"]


def test_fans_are_the_quantiles_of_the_record(run: Run) -> None:
    exhibit = tariffs(run)
    assert exhibit is not None
    median = np.quantile(run.record[:, 51, run.weeks["rate_xa"]], 0.5) if len(run.record) == run.size else None
    last = next(row for row in exhibit.rows if row[0] == "Fakeland" and row[1] == 52)
    assert last[4] == run.quantiles[2, 51, run.weeks["rate_xa"]]
    assert median is None or last[4] == pytest.approx(median)


def fan(country: str, *median: float) -> Fan:
    return Fan(country, 0, np.arange(1.0, len(median) + 1), np.tile(median, (5, 1)))


def test_a_tariff_that_came_and_went_is_not_said_to_have_stayed_away() -> None:
    here, there = fan("Here", 0.0, 17.0, 1.5), fan("There", 0.1, 6.0, 0.1)
    assert (
        tariff_title((here, there))
        == "Median tariffs of Here (17 to 1.5\u00a0%) and There (6.0 to 0\u00a0%) peak and fall back"
    )
    assert tariff_title((here, fan("There", 0.0, 6.0, 6.0))) == (
        "Median tariffs of Here (17 to 1.5\u00a0%) peak and fall back, of There (0 to 6.0\u00a0%) rise"
    )
    assert tariff_title((fan("Here", 2.0, 0.0, 2.1),)) == "Median tariffs of Here (2.1\u00a0%) end where they began"


def test_approval_is_told_from_the_first_week_to_the_last() -> None:
    here, there = fan("Here", 47.0, 60.0, 42.0), fan("There", 48.2, 30.0, 48.6)
    assert approval_title((here, there)) == (
        "Median approval in Here (47 to 42\u00a0%) falls, in There (49\u00a0%) ends about where it began"
    )


def test_every_allys_stances_sum_to_all_worlds(run: Run) -> None:
    shares = ally_stances(run, ["ally_uk", "ally_italy"]).shares
    assert shares.sum(axis=-1).tolist() == pytest.approx([100, 100])


def test_titles_when_all_worlds_end_alike(fake_folder: MakeFolder) -> None:
    titles = titled(read_run(fake_folder(worlds=50, outcomes=["comprehensive deal"] * 50)))
    assert titles["outcomes"] == "All 50 disputes end in a comprehensive deal"
    assert titles["deal_time"].startswith("All 50 disputes reach a comprehensive deal within 52 weeks")


def test_titles_when_nobody_agrees(fake_folder: MakeFolder) -> None:
    titles = titled(read_run(fake_folder(worlds=40, outcomes=["trade war", "standoff"] * 20)))
    assert titles["outcomes"] == "Half of the disputes end in a standoff, as many in a trade war"
    assert titles["deal_time"] == "No dispute reaches a comprehensive deal within 52 weeks"
    assert titles["values"].startswith("No dispute ends with an agreement, although packages exist")


def test_title_when_there_is_nothing_to_agree_on(fake_folder: MakeFolder) -> None:
    hopeless = {
        "sides": ["xa", "xb"],
        "frontier": [[-1.0, 0.5], [0.5, -1.0]],
        "packages": [[-1.0, -1.0]],
        "nash": None,
        "no_deal": [0, 0],
    }
    run = read_run(fake_folder(worlds=2, outcomes=["trade war"] * 2, summary={"reference": hopeless}))
    assert titled(run)["values"].startswith("No dispute ends with an agreement, and no package exists")


def test_titles_for_one_world(fake_folder: MakeFolder) -> None:
    titles = titled(read_run(fake_folder(worlds=1, outcomes=["one-sided: xb"])))
    assert titles["outcomes"] == "The one dispute played ends with tariffs by Testonia alone"


def test_title_says_how_many_disputes_have_an_ally_in_joint_retaliation(run: Run) -> None:
    run.worlds["ally_uk"][:] = "neutral"
    run.worlds["ally_japan"][:] = "neutral"
    run.worlds["ally_japan"][:80] = "joint retaliation"
    title = ally_title(run, ["ally_uk", "ally_japan"])
    assert title == (
        "Two in five disputes end with an ally in joint retaliation; the commonest stance is neutral (80\u00a0%)"
    )


def test_a_dispute_without_allies_has_no_figure_of_allies(fake_folder: MakeFolder) -> None:
    assert "allies" not in titled(read_run(fake_folder(allies=())))


def test_no_title_is_false_where_numbers_are_missing(fake_folder: MakeFolder) -> None:
    titles = titled(read_run(fake_folder(missing=("gain_xa", "rate_xa", "jobs_percent_xb", "prices_xa"))))
    assert titles["values"] == "What packages are worth to both governments"
    assert "Fakeland" not in titles["tariffs"]
    assert "Testonia" not in titles["jobs_prices"]


def test_every_footer_and_reading_ends_as_a_sentence(run: Run) -> None:
    assert len(exhibits(run)) == len(EXHIBITS)
    for exhibit in exhibits(run):
        assert exhibit.reading.endswith(".")
        assert exhibit.bands.endswith(".")
        assert len(exhibit.title) <= 140
    assert "Wilson" in deal_time(run).bands
    assert outcome_title(run)
