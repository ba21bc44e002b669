"""What a mediating ally adds."""

import numpy as np
import pytest

from negotiation.dispute.mediation import assurance_of, cost_of_failing
from negotiation.dispute.standing import standings
from negotiation.dispute.summit import audience_of_summits
from negotiation.politics.coalition import MEDIATION, NEUTRAL
from tests.dispute.cases import ALLY, CA, course_of, game_with, state_of
from tests.laws.cases import changed, played


def mediation(assurance, softens):
    """The optional part of a scenario."""
    shares = {"assurance": assurance, "softens": softens}
    return {name: {"value": share, "unit": "share", "source": "assumption"} for name, share in shares.items()}


ONE = {"allies": {"mexico": ALLY}}
RULES = ONE | {"mediation": mediation(0.4, 0.25), "countries.ca.conduct.assurance": 0.5}
THREAT = {"threat_level": [[1, -1]], "threat_due": [[3, -1]], "threat_issue": [[2, -1]], "threat_option": [[1, -1]]}


def test_a_mediator_takes_off_part_of_the_doubt():
    game = game_with(RULES)
    state = state_of(game, 2, stance=[[NEUTRAL], [MEDIATION]])
    assert assurance_of(game, state, CA) == pytest.approx([0.5, 0.5 + 0.4 * 0.5])


def test_a_threat_is_worth_meeting_more_where_an_ally_mediates():
    game = game_with(RULES)
    columns = {name: rows * 2 for name, rows in THREAT.items()}
    state = state_of(game, 2, stance=[[NEUTRAL], [MEDIATION]], level=[[0, 0]], **columns)
    alone, mediated = standings(game, state)[CA].no_deal
    assert standings(game, state)[CA].heeded[:, 0].all()
    assert mediated < alone


def test_a_summit_in_vain_costs_less_where_an_ally_mediates():
    game = game_with(RULES)
    course = course_of(game, state_of(game, 2, stance=[[NEUTRAL], [MEDIATION]]))
    audience_of_summits(course, np.array([True, True]), np.array([-1, -1]))
    alone, mediated = course.state.grievance[:, CA]
    assert mediated == pytest.approx(0.75 * alone)
    assert alone == pytest.approx(game.sides[CA].country.audience.failed_summit.value)
    assert cost_of_failing(game, course.state, 0.02) == pytest.approx([0.02, 0.015])


def test_without_the_rule_a_mediator_adds_nothing():
    nothing = played("teaching-first-numbers", ONE | {"mediation": mediation(0.0, 0.0)}, 30)
    absent = played("teaching-first-numbers", ONE, 30)
    assert nothing.weeks.tobytes() == absent.weeks.tobytes()
    assert changed("teaching-first-numbers", ONE).mediation is None
