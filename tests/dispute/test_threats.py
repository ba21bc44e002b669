"""Threats that come due: their four ends, and what each costs and teaches.

The measure's ladder here is 0, 10, 25, 35 and 50 %; belief starts at four in ten, worth four threats.
"""

import numpy as np
import pytest

from negotiation.dispute.decision import CARRY_OUT, DROP, IN_PART, POSTPONE, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.state import CARRIED_OUT, DROPPED, POSTPONED
from negotiation.dispute.state import IN_PART as ENDED_IN_PART
from negotiation.dispute.threats import due_threats, end_due_threats
from tests.dispute.cases import CA, LADDER, US, US_GENERAL, course_of, game_with, state_of, story

WEEK = 9


def ended(answer, level=4, now=0, **columns):
    """The course after the US answered a due threat of a level in one world."""
    game = game_with(LADDER)
    given = {"level": [[now, 0]], "threat_level": [[level, -1]], "threat_due": [[WEEK, -1]], "calm": [[7, 7]]}
    state = state_of(game, 1, week=WEEK, **(given | columns))
    course = course_of(game, state)
    decision = Decision() if answer is None else Decision(
        execute=np.full((1, 2), answer), execute_reason=np.full((1, 2), int(Reason.KEEPS_ITS_WORD)))  # fmt: skip
    end_due_threats(course, US, decision, due_threats(course, US))
    return course


def ends(state):
    """How many of the US's threats ended: met, carried out, in part, postponed, dropped."""
    return state.threats_ended[0, US].tolist()


def belief(state):
    """What Canada counts of emergency threats: carried out, of all."""
    return state.carried[0, CA, 0], state.seen_threats[0, CA, 0]


def test_a_threat_carried_out_puts_the_level_in_force_hits_and_is_remembered():
    state = ended(CARRY_OUT).state
    assert state.level[0, US_GENERAL] == 4
    assert ends(state)[CARRIED_OUT] == sum(ends(state)) == 1
    assert belief(state) == (pytest.approx(1.6 + 1.0), 5.0)
    assert (state.hit[0, CA], state.calm[0].tolist()) == (WEEK, [7, 0])
    assert (state.grievance[0, US], state.once[0, US]) == (0.0, 0.0)
    assert state.threat_level[0, US_GENERAL] == -1


@pytest.mark.parametrize(("now", "level", "after"), [(0, 4, 2), (1, 4, 2), (2, 4, 3), (0, 3, 1)])
def test_a_threat_carried_out_in_part_goes_half_way_rounded_down(now, level, after):
    state = ended(IN_PART, level, now).state
    assert state.level[0, US_GENERAL] == after
    assert ends(state)[ENDED_IN_PART] == sum(ends(state)) == 1
    assert belief(state) == (pytest.approx(1.6 + 0.5), 5.0)
    assert state.hit[0, CA] == WEEK


def test_half_way_to_the_next_level_is_nowhere_so_that_the_threat_is_dropped():
    state = ended(IN_PART, level=1).state
    assert (state.level[0, US_GENERAL], ends(state)[DROPPED]) == (0, 1)


def test_a_threat_postponed_is_due_four_weeks_later_and_teaches_nothing():
    state = ended(POSTPONE).state
    assert state.threat_level[0, US_GENERAL] == 4
    assert (state.threat_due[0, US_GENERAL], state.threat_postponed[0, US_GENERAL]) == (WEEK + 4, 1)
    assert ends(state)[POSTPONED] == sum(ends(state)) == 1
    assert belief(state) == (pytest.approx(1.6), 4.0)
    assert (state.grievance[0, US], state.calm[0, US]) == (0.0, 7)


def test_a_third_postponement_drops_the_threat():
    assert ends(ended(POSTPONE, threat_postponed=[[1, 0]]).state)[POSTPONED] == 1
    assert ends(ended(POSTPONE, threat_postponed=[[2, 0]]).state)[DROPPED] == 1


def test_a_threat_dropped_costs_approval_reputation_and_belief():
    # five points of approval, forgiven 1.2 times over by the five sevenths of influence that do not gain: .714 points
    state = ended(DROP).state
    assert state.level[0, US_GENERAL] == 0
    assert ends(state)[DROPPED] == sum(ends(state)) == 1
    assert state.grievance[0].tolist() == [0.0, pytest.approx(0.05 * (1.0 - 1.2 * 5.0 / 7.0))]
    assert state.once[0].tolist() == [0.0, pytest.approx(-0.05)]
    assert belief(state) == (pytest.approx(1.6), 5.0)
    assert state.hit[0, CA] < 0


@pytest.mark.parametrize("columns", [{"bound": [[True, False]]}, {"barred_until": [[WEEK + 1, 0]]}])
def test_a_threat_that_may_not_be_carried_out_is_dropped(columns):
    state = ended(CARRY_OUT, **columns).state
    assert (ends(state)[DROPPED], state.level[0, US_GENERAL]) == (1, 0)


def test_a_threat_left_unanswered_is_dropped():
    assert ends(ended(None).state)[DROPPED] == 1


def test_a_threat_is_answered_only_when_it_is_due_by_its_own_maker_in_a_dispute_still_open():
    game = game_with(LADDER)
    state = state_of(game, 3, week=WEEK, threat_level=[[4, -1]], threat_due=[[WEEK, -1]])
    state.threat_due[1, US_GENERAL], state.open[2] = WEEK + 1, False
    course = course_of(game, state)
    assert due_threats(course, US).tolist() == [[True, False], [False, False], [False, False]]
    assert not due_threats(course, CA).any()


def test_an_end_is_told_with_the_level_the_rate_and_the_reason():
    assert story(ended(CARRY_OUT)) == [(0, "us", "threat_carried_out", "us_general", "50 %", 50.0, "keeps_its_word")]
    assert story(ended(IN_PART)) == [(0, "us", "threat_in_part", "us_general", "50 %", 25.0, "keeps_its_word")]
