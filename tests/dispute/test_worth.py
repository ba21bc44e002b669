"""What rates and options are worth: annuities, weights of types, present values."""

import numpy as np
import pytest

from negotiation.dispute.worth import FAST, horizon, issue_values, present_values, term_years, weights
from negotiation.scenario.countries import TERMS
from tests.dispute.cases import (
    BORDER,
    CA,
    DAIRY,
    TEACHING,
    US,
    USMCA,
    changed,
    floats,
    game_with,
    place_of,
    state_of,
    view_of,
    worth_by_hand,
)

TYPES = {
    "countries.ca.types": {
        "mild": {"name": "mild", "probability": 0.5, "source": "assumption"},
        "hard": {
            "name": "hard", "probability": 0.5, "demands": 2.0, "concessions": 3.0, "sectors": 4.0,
            "source": "assumption",
        },
    }
}  # fmt: skip


def annuity(**economy):
    """The two factors of the teaching case with some of its economy changed."""
    return horizon(changed(TEACHING, {f"economy.{key}": value for key, value in economy.items()}))


def test_two_weeks_undiscounted_count_two_weeks_at_once_and_a_week_and_a_quarter_phased_in():
    # with half of the way gone each week, the first week pays 1/2 and the second 3/4
    factor = annuity(window=2, discount=0.0, phase_in=2.0)
    assert factor.at_once == pytest.approx(2.0 / 52.0)
    assert factor.phased == pytest.approx(1.25 / 52.0)


def test_a_flow_over_two_years_at_four_percent_is_worth_what_the_annuity_formula_says():
    week = 1.04 ** (-1.0 / 52.0)
    assert annuity(window=104, discount=4.0).at_once == pytest.approx(week * (1.0 - 1.04**-2) / (1.0 - week) / 52.0)


def test_a_longer_window_counts_more_a_higher_discount_and_a_slower_phase_in_less():
    base = annuity()
    assert annuity(window=156).at_once > base.at_once > annuity(discount=8.0).at_once
    assert annuity(phase_in=52.0).phased < base.phased < base.at_once
    assert annuity(phase_in=52.0).at_once == base.at_once


def test_what_is_felt_at_once_counts_in_full_and_the_rest_phased_in():
    scenario = game_with().scenario
    factor = horizon(scenario)
    years = dict(zip(TERMS, term_years(scenario), strict=True))
    assert {years[term] for term in FAST} == {factor.at_once}
    assert {years[term] for term in TERMS if term not in FAST} == {factor.phased}
    assert set(FAST) == {"revenue", "border_prices"}


def test_a_present_value_is_the_sum_of_flows_times_weights_times_years():
    # -2 x .5 x 1.5 + 1 x .2 x 2 = -1.1 for one type; the second weighs the first flow twice: -2.6
    flows = floats(-2.0, 1.0)[:, None]
    value = present_values(flows, np.array([[0.5, 0.2], [1.0, 0.2]]), floats(1.5, 2.0))
    assert value == pytest.approx(np.array([[-1.1], [-2.6]]))


def test_a_type_multiplies_what_it_wants_what_it_gives_and_its_sectors():
    scenario = changed(TEACHING, TYPES)
    value = issue_values(scenario, "ca")
    assert value[USMCA][:, 1] == pytest.approx([0.25, 0.5])  # the US concedes it
    assert value[DAIRY][:, 1] == pytest.approx([-0.12, -0.36])  # Canada concedes it
    weight = weights(scenario, "ca")
    assert (weight[1] / np.where(weight[0] == 0.0, 1.0, weight[0]))[TERMS.index("organised")] == 4.0
    others = [place for place, term in enumerate(TERMS) if term != "organised"]
    assert (weight[0, others] == weight[1, others]).all()


def test_an_option_is_worth_its_yearly_value_over_the_window():
    game = game_with()
    assert game.sides[CA].worth[BORDER][0] == pytest.approx(
        np.array([0.0, -0.05, -0.19]) * horizon(game.scenario).at_once
    )


def test_a_deal_is_worth_the_same_in_the_last_week_as_in_the_first():
    game = game_with()
    package = place_of(game, [1, 1, 1, 1, 1])
    for seat in (CA, US):
        views = [view_of(game, state_of(game, week=week), seat) for week in (0, 51)]
        first, last = (view.appraise(np.array([package])).value[0] for view in views)
        assert first == last == pytest.approx(worth_by_hand(game, state_of(game), 0, seat, package))
        assert views[0].no_deal == views[1].no_deal


def test_the_code_of_no_rates_is_worth_nothing():
    game = game_with()
    for side in game.sides:
        assert side.present_value[:, 0] == pytest.approx(np.zeros(len(side.prior)), abs=1e-9)


def test_the_tariff_hurts_its_victim():
    value = game_with().sides[CA].present_value[0]
    assert value[2] < value[0]  # the code of 25 % alone
    assert value[3] < value[1]  # and with Canada's counter-tariff in force
