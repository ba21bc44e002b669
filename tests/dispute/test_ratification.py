"""What was agreed goes home: votes, and what a ratified package does."""

import numpy as np
import pytest

from negotiation.dispute.ratification import ratify
from negotiation.dispute.standing import standings
from negotiation.dispute.state import COMPREHENSIVE_DEAL, LIMITED_DEAL, MET, SUSPENDED
from negotiation.politics.coalition import JOINT, SEPARATE
from tests.dispute.cases import (
    ALLY,
    BORDER,
    CA,
    CA_CONSUMER,
    US,
    US_GENERAL,
    VOW,
    course_of,
    game_with,
    place_of,
    state_of,
    story,
    week_luck,
)

LIMITED = {"limited": {"truce": {"name": "truce", "issues": ["tariff"]}}, "limited_packages": 9}
HOME = {"countries.ca.ratification.threshold": 0.5, "countries.us.ratification.threshold": 0.01}
DEAL = [1, 1, 1, 1, 1]


def ratified(package, changes=None, luck=None, **columns):
    """The course after a package was brought home in one world of week 4."""
    game = game_with(changes)
    state = state_of(game, 1, week=4, **columns)
    course = course_of(game, state, week_luck(game, 1, **(luck or {})))
    ratify(course, standings(game, state), np.array([place_of(game, package)]))
    return course


def test_a_comprehensive_deal_settles_everything_and_ends_the_dispute():
    state = ratified(DEAL).state
    assert state.settled.tolist() == [DEAL]
    assert (state.level.tolist(), state.bound.tolist()) == ([[0, 0]], [[True, True]])
    assert (state.open.tolist(), state.settlement.tolist()) == ([False], [COMPREHENSIVE_DEAL])
    assert (state.deal_week.tolist(), state.limited_week.tolist(), state.ever_deal.tolist()) == ([4], [-1], [True])


def test_a_limited_deal_settles_its_issues_fixes_its_measures_and_leaves_the_dispute_open():
    state = ratified([1, -1, -1, -1, -1], LIMITED, level=[[1, 1]], settled=[[0, 0, 2, 0, 0]]).state
    assert state.settled.tolist() == [[1, 0, 2, 0, 0]]
    assert (state.level.tolist(), state.bound.tolist()) == ([[0, 1]], [[True, False]])
    assert (state.open.tolist(), state.settlement.tolist()) == ([True], [LIMITED_DEAL])
    assert (state.deal_week.tolist(), state.limited_week.tolist()) == ([-1], [4])


def test_offers_are_off_the_table_once_one_went_home():
    assert ratified(DEAL, offer=[[5, 6]]).state.offer.tolist() == [[-1, -1]]
    assert ratified(DEAL, HOME, luck=nays(CA), offer=[[5, 6]]).state.offer.tolist() == [[-1, -1]]


def nays(*seats):
    """A vote that goes badly: ten standard deviations, .30 of support."""
    return {"conduct": {2 + seat: -10.0 for seat in seats}}


def test_a_deal_voted_down_costs_the_government_that_lost_the_vote_and_suspends_talks():
    course = ratified(DEAL, HOME, luck=nays(CA))
    state = course.state
    assert state.failed.tolist() == [[1, 0]]
    assert state.grievance.tolist() == [[0.03, 0.0]]
    assert (state.talks.tolist(), state.talks_resume.tolist()) == ([SUSPENDED], [4 + 1 + 3])  # three weeks to cool
    assert (state.open.tolist(), state.settled.tolist(), state.level.tolist()) == ([True], [[0] * 5], [[1, 0]])
    assert [(who, what) for _, who, what, *_ in story(course)] == [("ca", "voted_down")]


def test_both_may_lose_the_vote():
    home = HOME | {"countries.us.ratification.threshold": 0.4}
    assert ratified(DEAL, home, luck=nays(CA, US)).state.failed.tolist() == [[1, 1]]


def test_a_vote_is_content_and_luck_against_need():
    game = game_with(HOME)
    package = place_of(game, DEAL)
    need = standings(game, state_of(game, 1, week=4))[CA].need[0]
    short = (need - game.sides[CA].home[package]) / 0.03  # standard deviations of the vote
    for luck, passes in ((short + 0.01, True), (short - 0.01, False)):
        state = ratified(DEAL, HOME, luck={"conduct": {2 + CA: luck}}).state
        assert (not state.open[0]) == passes


def test_a_deal_ends_threats_on_what_it_fixes_and_threats_it_answers_met():
    threats = {"threat_level": [[-1, 1]], "threat_due": [[-1, 9]]}
    state = ratified(DEAL, **threats).state
    assert state.threat_level.tolist() == [[-1, -1]]
    assert state.threats_ended[0, CA].tolist() == [1, 0, 0, 0, 0]
    demands = {"threat_level": [[1, -1]], "threat_issue": [[BORDER, -1]], "threat_option": [[2, -1]]}
    fixed = ratified([1, -1, -1, -1, -1], LIMITED, level=[[0, 1]], **demands).state
    assert fixed.threats_ended[0, US, MET] == 1


def test_a_deal_that_neither_fixes_nor_answers_leaves_a_threat_standing():
    farm = {"limited": {"farm": {"name": "farm", "issues": ["dairy"]}}, "limited_packages": 9}
    demands = {"threat_level": [[1, -1]], "threat_issue": [[BORDER, -1]], "threat_option": [[2, -1]]}
    state = ratified([-1, -1, 1, -1, -1], farm, level=[[0, 0]], **demands).state
    assert state.threat_level[0, US_GENERAL] == 1
    assert state.threats_ended.sum() == 0


def test_signing_what_one_vowed_not_to_costs_points_and_approval_once():
    course = ratified([1, 1, 2, 1, 1], VOW, committed=[[1, 0]])
    assert course.state.once.tolist() == [[-0.2, 0.0]]
    assert course.state.grievance.tolist() == [[0.04, 0.0]]
    assert course.state.committed.tolist() == [[0, 0]]
    kept = ratified([1, 1, 1, 1, 1], VOW, committed=[[1, 0]]).state
    assert (kept.once.tolist(), kept.committed.tolist()) == ([[0.0, 0.0]], [[1, 0]])


def test_a_vow_not_made_cannot_be_broken():
    assert ratified([1, 1, 2, 1, 1], VOW).state.once.tolist() == [[0.0, 0.0]]


def test_nothing_brought_home_changes_nothing():
    game = game_with(HOME)
    state = state_of(game, 1, offer=[[5, 6]])
    course = course_of(game, state)
    ratify(course, standings(game, state), np.array([-1]))
    assert (state.offer.tolist(), state.open.tolist(), story(course)) == ([[5, 6]], [True], [])


def test_pauses_of_fixed_measures_end():
    state = ratified([0, 0, 0, 0, 0], paused_until=[[9, 9]]).state
    assert state.paused_until.tolist() == [[0, 0]]
    assert state.level[0, CA_CONSUMER] == state.level[0, US_GENERAL] == 1


@pytest.mark.parametrize(("stance", "after"), [(JOINT, 0), (SEPARATE, SEPARATE)])
def test_a_comprehensive_deal_ends_joint_retaliation(stance, after):
    state = ratified(DEAL, {"allies": {"mexico": ALLY}}, stance=[[stance]]).state
    assert state.stance.tolist() == [[after]]
