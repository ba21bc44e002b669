"""Assurance falls where a demand was met and a blow came anyway; a dropped threat is judged by each for himself."""

import numpy as np
import pytest

from negotiation.dispute.peace import judge_peace
from negotiation.dispute.ratification import end_met_threats
from tests.dispute.cases import BORDER, CA, QUIET, US, US_GENERAL, course_of, game_with, state_of
from tests.laws.cases import numbers, played

PEACE = {"weeks": {"value": 12, "unit": "weeks", "source": "assumption: a test's case"},
         "breach": {"value": 0.4, "unit": "share", "source": "assumption: a test's case"}}  # fmt: skip
EXPECTS_PEACE = QUIET | {"countries.ca.peace": PEACE, "countries.ca.conduct.assurance": 0.5}
VIEW = {"value": 2.0, "unit": "percent of income", "source": "assumption: a test's case"}


def assurance_after(weeks, blow=True, times=1):
    """Canada's assurance some weeks after it met a demand of the US, hit or not."""
    game = game_with(EXPECTS_PEACE)
    threat = {"threat_level": [1, -1], "threat_issue": [BORDER, -1], "threat_option": [1, -1]}
    state = state_of(game, week=5, settled=[0, 0, 0, 1, 0], **threat)
    end_met_threats(course_of(game, state))
    assert state.threat_level[0, US_GENERAL] == -1
    state.week += weeks
    for _ in range(times):
        judge_peace(course_of(game, state), CA, np.array([blow]))
    assert state.assurance[0, US] == game.sides[US].country.conduct.assurance.value
    return float(state.assurance[0, CA])


def test_a_blow_within_the_weeks_of_peace_takes_two_fifths_of_one_half():
    assert assurance_after(1) == pytest.approx(0.5 * 0.6)
    assert assurance_after(12) == pytest.approx(0.3)


@pytest.mark.parametrize(("weeks", "blow"), [(0, True), (13, True), (3, False)], ids=["at once", "late", "no blow"])
def test_peace_is_not_broken_by_what_came_at_once_or_late_or_not_at_all(weeks, blow):
    assert assurance_after(weeks, blow) == 0.5


def test_a_peace_is_broken_once():
    assert assurance_after(3, times=2) == pytest.approx(0.3)


@pytest.mark.slow
def test_breaches_make_canada_give_way_less_often():
    whole = {**PEACE, "weeks": {**PEACE["weeks"], "value": 52}, "breach": {**PEACE["breach"], "value": 1.0}}
    trusting, taught = (played("us-canada-record", {"countries.ca.conduct.assurance": 1.0} | peace, 200)
                        for peace in ({}, {"countries.ca.peace": whole}))  # fmt: skip
    assert numbers(taught, "threats_us_met").mean() < numbers(trusting, "threats_us_met").mean()


def test_each_group_judges_a_dropped_threat_by_what_the_measure_would_do_to_it():
    # fear or hope of 2 % of income is a whole view; leniency 0.5 takes half of it back from those against
    game = game_with({"countries.us.audience.own_view": VIEW, "countries.us.audience.leniency": 0.5})
    code = game.strides[US_GENERAL]
    side, groups = game.sides[US], game.sides[US].groups
    for group in groups:
        favour = min(max(0.5 + game.tables.income[group, code] / 4.0, 0.0), 1.0)
        assert game.blame[US_GENERAL][1, group] == pytest.approx(0.05 * (1.0 - 0.5 * (1.0 - favour)))
    assert not game.blame[US_GENERAL][1][game.sides[CA].groups].any()
    mean = (game.blame[US_GENERAL][1][groups] * side.influence).sum() / side.influence.sum()
    assert game.shame[US_GENERAL][1] == pytest.approx(mean)


def test_those_whom_a_measure_would_hurt_are_gladder_that_it_is_dropped():
    game = game_with({"countries.us.audience.own_view": VIEW})
    code, groups = game.strides[US_GENERAL], game.sides[US].groups
    order = np.argsort(game.tables.income[groups, code])
    assert (np.diff(game.blame[US_GENERAL][1][groups[order]]) >= 0.0).all()
    assert np.ptp(game.blame[US_GENERAL][1][groups]) > 0.0
