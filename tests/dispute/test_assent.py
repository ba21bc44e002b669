"""Options that need an ally: it agrees or not, the rest of the deal stands, and both sides reckon with it."""

from copy import deepcopy

import numpy as np
import pytest

from negotiation.dispute.away import act_away
from negotiation.dispute.decision import Decision
from negotiation.dispute.players import Players
from negotiation.dispute.ratification import ratify
from negotiation.dispute.standing import standings
from negotiation.politics.coalition import SEPARATE, SOLIDARITY
from negotiation.scenario import ScenarioError
from tests.dispute.cases import ALLY, USMCA, course_of, game_with, place_of, points, state_of, story, week_luck
from tests.laws.cases import changed, played, words

DEAL = [1, 1, 1, 1, 2]
ASSENT = {"chance": points(0.6), "gain": points(0.0), "stance": points(0.25)}


def needing(chance=0.6, gain=0.0, **ally):
    """The teaching case in which sixteen years of USMCA need Mexico, six years hold nobody up."""
    assent = ASSENT | {"chance": points(chance), "gain": points(gain)}
    return {
        "allies": {"mexico": ALLY | {"assent": assent, **ally}},
        "issues.usmca.options.long.needs": "mexico",
        "issues.usmca.options.long.otherwise": "reviews",
    }


def signed(draw, stance=0, **changes):
    """The course after the deal was brought home."""
    game = game_with(needing(**changes))
    state = state_of(game, 1, week=4, stance=[[stance]], level=[[1, 0]])
    course = course_of(game, state, week_luck(game, 1, assent={0: draw}))
    ratify(course, standings(game, state), np.array([place_of(game, DEAL)]))
    return course


def test_if_the_ally_agrees_its_option_takes_effect():
    course = signed(0.55)
    assert course.state.settled.tolist() == [DEAL]
    assert ("mexico", "assent", "usmca", "long") in [move[1:5] for move in story(course)]


def test_if_it_does_not_what_holds_otherwise_does_and_the_rest_of_the_deal_stands():
    course = signed(0.65)
    assert course.state.settled.tolist() == [[1, 1, 1, 1, 0]]
    assert (course.state.open.tolist(), course.state.level.tolist()) == ([False], [[0, 0]])
    assert ("mexico", "withhold", "usmca", "long") in [move[1:5] for move in story(course)]


@pytest.mark.parametrize(("stance", "draw", "agrees"), [
    (SOLIDARITY, 0.84, True), (SOLIDARITY, 0.86, False), (SEPARATE, 0.34, True), (SEPARATE, 0.36, False),
])  # fmt: skip
def test_it_agrees_sooner_by_its_friends_side_than_with_a_deal_of_its_own(stance, draw, agrees):
    assert (signed(draw, stance).state.settled[0, USMCA] == 2) == agrees


def test_its_own_gain_from_the_deals_rates_counts():
    game = game_with(needing(gain=2.0))
    code = int(game.strides[0])  # the general tariff in force, which the deal lifts
    gained = float(game.tables.ally_welfare[0][0] - game.tables.ally_welfare[0][code])
    assert gained != 0.0
    chance = 0.6 + 2.0 * gained
    assert signed(chance - 0.001, gain=2.0).state.settled[0, USMCA] == 2
    assert signed(chance + 0.001, gain=2.0).state.settled[0, USMCA] == 0


def test_both_sides_reckon_with_a_refusal_when_they_sign():
    plain, unsure = game_with({"allies": {"mexico": ALLY}}), game_with(needing())
    for seat in (0, 1):
        long, reviews = (plain.sides[seat].worth[USMCA][0, option] for option in (2, 0))
        lost = 0.4 * (long - reviews)  # it does not agree in two cases of five
        before, after = (game.sides[seat].package_worth[0, place_of(game, DEAL)] for game in (plain, unsure))
        assert after == pytest.approx(before - lost, abs=1e-8)
        assert unsure.sides[seat].settled_worth.tolist() == plain.sides[seat].settled_worth.tolist()


class Gives:
    """A government that gives sixteen years of USMCA alone."""

    def away(self, view):
        return Decision(concede_issue=np.full(view.worlds, USMCA), concede_option=np.full(view.worlds, 2))


@pytest.mark.parametrize(("draw", "option"), [(0.5, 2), (0.7, 0)])
def test_an_option_given_alone_needs_the_ally_too(draw, option):
    game = game_with(needing())
    state = state_of(game)
    course = course_of(game, state, week_luck(game, 1, assent={0: draw}), Players([Gives(), Gives()], [], []))
    act_away(course, standings(game, state))
    assert course.state.settled[0, USMCA] == option


def test_the_readier_the_ally_the_more_deals_renew():
    shares = [(words(played("teaching-first-numbers", needing(chance), 200), "issue_usmca") == "long").mean()
              for chance in (0.3, 1.0)]  # fmt: skip
    assert shares[0] < shares[1]


def test_law_an_ally_that_always_agrees_changes_no_bit():
    ally = {"allies": {"mexico": ALLY}}
    assert ALLY["settles"]["value"] > 0.0
    ready = deepcopy(needing(1.0))
    ready["allies"]["mexico"]["assent"]["stance"] = points(0.0)
    without, sure = (played("teaching-first-numbers", case, 100) for case in (ally, ready))
    assert np.array_equal(without.weeks, sure.weeks, equal_nan=True)


@pytest.mark.parametrize(("changes", "fault"), [
    ({"issues.usmca.options.long.needs": "mexiko"}, "mexico"),
    ({"issues.usmca.options.reviews.needs": "mexico"}, "must be of a later option that sets no measure"),
    ({"issues.usmca.options.long.otherwise": "long"}, "unknown option that needs nobody 'long'"),
    ({"allies": {"mexico": ALLY}}, "allies.mexico.assent: is missing"),
])  # fmt: skip
def test_faults_are_told(changes, fault):
    with pytest.raises(ScenarioError, match=fault):
        changed("teaching-first-numbers", needing() | changes)
