"""Each doctrine's own idea, at moments of the teaching case laid out by hand.

Its two measures put 17.2 % (25 % statutory) on Canada's exports and 4.9 % on the United States'.
"""

import numpy as np
import pytest

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.strategies.doctrines.brinkmanship import Brinkmanship
from negotiation.strategies.doctrines.calculated import Calculated
from negotiation.strategies.doctrines.grim import Grim
from negotiation.strategies.doctrines.grit import Grit
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.doctrines.proportional import Proportional
from tests.dispute.cases import (
    BORDER,
    CA,
    CA_CONSUMER,
    DAIRY,
    QUIET,
    US,
    US_GENERAL,
    game_with,
    points,
    state_of,
    view_of,
    week_luck,
)

LONG = 30  # weeks


def moves(doctrine, seat, levels, changes=None, luck=None, **columns):
    """What a doctrine wants of the two measures in one world, -1 to leave one, and its decision."""
    game = game_with(changes)
    state = state_of(game, 1, level=[levels], week=columns.pop("week", 20), **columns)
    decision = doctrine.away(view_of(game, state, seat, week_luck(game, 1, **(luck or {}))))
    return ([-1, -1] if decision.level is None else decision.level[0].tolist()), decision


def proportional(ratio=1.0, pace=1.0, fatigue=0.0):
    """The doctrine with its three numbers."""
    return Proportional(ratio, pace, fatigue)


def test_proportional_answers_a_tariff_up_to_its_ratio():
    # Canada's measure puts 4.93 % on trade: more than a quarter (4.29), less than a third (5.72) of 17.16 %
    assert moves(proportional(1 / 3), CA, [1, 0])[0] == [-1, 1]
    assert moves(proportional(1 / 4), CA, [1, 0])[0] == [-1, -1]


def test_proportional_lowers_its_measures_when_the_other_has():
    wanted, decision = moves(proportional(), CA, [0, 1])
    assert wanted == [-1, 0]
    assert decision.level_reason[0, CA_CONSUMER] == Reason.ANSWERS_RESTRAINT


def test_proportional_leaves_what_is_in_proportion():
    assert moves(proportional(4.93 / 17.16), CA, [1, 1])[0] == [-1, -1]


def test_proportional_never_strikes_first():
    assert moves(proportional(), US, [0, 0])[0] == [-1, -1]


def test_proportional_moves_at_its_pace():
    draws = {"chances": {4: 0.35}}  # Canada's initiative this week
    assert moves(proportional(pace=0.36), CA, [1, 0], luck=draws)[0] == [-1, 1]
    assert moves(proportional(pace=0.34), CA, [1, 0], luck=draws)[0] == [-1, -1]


@pytest.mark.parametrize(("fatigue", "calm", "wanted"), [(0.3, 6, 0), (0.3, 5, -1), (0.1, 6, -1)])
def test_proportional_grows_weary_of_a_measure_six_weeks_in_force(fatigue, calm, wanted):
    draws = {"chances": {6: 0.2}}  # Canada's weariness this week
    doctrine = proportional(pace=0.0, fatigue=fatigue)
    assert moves(doctrine, CA, [1, 1], luck=draws, calm=[[calm, calm]])[0] == [-1, wanted]


def test_no_doctrine_does_nothing():
    _, decision = moves(Nothing(), CA, [1, 0], hit=[[20, 20]])
    assert decision == Decision()


def test_grim_punishes_with_everything_once_hit():
    wanted, decision = moves(Grim(), CA, [0, 0], hit=[[3, -1000]], calm=[[LONG, LONG]])
    assert wanted == [-1, 1]
    assert decision.level_reason[0, CA_CONSUMER] == Reason.NEVER_FORGETS


def test_grim_never_lifts():
    for levels in ([0, 1], [1, 1]):
        assert moves(Grim(), CA, levels, hit=[[-1000, -1000]], calm=[[LONG, LONG]])[0] == [-1, -1]


def test_grim_waits_until_it_is_hit():
    assert moves(Grim(), CA, [0, 0])[0] == [-1, -1]


def test_calculated_moves_only_where_its_own_value_gains():
    # the US gains .775 points by 25 %; Canada loses .265 by its counter-tariff, and gains as much by lifting it
    assert moves(Calculated(0.0, 1.0), US, [0, 0])[0] == [1, -1]
    assert moves(Calculated(0.0, 1.0), US, [1, 0])[0] == [-1, -1]
    assert moves(Calculated(0.0, 1.0), CA, [0, 0])[0] == [-1, -1]
    assert moves(Calculated(0.0, 1.0), CA, [0, 1])[0] == [-1, 0]


def test_calculated_moves_only_for_more_than_its_margin():
    value = game_with().sides[US].present_value[0]
    gain = value[2] - value[0]
    assert moves(Calculated(gain + 0.01, 1.0), US, [0, 0])[0] == [-1, -1]
    assert moves(Calculated(gain - 0.01, 1.0), US, [0, 0])[0] == [1, -1]


def test_calculated_leaves_what_a_court_has_barred_and_a_deal_has_bound():
    assert moves(Calculated(0.0, 1.0), US, [0, 0], barred_until=[[25, 0]])[0] == [-1, -1]
    assert moves(Calculated(0.0, 1.0), CA, [0, 1], bound=[[False, True]])[0] == [-1, -1]


