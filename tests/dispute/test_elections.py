"""Elections: confidence lost, a campaign without talks, and what a vote changes."""

import numpy as np
import pytest

from negotiation.dispute.elections import hold_elections
from negotiation.dispute.ratification import ratify
from negotiation.dispute.standing import standings
from negotiation.dispute.state import SUSPENDED, TALKING
from negotiation.dispute.worth import horizon
from negotiation.scenario import ScenarioError
from tests.dispute.cases import CA, US, course_of, game_with, place_of, points, state_of, story, view_of, week_luck
from tests.laws.cases import changed, played

DEAL = [1, 1, 1, 1, 1]
TYPES = {name: {"name": name, "probability": 0.5, "source": "assumption"} for name in ("mild", "hard")}
QUIET = {"eve": 0, "heed": 0.0}


def voting(week=None, **changed):
    """The teaching case with elections in Canada that change nothing unless said."""
    rules = {"floor": 0.0, "campaign": 4, "rest": 10, "swing": 0.0, "renewal": 0.0, "turnover": 0.0} | QUIET
    given = {key: points(value) for key, value in (rules | changed).items()}
    return {"countries.ca.election": given | {"week": week}}


def after(changes, luck=None, home=None, **columns):
    """The course after the elections of a week."""
    game = game_with(changes)
    state = state_of(game, 1, **columns)
    course = course_of(game, state, luck or week_luck(game, 1, home=home or {}))
    hold_elections(course)
    return course


def test_a_vote_gives_a_mandate_by_luck_and_brings_approval_part_of_the_way_back():
    # an even draw of .75 is half of the swing; approval of 30 % goes half of the way to 50 %
    state = after(voting(8, swing=0.02, renewal=0.5), home={CA: 0.75}, week=7, approval=[[0.3, 0.3, 0.3, 0.3]]).state
    assert state.mandate.tolist() == [[pytest.approx(0.01), 0.0]]
    assert state.approval.tolist() == [[pytest.approx(0.4), pytest.approx(0.4), 0.3, 0.3]]
    assert (state.election.tolist(), state.voted[0, CA]) == ([[-1, -1]], 7)


def test_a_mandate_moves_what_elected_institutions_need_and_no_other():
    say = {"name": "A", "threshold": points(0.4), "vote": points(0.0)}
    changes = voting() | {"countries.ca.ratification.threshold": 0.4, "countries.ca.institutions": {
        "commons": say | {"kind": "confidence"}, "quebec": say | {"kind": "province"}}}  # fmt: skip
    game = game_with(changes)
    before, now = (standings(game, state_of(game, 1, mandate=[[share, 0.0]]))[CA] for share in (0.0, 0.03))
    assert now.need - before.need == pytest.approx([0.03])
    assert now.other_needs - before.other_needs == pytest.approx(np.array([[0.03, 0.0]]))


def test_an_election_on_the_calendar_pauses_the_talks_for_its_campaign():
    course = after(voting(8), week=3)
    assert (course.state.talks.tolist(), course.state.talks_resume.tolist()) == ([SUSPENDED], [7])
    assert [move[1:3] for move in story(course)] == [("ca", "call_election")]
    assert after(voting(8), week=2).state.talks.tolist() == [TALKING]


@pytest.mark.parametrize(("approval", "voted", "called"), [(0.39, -90, True), (0.41, -90, False), (0.39, -3, False)])
def test_a_minority_house_that_loses_its_patience_calls_a_vote(approval, voted, called):
    course = after(voting(floor=0.4), week=5, approval=[[approval] * 4], voted=[[voted, -90]])
    assert course.state.election.tolist() == [[9 if called else -1, -1]]
    assert (course.state.talks[0] == SUSPENDED) == called
    assert [move[6] for move in story(course)] == ["confidence_lost"] * called


def test_a_deal_refused_in_a_house_of_confidence_calls_a_vote():
    house = {"name": "Commons", "kind": "confidence", "threshold": points(0.99), "vote": points(0.0)}
    for kind, election in (("confidence", 8), ("legislature", -1)):
        game = game_with(voting() | {"countries.ca.institutions": {"commons": house | {"kind": kind}}})
        state = state_of(game, 1, week=4)
        course = course_of(game, state)
        ratify(course, standings(game, state), np.array([place_of(game, DEAL)]))
        assert state.election.tolist() == [[election, -1]]


def test_a_new_leader_is_drawn_from_the_prior_and_unknown_to_the_other_side():
    changes = voting(8, turnover=0.4) | {"countries.ca.types": TYPES, "countries.ca.known": False}
    luck = {2 + CA: 0.3}  # three quarters of .4: the second of two types that are as likely
    course = after(changes, home=luck, week=7, type=[[0, 0]])
    assert course.state.type.tolist() == [[1, 0]]
    assert course.state.type_belief[US].tolist() == [[0.5, 0.5]]
    assert [move[2] for move in story(course)] == ["election", "new_leader"]
    stays = after(changes, home={2 + CA: 0.5}, week=7, type=[[0, 0]]).state
    assert stays.type.tolist() == [[0, 0]]


def test_prices_count_more_in_no_deal_and_in_ones_own_measures_before_a_vote():
    game = game_with(voting(10, eve=5, heed=2.0))
    tariffs, side = {"level": [[1, 1]]}, game.sides[CA]
    far, near = (state_of(game, 1, week=week, **tariffs) for week in (3, 4))
    prices = float(game.tables.components[CA, 5, int(near.code[0])])  # percent, while both tariffs last
    assert prices != 0.0
    weight = side.country.payoff.border_prices.value * horizon(game.scenario).at_once
    values = [standings(game, state)[CA].no_deal[0] for state in (far, near)]
    assert values[1] - values[0] == pytest.approx(2.0 * weight * prices)
    counter, none = 1, np.array([0])
    gains = [view_of(game, state, CA).prospects.gain_from(counter, none)[0] for state in (far, near)]
    without = float(game.tables.components[CA, 5, int(game.strides[0])])
    assert gains[1] - gains[0] == pytest.approx(2.0 * weight * (without - prices))
    assert view_of(game, near, CA).heed.tolist() == [2.0]
    assert view_of(game, near, US).heed.tolist() == [0.0]


def test_law_a_house_that_never_votes_changes_no_bit():
    without, told = (played("teaching-first-numbers", case, 100) for case in ({}, voting(swing=0.1, heed=3.0)))
    assert np.array_equal(without.weeks, told.weeks, equal_nan=True)


@pytest.mark.parametrize(("changes", "fault"), [
    (voting(31), "election.week: must be within the 30 weeks, got 31"),
    (voting(8, campaign=0), "election.campaign: must be 1 week or more, got 0"),
])  # fmt: skip
def test_faults_are_told(changes, fault):
    with pytest.raises(ScenarioError, match=fault):
        changed("teaching-first-numbers", changes)
