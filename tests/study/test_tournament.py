"""Which scenario a pair of strategies plays."""

from negotiation.scenario import read_scenario
from negotiation.study.plan import points_of
from negotiation.study.plan.points import scenario_at
from negotiation.study.tournament import tournament_study, usual_strategies

SCENARIO = read_scenario("us-canada-briefing")


def test_rows_are_the_first_country_and_every_pair_is_played():
    study = tournament_study(SCENARIO, ["silent+none", "hardliner+grim"], 10, 1)
    pairs = [(point.levers["us"], point.levers["ca"]) for point in points_of(study)]
    names = ("silent+none", "hardliner+grim")
    assert pairs == [(us, ca) for us in names for ca in names]
    assert study.luck == "same"


def test_another_tactic_brings_its_own_exponent():
    # The briefing's exponent of 0.4 is for Boulware: with it a conceder would hold out.
    study = tournament_study(SCENARIO, ["boulware+grim", "conceder+none"], 10, 1)
    us = [scenario_at(study, point).countries["us"].strategy for point in points_of(study)]
    assert [(each.tactic, each.exponent.value) for each in us[::2]] == [("boulware", 0.4), ("conceder", 3.0)]


def test_the_usual_ones_hold_both_governments_own():
    assert usual_strategies(SCENARIO)[:2] == ("boulware+brinkmanship", "boulware+proportional")
