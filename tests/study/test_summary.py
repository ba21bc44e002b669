"""The summary against the rows it sums up."""

import numpy as np
import pytest

from negotiation.study.ensemble import play
from negotiation.study.results import read_results
from negotiation.study.summary import summary, week_by
from negotiation.study.tally import tally_of


@pytest.fixture
def played(small_ensemble, tmp_path):
    play(small_ensemble(200), tmp_path / "a")
    return read_results(tmp_path / "a")


def test_outcome_shares_match_the_rows(played):
    for outcome, said in played.summary["outcomes"].items():
        assert said["count"] == np.count_nonzero(played.worlds["outcome"] == outcome)
        assert said["low"] < said["share"] == said["count"] / 200 < said["high"]


def test_never_is_the_share_without_a_week(played):
    never = np.isnan(played.worlds["deal_week"])
    assert played.summary["deal_week"]["never"]["count"] == never.sum()


def test_weeks_of_deals_are_medians_among_those_that_deal(played):
    given = played.worlds["deal_week"][~np.isnan(played.worlds["deal_week"])]
    expected = np.quantile(given, [0.25, 0.5, 0.75], method="inverted_cdf")
    said = played.summary["deal_week"]
    assert [said["quartiles"][0], said["median"], said["quartiles"][1]] == expected.tolist()


def test_first_week_by_which_half_are_done_worked_by_hand():
    assert week_by({3: 1, 10: 2, 20: 1}, 0.5) == 10
    assert week_by({3: 1, 10: 2, 20: 1}, 0.25) == 3
    assert week_by({}, 0.5) is None


def test_issues_are_shares_among_comprehensive_deals(played):
    assert played.summary["issues"] == {"dairy": {"more access": 1.0, "as it is": 0.0}}


def test_means_match_the_rows(played):
    welfare = played.worlds["welfare_us"]
    said = played.summary["means"]["welfare_us"]
    assert said["mean"] == pytest.approx(welfare.mean(), abs=1e-15)
    assert said["high"] - said["mean"] == pytest.approx(1.959964 * welfare.std(ddof=1) / 200**0.5, rel=1e-6)


def test_facts_threats_and_allies_are_there(played):
    ever = played.summary["facts"]["deal_ever"]["yes"]
    assert ever["count"] == played.summary["outcomes"]["comprehensive deal"]["count"]
    assert set(played.summary["threats"]["us"]) == {"met"}
    assert sum(played.summary["allies"]["japan"].values()) == pytest.approx(1)
    assert played.summary["reference"]["nash"] == [1.0, 0.5]


def test_an_outcome_nobody_reached_is_listed(small_ensemble, small_block):
    block = small_block(range(1))
    found = summary(small_ensemble(1), tally_of(block), {}, {})
    assert set(found["outcomes"]) == {"comprehensive deal", "standoff", "trade war"}
    assert sorted(said["count"] for said in found["outcomes"].values()) == [0, 0, 1]


def test_weeks_of_all_worlds_match_the_record(played):
    record = played.weeks["record"]
    assert record.shape == (200, 6, 2)
    place = played.week_column("rate_us")
    assert np.allclose(played.weeks["mean"][:, place], record[..., place].mean(axis=0, dtype=float))
    expected = np.quantile(record[..., place], 0.5, axis=0, method="inverted_cdf")
    assert np.allclose(played.weeks["quantiles"][2, :, place], expected, atol=100 / 512)
