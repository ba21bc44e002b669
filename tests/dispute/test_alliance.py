"""Allies answer what stood at the start of the week, all at once."""

import numpy as np
import pytest

from negotiation.dispute.alliance import allies_respond
from negotiation.dispute.players import Players
from negotiation.dispute.state import SUSPENDED
from negotiation.politics.coalition import JOINT
from tests.dispute.cases import ALLY, CA, US, course_of, game_with, state_of, story, week_luck


def number(value):
    """A quantity of a test's case."""
    return {"value": value, "unit": "1", "source": "assumption: a test's case"}


TRIO = {"allies": {
    "mexico": ALLY, "japan": ALLY | {"regions": ["JPN"]}, "britain": ALLY | {
        "regions": ["GBR"], "lean_keeping": number(0.5), "lean_noise": number(0.2)},
}}  # fmt: skip


class Watches:
    """An ally that notes what it sees and joins."""

    def stance_after(self, stance, leaning, sees, chance):
        self.leaning, self.sees, self.chance = leaning, sees, chance
        return np.full(len(stance), JOINT)


def responded(changes=None, luck=None, **columns):
    """What three allies saw in one world of the teaching case, and the course."""
    game = game_with(TRIO | (changes or {}))
    state = state_of(game, 1, **columns)
    watchers = [Watches() for _ in range(3)]
    course = course_of(game, state, week_luck(game, 1, **(luck or {})), Players([], [], watchers))
    allies_respond(course)
    return watchers, course


def test_an_ally_sees_the_tariff_on_its_friend_not_its_friends():
    watchers, course = responded(level=[[1, 1]])
    code = 8 * 3  # three allies count below the two measures
    assert watchers[0].sees.tariff == pytest.approx([course.game.tables.rate[US, code]])
    others, course = responded({"allies.mexico.friend": "us"}, level=[[1, 1]])
    assert others[0].sees.tariff == pytest.approx([course.game.tables.rate[CA, code]])


def test_an_ally_hears_its_friend_and_the_offers_made_to_it():
    watchers, course = responded(asked=[[True, False]], offered=[[False, True, False]], talks=[SUSPENDED])
    assert [bool(each.sees.asked[0]) for each in watchers] == [True] * 3
    assert [bool(each.sees.offered[0]) for each in watchers] == [False, True, False]
    assert watchers[0].sees.deadlock.tolist() == [True]
    assert not course.state.offered.any()  # an offer lasts a week
    assert not responded(asked=[[False, True]])[0][0].sees.asked[0]


def test_an_ally_counts_the_others_that_had_joined_before_this_week():
    watchers, _ = responded(stance=[[JOINT, 0, JOINT]])
    assert [float(each.sees.company[0]) for each in watchers] == [0.5, 1.0, 0.5]


def test_an_ally_weighs_its_own_gain_from_joining_under_these_rates():
    watchers, course = responded(level=[[1, 0]])
    for place, each in enumerate(watchers):
        assert each.sees.gain == pytest.approx([course.game.tables.joining[place, 16]])


def test_leanings_drift():
    # half of .4 is kept and a draw of 2 at .2 adds .4
    watchers, _ = responded(luck={"allies": {2: 2.0}}, leaning=[[0.4, 0.4, 0.4]])
    assert watchers[2].leaning == pytest.approx([0.6])


def test_each_ally_has_its_own_chance():
    watchers, _ = responded(luck={"dealings": {1: 0.9}})
    assert [float(each.chance[0]) for each in watchers] == [0.5, 0.9, 0.5]


def test_a_change_of_stance_is_told_and_no_change_is_not():
    _, course = responded(stance=[[JOINT, 0, JOINT]])
    assert [move[1:5] for move in story(course)] == [("japan", "stance", "", "joint retaliation")]


def test_allies_rest_when_the_dispute_has_ended():
    _, course = responded(open=[False], stance=[[0, 0, 0]], leaning=[[0.4, 0.4, 0.4]])
    assert (course.state.stance.tolist(), course.state.leaning.tolist()) == ([[0, 0, 0]], [[0.4, 0.4, 0.4]])
