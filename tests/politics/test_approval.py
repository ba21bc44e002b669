"""Approval of a government among a constituency."""

import numpy as np
import pytest

from negotiation.politics.approval import approval_after, dropped_threat_cost, favour_of, warranted


def test_approval_closes_a_share_of_the_gap_and_takes_the_news():
    # half way from 50 % to 70 % is 60 %; bad news takes 3 points
    after = approval_after(np.array([0.5]), np.array([0.7]), 0.5, np.array([-0.03]))
    assert after == pytest.approx([0.57])


def test_approval_stays_a_share():
    after = approval_after(np.array([0.98, 0.03]), np.array([1.4, -0.6]), 0.5, np.array([0.1, -0.1]))
    assert after.tolist() == [1.0, 0.0]


def test_without_news_approval_moves_towards_what_the_times_warrant_and_not_past_it():
    before, target = np.array([0.3, 0.5, 0.8]), 0.5
    after = approval_after(before, np.full(3, target), 0.1, np.zeros(3))
    assert before[0] < after[0] < target
    assert after[1] == target
    assert target < after[2] < before[2]


def test_the_times_warrant_the_base_less_lost_income_plus_pressure():
    # 2 % of income lost at 3 points a percent costs 6 points; a rally gives 4: 50 - 6 + 4 = 48
    assert warranted(0.5, np.array([-2.0]), 0.03, np.array([0.04])) == pytest.approx([0.48])


def test_lost_income_never_raises_approval():
    income = np.linspace(-5.0, 5.0, 11)
    assert (np.diff(warranted(0.5, income, 0.02, np.zeros(11))) > 0.0).all()


def test_dropping_a_threat_costs_less_where_few_gain_from_the_measure():
    # a quarter gains; the other three quarters forgive half: 4 points x (1 - 1/2 x 3/4) = 2.5 points
    assert dropped_threat_cost(0.04, np.array([0.25]), 0.5) == pytest.approx([0.025])


def test_dropping_an_unpopular_threat_is_liked():
    # nobody gains from the measure, and leniency is above one: 4 points x (1 - 1.5) = 2 points gained
    assert dropped_threat_cost(0.04, np.array([0.0]), 1.5) == pytest.approx([-0.02])


@pytest.mark.parametrize("leniency", [0.0, 0.5, 1.5])
def test_dropping_a_threat_all_gain_from_costs_in_full_whatever_the_leniency(leniency):
    assert dropped_threat_cost(0.04, np.array([1.0]), leniency) == pytest.approx([0.04])


def test_the_more_gain_from_a_measure_the_dearer_dropping_its_threat():
    cost = dropped_threat_cost(0.05, np.linspace(0.0, 1.0, 6), 1.2)
    assert (np.diff(cost) > 0.0).all()


def test_favour_runs_from_against_to_for_with_income():
    assert favour_of(np.array([-4.0, -1.0, 0.0, 1.0, 4.0]), 2.0) == pytest.approx([0.0, 0.25, 0.5, 0.75, 1.0])


def test_without_degrees_any_gain_makes_people_wholly_for_it():
    assert favour_of(np.array([-4.0, 0.0, 0.001]), None).tolist() == [0.0, 0.0, 1.0]
