"""What the trade model says, laid out for one dispute: rates, incomes, jobs, allies' gains, support at home."""

import numpy as np
import pytest

from negotiation.dispute.exposure import jobs, place_openness, value_added_shares
from negotiation.dispute.worth import COMPONENTS, horizon
from negotiation.economy import REGIONS, SECTORS, SERVICES, default_tables
from tests.dispute.cases import ALLY, BORDER, CA, COUNTER, DAIRY, QUIET, US, game_with, place_of, points

NOTHING, ANSWER, TARIFF, BOTH = range(4)  # codes: 2 for the US's 25 %, 1 for Canada's counter-tariff
HOUSEHOLDS, DAIRY_FARMERS, US_HOUSEHOLDS, FARMERS = range(4)


def test_a_rate_is_the_statutory_one_on_the_share_of_trade_it_covers():
    # 25 % on all goods but energy, 70 % of US$412 bn, is 17.5 %; balanced by the model: a seventh either way
    flows, goods = np.asarray(default_tables().flows), ~np.isin(SECTORS, SERVICES)
    measures, rate = game_with().scenario.measures, game_with().tables.rate
    for seat, code, measure, (buyer, seller) in (
        (US, TARIFF, "us_general", ("USA", "CAN")), (CA, ANSWER, "ca_consumer", ("CAN", "USA")),
    ):  # fmt: skip
        bought = flows[REGIONS.index(buyer), REGIONS.index(seller)] * goods
        covered = bought[np.isin(SECTORS, measures[measure].sectors)].sum()
        assert rate[seat, code] == pytest.approx(25.0 * covered / bought.sum(), rel=1.0 / 7.0)
    assert (rate[US] > 0.0).tolist() == [False, False, True, True]
    assert (rate[CA] > 0.0).tolist() == [False, True, False, True]


def test_people_without_a_sector_live_on_their_countrys_income():
    tables = game_with().tables
    income = COMPONENTS.index("real_income")
    assert np.array_equal(tables.income[HOUSEHOLDS], tables.components[CA, income])
    assert np.array_equal(tables.income[US_HOUSEHOLDS], tables.components[US, income])


def test_a_constituency_lives_on_its_sectors_as_far_as_its_places_trade():
    tables = game_with().tables
    share = value_added_shares("USA")
    food, farms = SECTORS.index("FOOD"), SECTORS.index("AGRI")
    earned = (
        tables.sector_income[TARIFF, US, farms] * share[farms] + tables.sector_income[TARIFF, US, food] * share[food]
    ) / (share[farms] + share[food])
    assert tables.income[FARMERS, TARIFF] == pytest.approx(earned * place_openness("USA", "CAN", ("SD",)))


def test_the_price_at_home_of_own_measures_is_what_they_take_from_those_they_hurt():
    # Canada's counter-tariff costs households .206 %, 2.5 of 3.5 of its influence; dairy farmers gain
    tables = game_with().tables
    unity = tables.components[CA, COMPONENTS.index("unity")]
    assert unity[ANSWER] == pytest.approx(tables.income[HOUSEHOLDS, ANSWER] * 2.5 / 3.5)
    assert (unity[NOTHING], unity[TARIFF]) == (0.0, 0.0)  # what the other imposes is not one's own doing


def test_jobs_lost_are_those_that_leave_shrinking_sectors():
    tables = game_with().tables
    shrinking = [count for count in tables.sector_jobs[TARIFF, CA] if count < 0.0]
    assert tables.components[CA, COMPONENTS.index("jobs"), TARIFF] == pytest.approx(
        100.0 * sum(shrinking) / jobs("CAN").sum()
    )


def test_what_an_ally_gains_by_joining_is_its_welfare_with_and_without():
    tables = game_with({"allies": {"mexico": ALLY}}).tables
    for code in range(0, tables.grid.size, 2):  # Mexico counts last: even codes without it
        gain = tables.ally_welfare[0, code + 1] - tables.ally_welfare[0, code]
        assert tables.joining[0, code] == tables.joining[0, code + 1] == pytest.approx(gain, abs=1e-12)


def test_support_at_home_weighs_what_a_deal_gives_households_and_farmers():
    # households see the deal as the government does; dairy farmers as well, but five times as much of what an opening
    # costs and nothing of the country's income; a point is worth 5 % of support, half is for a deal of no points
    game = game_with()
    package = place_of(game, [1, 1, 2, 0, 0])
    worth = game.sides[CA].package_worth[0, package]
    given = 5.0 * game.sides[CA].worth[DAIRY][0, 2] + game.sides[CA].worth[COUNTER][0, 1]
    support = (2.5 * (0.5 + 0.05 * worth) + 1.0 * (0.5 + 0.05 * given)) / 3.5
    assert game.sides[CA].home[package] == pytest.approx(support)


def test_support_counts_what_rates_do_to_a_sectors_income():
    game = game_with()
    package = place_of(game, [0, 1, 0, 0, 0])
    felt = horizon(game.scenario).phased * game.tables.income[FARMERS, TARIFF]
    given_up = game.sides[US].worth[COUNTER][0, 1]
    worth = game.sides[US].package_worth[0, package]
    support = (2.5 * (0.5 + 0.05 * worth) + 1.0 * (0.5 + 0.05 * (felt + given_up))) / 3.5
    assert game.sides[US].home[package] == pytest.approx(support)


def test_dropping_a_threat_is_dearer_the_more_gain_from_the_measure():
    # American farmers, 1 of 3.5, gain from 25 %: .05 x (1 - 1.2 x 5/7); Canada's dairy farmers likewise: leniency .5
    game = game_with()
    assert game.shame[0][1] == pytest.approx(0.05 * (1.0 - 1.2 * 5.0 / 7.0))
    assert game.shame[1][1] == pytest.approx(0.05 * (1.0 - 0.5 * 5.0 / 7.0))


def test_a_vow_rules_out_what_goes_beyond_it():
    vows = {"countries.ca.commitments": {
        "dairy": {"issue": "dairy", "most": "slice", "cost": points(0.2), "words": "no more than a slice"},
        "border": {"issue": "border", "most": "as_is", "cost": points(0.1), "words": "nothing new at the border"},
    }}  # fmt: skip
    side = game_with(vows).sides[CA]
    for dairy, border, broken in ((0, 0, 0), (1, 0, 0), (2, 0, 1), (0, 1, 2), (1, 2, 2), (2, 2, 3)):
        assert side.breaks[place_of(game_with(vows), [1, 1, dairy, border, 2])] == broken
    assert side.break_cost == pytest.approx([0.0, 0.2, 0.1, 0.3])
    assert side.promise_cost[3, BORDER] == pytest.approx([0.0, 0.1, 0.1])
    assert side.promise_cost[1, BORDER] == pytest.approx([0.0, 0.0, 0.0])


def test_gains_are_counted_over_no_deal_at_the_start():
    for changes, code in ((None, TARIFF), (QUIET, NOTHING)):
        game = game_with(changes)
        for seat in (CA, US):
            over = game.sides[seat].package_worth[0] - game.sides[seat].present_value[0, code]
            assert game.gains[seat] == pytest.approx(over)


def test_the_peak_is_the_best_comprehensive_package():
    for side in game_with().sides:
        assert side.peak[0] == side.package_worth[0].max()
