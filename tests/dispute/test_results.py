"""One row per world, at ends laid out by hand."""

import numpy as np
import pytest

from negotiation.dispute.results import felt_sectors, world_rows
from negotiation.dispute.state import BROKEN_DEAL, COMPREHENSIVE_DEAL
from negotiation.dispute.worth import COMPONENTS
from negotiation.scenario.countries import TERMS
from tests.dispute.cases import BORDER, CA, US, game_with, place_of, state_of


def row(**columns):
    """The row of one world under no rates at all."""
    game = game_with()
    codes = np.zeros((1, game.scenario.weeks), np.int64)
    return world_rows(game, state_of(game, 1, **columns), codes, 40)


def test_what_sectors_feel_is_phased_in_week_by_week():
    game = game_with()
    codes = np.random.default_rng(4).integers(0, 4, (6, 30))
    codes[0], codes[1] = 2, np.repeat([0, 3, 1], 10)
    table, pace = game.tables.sector_income, 1.0 / game.scenario.economy.phase_in.value
    felt = np.zeros((6, *table.shape[1:]))
    for week in range(30):
        felt += (table[codes[:, week]] - felt) * pace
    assert felt_sectors(game, codes, table) == pytest.approx(felt, abs=1e-12)


def test_a_year_is_told_in_percent_in_dollars_and_in_its_own_money():
    total = np.zeros((1, 2, len(COMPONENTS)))
    total[0, CA, COMPONENTS.index("welfare")] = -2.0
    columns = row(total=total)
    gdp = game_with().tables.gdp[CA]
    assert columns["welfare_ca"] == pytest.approx([-2.0])
    assert columns["welfare_usd_bn_ca"] == pytest.approx([-0.02 * gdp])
    assert columns["welfare_cad_bn_ca"] == pytest.approx([-0.02 * gdp * 1.37])
    assert columns["welfare_us"] == pytest.approx([0.0])
    assert "welfare_usd_bn_us" in columns
    assert not [name for name in columns if name.endswith("usd_bn_usd_us")]


def test_a_payoff_is_its_terms_at_their_weights_and_what_was_lost_once():
    total = np.zeros((1, 2, len(COMPONENTS)))
    total[0, CA, :2] = -1.0, -2.0  # welfare and real income, each at half a point a percent
    columns = row(total=total, once=[[-0.25, 0.0]])
    assert columns["payoff_ca_welfare"] == pytest.approx([-0.5])
    assert columns["payoff_ca_real_income"] == pytest.approx([-1.0])
    assert columns["payoff_ca"] == pytest.approx([-1.75])
    assert sum(columns[f"payoff_ca_{term}"][0] for term in TERMS) == pytest.approx(-1.5)


def test_terms_are_what_the_deal_in_force_is_worth():
    game, deal = game_with(), [1, 1, 0, 1, 1]
    package = place_of(game, deal)
    columns = row(settled=[deal], level=[[0, 0]], settlement=[COMPREHENSIVE_DEAL], open=[False])
    for seat, key in ((CA, "ca"), (US, "us")):
        worth = game.sides[seat].package_worth[0, package]
        assert columns[f"terms_{key}"] == pytest.approx([worth])
        assert columns[f"gain_{key}"] == pytest.approx([worth - game.sides[seat].present_value[0, 2]])  # over 25 %


def test_where_nothing_was_agreed_there_are_no_terms():
    columns = row()
    assert all(np.isnan(columns[name]).all() for name in ("terms_ca", "gain_us", "frontier_distance", "nash_distance"))


def test_a_broken_deal_has_no_terms():
    assert np.isnan(row(package=[3], settlement=[BROKEN_DEAL])["terms_ca"]).all()


def test_weeks_that_never_came_are_missing():
    columns = row(deal_week=[7])
    assert columns["deal_week"].tolist() == [8.0]  # counted from one
    assert np.isnan(columns["limited_week"]).all()


def test_security_counts_the_options_in_force():
    settled = [[0, 0, 0, 1, 0]]
    assert game_with().scenario.issues["border"].options["plan"].security == 0.5
    assert row(settled=settled)["security_index"].tolist() == [0.5]
    assert row(settled=[[0, 0, 0, 2, 0]])["security_index"].tolist() == [1.0]


def test_rates_are_told_at_the_end_at_their_peak_and_on_average():
    rate = game_with().tables.rate[US]
    columns = row(level=[[1, 0]], rate_peak=[[1.0, 20.0]], rate_sum=[[0.0, 300.0]])
    assert columns["rate_end_us"].tolist() == [rate[2]]
    assert (columns["rate_peak_us"].tolist(), columns["rate_mean_us"].tolist()) == ([20.0], [10.0])  # of 30 weeks


def test_words_are_told_by_name_and_worlds_by_number():
    columns = row(settled=[[0, 0, 0, 1, 0]])
    assert columns["world"].tolist() == [40]
    assert columns["issue_border"].labels[columns["issue_border"].codes[0]] == "plan"
    assert columns["type_us"].labels == ("typical",)
    assert list(game_with().scenario.issues)[BORDER] == "border"
