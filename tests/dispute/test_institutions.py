"""Further institutions: who is asked about what, what it needs, what a refusal costs, and the wait for its vote."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.dispute.consent import brought_home
from negotiation.dispute.ratification import ratify
from negotiation.dispute.standing import standings
from negotiation.dispute.state import LIMITED_DEAL
from tests.dispute.cases import CA, US, course_of, game_with, place_of, points, state_of, story, view_of, week_luck
from tests.laws.cases import played, words

DEAL = [1, 1, 1, 1, 1]
NO_DAIRY = [1, 1, 0, 1, 1]
LIMITED = {"limited": {"truce": {"name": "truce", "issues": ["tariff"]}}, "limited_packages": 9}


def institution(**changed):
    """Quebec's say on dairy, or another institution."""
    return {
        "name": "Quebec", "kind": "province", "agrees_to": {"dairy": "slice"}, "places": ["QC"],
        "threshold": points(0.5), "vote": points(0.02), **changed,
    }  # fmt: skip


def with_quebec(**changed):
    """The teaching case with Quebec's say."""
    return {"countries.ca.institutions": {"quebec": institution(**changed)}}


def ratified(package, changes, **luck):
    """The course after a package was brought home in one world of week 4."""
    game = game_with(changes)
    state = state_of(game, 1, week=4)
    course = course_of(game, state, week_luck(game, 1, **luck))
    ratify(course, standings(game, state), np.array([place_of(game, package)]))
    return course


def test_an_institution_needs_its_threshold_less_the_mood_of_its_own_people_and_more_after_each_refusal():
    # its dairy farmers approve by 90 %: trust .3 x .40 takes .12; they lost 2 %: relief .01 x 2 takes .02; one refusal
    # at .02 adds .02: .50 - .12 - .02 + .02
    game = game_with(with_quebec())
    state = state_of(game, 1, approval=[[0.1, 0.9, 0.1, 0.1]], income=[[5.0, -2.0, 0.0, 0.0]])
    state.refusals[CA][:] = 1
    assert standings(game, state)[CA].other_needs == pytest.approx(np.array([[0.38]]))
    assert standings(game, state)[US].other_needs.shape == (1, 0)


def test_only_elected_institutions_follow_the_leaders_type():
    kinds = {"bound": {"name": "bound", "probability": 1.0, "threshold": 0.2, "source": "assumption"}}
    needs = {}
    for kind in ("province", "legislature", "confidence"):
        game = game_with(with_quebec(kind=kind) | {"countries.ca.types": kinds})
        needs[kind] = float(standings(game, state_of(game))[CA].other_needs[0, 0])
    assert needs["legislature"] == needs["confidence"] == pytest.approx(needs["province"] + 0.2)


def test_it_is_asked_about_what_it_agrees_to_alone():
    game = game_with(with_quebec() | LIMITED)
    (quebec,) = game.sides[CA].chambers
    dairy = game.packages.options[:, 2]
    assert quebec.asked.tolist() == (dairy >= 1).tolist()
    whole = game_with(with_quebec(agrees_to={}, deals="limited") | LIMITED)
    assert whole.sides[CA].chambers[0].asked.tolist() == (whole.packages.group >= 0).tolist()


def test_its_refusal_blocks_the_deal_and_costs_what_it_says_besides():
    against = with_quebec(threshold=points(0.99), failing=points(0.05))
    course = ratified(DEAL, against)
    state = course.state
    assert (state.open.tolist(), state.failed.tolist(), state.refusals[CA].tolist()) == ([True], [[1, 0]], [[1]])
    assert state.grievance.tolist() == [[pytest.approx(0.03 + 0.05), 0.0]]  # a failed ratification, and Quebec's own
    assert [(who, what, of) for _, who, what, of, *_ in story(course)] == [
        ("ca", "refuse", "ca.quebec"), ("ca", "voted_down", story(course)[1][3])]  # fmt: skip
    assert ratified(NO_DAIRY, against).state.open.tolist() == [False]


def test_its_vote_has_luck_of_its_own():
    game = game_with(with_quebec())
    need = standings(game, state_of(game, 1, week=4))[CA].other_needs[0, 0]
    short = (need - game.sides[CA].chambers[0].support[place_of(game, DEAL)]) / 0.02  # standard deviations
    for luck, passes in ((short + 0.01, True), (short - 0.01, False)):
        assert (not ratified(DEAL, with_quebec(), votes={CA: luck}).state.open[0]) == passes


def test_a_deal_waits_for_the_slowest_institution_asked_and_the_table_is_silent():
    game = game_with(with_quebec(threshold=points(0.01), delay={**points(2), "value": 2}))
    state, deal = state_of(game, 1, week=4, offer=[[5, 6]]), place_of(game, DEAL)
    agreed = np.array([deal])
    assert brought_home(course_of(game, state), agreed).tolist() == [-1]
    assert (state.signed.tolist(), state.vote_due.tolist(), state.offer.tolist()) == ([deal], [6], [[-1, -1]])
    nothing = np.array([-1])
    for week, voted in ((5, -1), (6, deal)):
        state.week = week
        assert brought_home(course_of(game, state), nothing).tolist() == [voted]
    assert state.signed.tolist() == [-1]
    other = place_of(game, NO_DAIRY)
    assert brought_home(course_of(game, state), np.array([other])).tolist() == [other]


def test_a_government_neither_offers_nor_accepts_what_an_institution_would_refuse():
    game = game_with(with_quebec(threshold=points(0.9)) | LIMITED)
    state = state_of(game, 1, week=4, offer=[[-1, place_of(game, DEAL)]])
    view = view_of(game, state, CA)
    assert view.offered_support[0] < 0.0
    for least in np.linspace(-1.0, 1.0, 9):
        offers = view.accommodating(np.array([least])).package
        assert offers[0] < 0 or game.packages.options[offers[0], 2] <= 0
    assert replace(view, seat=US).accommodating(np.array([0.0])).package[0] >= 0


def test_a_prohibitive_threshold_takes_its_issue_out_of_every_deal():
    quebec = institution(threshold=points(0.95), vote=points(0.0))
    free, bound = (played("teaching-first-numbers", {"countries.ca.institutions": each}, 200)
                   for each in ({}, {"quebec": quebec}))  # fmt: skip
    gives = [words(block, "issue_dairy")[words(block, "settlement") == "comprehensive"] != "quotas"
             for block in (free, bound)]  # fmt: skip
    assert gives[0].any()
    assert gives[1].size > 50
    assert not gives[1].any()


def test_law_an_institution_that_never_refuses_changes_no_bit():
    executive = institution(kind="executive", agrees_to={}, threshold=points(0.0))
    without, told = (played("teaching-first-numbers", {"countries.ca.institutions": each}, 100)
                     for each in ({}, {"cabinet": executive}))  # fmt: skip
    assert np.array_equal(without.weeks, told.weeks, equal_nan=True)


def test_a_limited_deal_may_need_a_province_too():
    changes = with_quebec(agrees_to={}, threshold=points(0.99)) | LIMITED
    assert ratified([1, -1, -1, -1, -1], changes).state.settlement.tolist() == [0]
    free = with_quebec(agrees_to={}, deals="comprehensive", threshold=points(0.99)) | LIMITED
    assert ratified([1, -1, -1, -1, -1], free).state.settlement.tolist() == [LIMITED_DEAL]