def threat(doctrine, seat, levels=(0, 0), changes=QUIET, **columns):
    """The threat a doctrine makes: measure's level and demand, or None."""
    _, decision = moves(doctrine, seat, list(levels), changes, **columns)
    if decision.threat is None or (decision.threat < 0).all():
        return None
    m = int(decision.threat[0].argmax())
    return m, *(int(column[0]) for column in (decision.threat[:, m], decision.demand_issue, decision.demand_option))


def test_brinkmanship_demands_what_it_wants_most_of_what_costs_the_other_less_than_the_harm():
    # 25 % would cost Canada 2.85 points; strict border controls give the US most (.42) and cost Canada .37
    assert threat(Brinkmanship(1.0, 4, 0.0), US) == (US_GENERAL, 1, BORDER, 2)


def test_brinkmanship_asks_for_less_where_that_would_cost_more_than_the_harm():
    # strict controls now cost Canada 2 points a year for two years: more than 2.85. Dairy's opening gives the US .31
    dear = QUIET | {"issues.border.options.strict.value": {"us": points(0.22), "ca": points(-2.0)}}
    assert threat(Brinkmanship(1.0, 4, 0.0), US, changes=dear) == (US_GENERAL, 1, DAIRY, 2)


def test_brinkmanship_demands_nothing_it_already_has():
    settled = [[0, 0, 0, 2, 0]]
    assert threat(Brinkmanship(1.0, 4, 0.0), US, settled=settled) == (US_GENERAL, 1, DAIRY, 2)


def test_brinkmanship_does_not_threaten_what_hurts_itself_more():
    # Canada's counter-tariff costs the US .14 points and Canada .26
    assert threat(Brinkmanship(1.0, 4, 0.0), CA) is None


def test_brinkmanship_makes_one_threat_at_a_time_at_its_pace():
    standing = {"threat_level": [[1, -1]], "threat_due": [[30, -1]]}
    assert threat(Brinkmanship(1.0, 4, 0.0), US, **standing) is None
    assert threat(Brinkmanship(0.4, 4, 0.0), US, luck={"chances": {5: 0.41}}) is None
    assert threat(Brinkmanship(0.4, 4, 0.0), US, luck={"chances": {5: 0.39}}) is not None


def test_brinkmanship_gives_its_notice():
    assert moves(Brinkmanship(1.0, 7, 0.0), US, [0, 0], QUIET)[1].notice.tolist() == [7]


def test_grit_eases_after_four_weeks_of_calm():
    assert moves(Grit(1.0), US, [1, 1], calm=[[0, 4]])[0] == [0, -1]
    assert moves(Grit(1.0), US, [1, 1], calm=[[0, 3]])[0] == [-1, -1]


def test_grit_answers_a_new_blow_in_kind_and_eases_nothing_meanwhile():
    calm = [[LONG, LONG]]
    assert moves(Grit(1.0), CA, [1, 0], hit=[[18, -1000]], calm=calm)[0] == [-1, 1]
    assert moves(Grit(1.0), CA, [1, 1], hit=[[18, -1000]], calm=calm)[0] == [-1, -1]
    assert moves(Grit(1.0), CA, [1, 1], hit=[[17, -1000]], calm=calm)[0] == [-1, 0]


def test_grit_answers_no_more_than_its_ratio():
    # a quarter of 17.16 % is 4.29 %, less than the 4.93 % its measure would put on trade
    assert moves(Grit(0.25), CA, [1, 0], hit=[[20, -1000]])[0] == [-1, -1]


def test_grit_that_was_never_hit_and_has_nothing_in_force_does_nothing():
    assert moves(Grit(1.0), CA, [1, 0], calm=[[LONG, LONG]])[0] == [-1, -1]


STEEL = {
    "name": "counter-tariff on metals", "imposer": "ca", "sectors": ["METALS"], "basis": "statute",
    "levels": [{"name": "none", "rate": 0}, {"name": "25 %", "rate": 25}], "source": "assumption: a test's case",
}  # fmt: skip


def test_measures_are_raised_in_the_files_order_and_lowered_in_the_opposite_one():
    two = {"measures.ca_metals": STEEL}
    assert moves(proportional(), CA, [1, 0, 0], two)[1].level.tolist() == [[-1, 1, -1]]
    assert moves(proportional(), CA, [1, 1, 0], two)[1].level.tolist() == [[-1, -1, 1]]
    assert moves(proportional(), CA, [0, 1, 1], two)[1].level.tolist() == [[-1, -1, 0]]
    assert moves(proportional(), CA, [0, 1, 0], two)[1].level.tolist() == [[-1, 0, -1]]


def test_a_measure_too_large_for_an_answer_is_passed_over_for_the_next():
    game = game_with({"measures.ca_metals": STEEL})
    metals, consumer = game.tables.rate[CA, 1], game.tables.rate[CA, 2]
    assert metals < consumer  # percent of trade
    between = (metals + consumer) / 2.0 / game.tables.rate[US, 4]
    assert moves(proportional(between), CA, [1, 0, 0], {"measures.ca_metals": STEEL})[1].level.tolist() == [[-1, -1, 1]]


@pytest.mark.parametrize("doctrine", [proportional(), Calculated(0.0, 1.0), Grit(1.0), Brinkmanship(1.0, 4, 1.0)])
def test_nobody_makes_more_than_one_step_a_week(doctrine):
    for seat in (CA, US):
        for levels in ([0, 0], [0, 1], [1, 0], [1, 1]):
            wanted, _ = moves(doctrine, seat, levels, calm=[[LONG, LONG]], hit=[[20, 20]])
            assert np.count_nonzero(np.array(wanted) != -1) <= 1
