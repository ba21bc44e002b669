"""Several moves in one week: a decision and what follows it; threats answered before they are due."""

import numpy as np
import pytest

from negotiation.dispute.away import act_away
from negotiation.dispute.decision import DROP, LEAVE, POSTPONE, RESUME, SUSPEND, Decision
from negotiation.dispute.players import Players
from negotiation.dispute.reasons import Reason
from negotiation.dispute.standing import standings
from negotiation.dispute.state import DROPPED, TALKING
from tests.dispute.cases import BORDER, US, US_GENERAL, course_of, game_with, state_of, story

WEEK = 9


class Told:
    """A government that decides what it is told."""

    def __init__(self, decision):
        self.decision = decision

    def away(self, view):
        return self.decision


def acted(us=None, ca=None, **columns):
    """The course after both decided in one world of week 9."""
    game = game_with()
    state = state_of(game, 1, week=WEEK, **columns)
    course = course_of(game, state, None, Players([Told(ca or Decision()), Told(us or Decision())], [], []))
    act_away(course, standings(game, state))
    return course


def told(then=None, reasons=None, **fields):
    """A decision in one world."""
    return Decision(**{name: np.array([entry]) for name, entry in fields.items()}, then=then, reasons=reasons)


def test_what_follows_happens_in_the_same_week_after_both_have_moved():
    course = acted(us=told(talks=SUSPEND, then=told(talks=RESUME)), ca=told(concede_issue=BORDER, concede_option=1))
    assert [kind for _, _, kind, *_ in story(course)] == ["concede", "suspend_talks", "resume_talks"]
    assert course.state.talks.tolist() == [TALKING]


def test_a_measure_imposed_and_lifted_in_a_week_hits_once():
    once = acted(ca=told(level=[LEAVE, 1])).state
    twice = acted(ca=told(level=[LEAVE, 1], then=told(level=[LEAVE, 0]))).state
    assert twice.level.tolist() == [[1, 0]]
    assert twice.rally.tolist() == once.rally.tolist()
    assert twice.stress.tolist() == once.stress.tolist()
    assert twice.calm.tolist() == once.calm.tolist()


def test_a_week_goes_by_once_however_many_turns():
    assert acted(us=told(then=told(then=told()))).state.calm.tolist() == acted().state.calm.tolist() == [[1, 1]]


THREAT = {"threat_level": [1, -1], "threat_due": [WEEK + 5, -1], "level": [0, 0]}


def test_a_threat_is_dropped_before_it_is_due():
    course = acted(us=told(execute=[DROP, LEAVE], early=[True, False]), **THREAT)
    assert course.state.threat_level[0, US_GENERAL] == -1
    assert course.state.threats_ended[0, US, DROPPED] == 1
    assert acted(us=told(execute=[DROP, LEAVE]), **THREAT).state.threat_level[0, US_GENERAL] == 1


def test_nobody_answers_the_others_threats():
    course = acted(ca=told(execute=[DROP, LEAVE], early=[True, True]), **THREAT)
    assert course.state.threat_level[0, US_GENERAL] == 1


def test_a_threat_put_off_by_two_weeks_is_due_then():
    course = acted(us=told(execute=[POSTPONE, LEAVE], early=[True, False], put_off=[2, -1]), **THREAT)
    assert course.state.threat_due[0, US_GENERAL] == WEEK + 2
    usual = acted(us=told(execute=[POSTPONE, LEAVE], early=[True, False]), **THREAT)
    assert usual.state.threat_due[0, US_GENERAL] == WEEK + 4


@pytest.mark.parametrize("reasons", [None, {"concede": int(Reason.PERSON)}])
def test_the_author_says_why(reasons):
    (move,) = story(acted(ca=told(concede_issue=BORDER, concede_option=1, reasons=reasons)))
    assert move[1:3] + move[-1:] == ("ca", "concede", "person" if reasons else "avoids_harm")
