"""At the table: rounds, in turn, of accepting, offering and holding."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.dispute.decision import Decision
from negotiation.dispute.players import Players
from negotiation.dispute.standing import standings
from negotiation.dispute.state import ENDED, SUSPENDED
from negotiation.dispute.table import bargain
from tests.dispute.cases import CA, US, course_of, game_with, place_of, state_of, story, worth_by_hand

TYPES = {
    name: {"name": name, "probability": 0.5, "concessions": dear, "source": "assumption"}
    for name, dear in (("mild", 1.0), ("hard", 3.0))
}
OFFER, OTHER = [1, 1, 0, 1, 1], [1, 1, 2, 2, 0]


class Offers:
    """A government that offers its list of packages, one a turn, and accepts what it is told."""

    def __init__(self, packages=(), accepts=()):
        self.packages, self.accepts, self.turns = list(packages), accepts, 0

    def at_table(self, view):
        package = self.packages[min(self.turns, len(self.packages) - 1)] if self.packages else -1
        self.turns += 1
        return Decision(accept=np.isin(view.offered, self.accepts), package=np.full(view.worlds, package))


def sat(ca, us, changes=None, meets=False, **columns):
    """The package agreed in one world, -1 for none, and the course after a week at the table."""
    game = game_with(changes)
    state = state_of(game, 1, **columns)
    course = course_of(game, state, None, Players([ca, us], [], []))
    return int(bargain(course, standings(game, state), np.array([meets]))[0]), course


@pytest.mark.parametrize(("week", "first"), [(0, "us"), (1, "ca"), (2, "us")])
def test_governments_speak_in_turn_the_first_of_the_file_in_even_weeks(week, first):
    _, course = sat(Offers([3]), Offers([4]), week=week)
    assert next(who for _, who, *_ in story(course)) == first


def test_an_offer_stands_until_another_takes_its_place():
    _, course = sat(Offers([3]), Offers(), offer=[[-1, 9]])
    assert course.state.offer.tolist() == [[3, 9]]


def test_what_is_accepted_is_agreed_and_ends_the_week():
    agreed, course = sat(Offers(accepts=[4]), Offers([4]))
    assert agreed == 4
    assert [kind for _, _, kind, *_ in story(course)] == ["offer", "accept"]


def test_nobody_accepts_what_was_not_offered():
    assert sat(Offers(accepts=[-1]), Offers(accepts=[-1]))[0] == -1


def test_a_new_offer_counts_once_in_both_books_the_same_again_in_none():
    _, course = sat(Offers([3]), Offers([4]), offer=[[-1, 4]], place=[[0, 1]], seen=[[1, 0]])
    assert (course.state.place.tolist(), course.state.seen.tolist()) == ([[1, 1]], [[1, 1]])


def test_the_first_offer_heard_is_remembered_at_its_worth():
    game = game_with()
    first, later = place_of(game, OFFER), place_of(game, OTHER)
    _, course = sat(Offers([0]), Offers([first]))
    worth = worth_by_hand(game, state_of(game), 0, CA, first)
    assert course.state.opening_worth[0, CA] == pytest.approx(worth)
    _, course = sat(Offers([0]), Offers([later]), opening_worth=[[-9.0, np.nan]])
    assert course.state.opening_worth[0, CA] == -9.0


def test_a_new_offer_that_a_type_likes_better_makes_it_likelier():
    changes = {"countries.us.types": TYPES, "countries.ca.conduct.inference": 2.0, "countries.us.known": False}
    game = game_with(changes)
    package = place_of(game, [1, 1, 0, 0, 2])  # the US gives all it has to give and gets nothing
    pleased = game.sides[US].satisfaction[:, package]
    _, course = sat(Offers(), Offers([package]), changes)
    odds = course.state.type_belief[CA][0]
    assert odds[0] / odds[1] == pytest.approx(np.exp(2.0 * (pleased[0] - pleased[1])))
    assert course.state.type_belief[US][0].tolist() == [1.0]


@pytest.mark.parametrize("columns", [{"talks": [SUSPENDED]}, {"talks": [ENDED]}, {"open": [False]}])
def test_nobody_speaks_where_talks_stand_still(columns):
    ours = Offers([3])
    assert sat(ours, Offers([4]), **columns)[1].state.offer.tolist() == [[-1, -1]]


def test_leaders_who_meet_have_rounds_of_their_own_that_move_the_clocks_like_weeks():
    ours = Offers([3])
    meeting = {"summit.rounds": 3, "talks.rounds": 2}
    _, course = sat(ours, Offers([4]), meeting, meets=True)
    assert ours.turns == 5
    assert course.state.age.tolist() == [[3.0, 3.0]]  # the week itself is counted at its end
    _, course = sat(Offers([3]), Offers([4]), meeting)
    assert course.state.age.tolist() == [[0.0, 0.0]]


def test_a_hosts_clock_may_run_slower():
    meeting = {"summit.rounds": 2, "summit.host_advantage": 0.25}
    _, course = sat(Offers([3]), Offers([4]), meeting, meets=True, venue=[CA])
    assert course.state.age.tolist() == [[2 * 0.75, 2.0]]


def test_rounds_stop_where_something_is_agreed_and_go_on_elsewhere():
    game = game_with({"talks.rounds": 4})
    state = state_of(game, 2)

    class Choosy(Offers):
        def at_table(self, view):
            decision = super().at_table(view)
            return replace(decision, accept=decision.accept & (view.level[:, 1] == 1))

    state.level[0, 1] = 1
    ours, theirs = Choosy([3], accepts=[4]), Offers([4, 4, 5, 6])
    agreed = bargain(
        course_of(game, state, None, Players([ours, theirs], [], [])), standings(game, state), np.zeros(2, bool)
    )
    assert agreed.tolist() == [4, -1]
    assert state.offer.tolist() == [[-1, 4], [3, 6]]
