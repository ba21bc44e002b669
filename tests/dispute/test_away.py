"""Away from the table: what a decision does to one world, and what it may not do."""

import numpy as np
import pytest

from negotiation.dispute.away import act_away
from negotiation.dispute.decision import LEAVE, RESUME, SUSPEND, WALK_AWAY, Decision
from negotiation.dispute.players import Players
from negotiation.dispute.standing import standings
from negotiation.dispute.state import BROKEN_DEAL, ENDED, LIMITED_DEAL, SUSPENDED, TALKING
from tests.dispute.cases import (
    ALLY,
    BORDER,
    CA,
    CA_CONSUMER,
    DAIRY,
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

WEEK = 9
LIMITED = {"limited": {"truce": {"name": "truce", "issues": ["tariff", "dairy"]}}, "limited_packages": 9}


class Script:
    """A government that decides what it is told."""

    def __init__(self, decision):
        self.decision = decision

    def away(self, view):
        return self.decision


def acted(us=None, ca=None, changes=None, luck=None, **columns):
    """The course after both governments decided in one world of week 9; 25 % is in force unless said."""
    game = game_with(changes)
    state = state_of(game, 1, week=WEEK, **columns)
    scripts = [Script(decided(**(moves or {}))) for moves in (ca, us)]
    course = course_of(game, state, week_luck(game, 1, **(luck or {})), Players(scripts, [], []))
    act_away(course, standings(game, state))
    return course


def decided(**fields):
    """A decision in one world."""
    return Decision(**{name: np.array([entry]) for name, entry in fields.items()})


def kinds(course):
    """Who made what kind of move."""
    return [(who, kind) for _, who, kind, *_ in story(course)]


def test_a_measure_imposed_hits_the_other_and_rallies_its_people():
    course = acted(ca={"level": [LEAVE, 1]})
    state = course.state
    assert state.level.tolist() == [[1, 1]]
    assert (state.hit[0, US], state.calm[0].tolist()) == (WEEK, [0, 1])
    assert state.rally[0].tolist() == [0.0, pytest.approx(0.005)]
    assert state.stress[0] == pytest.approx(1.0)
    assert kinds(course) == [("ca", "impose")]


def test_a_measure_lifted_hits_nobody():
    course = acted(us={"level": [0, LEAVE]})
    state = course.state
    assert (state.level.tolist(), state.calm[0, US], state.hit[0, CA] < 0) == ([[0, 0]], 0, True)
    assert (state.stress[0], state.rally.tolist()) == (0.0, [[0.0, 0.0]])
    assert kinds(course) == [("us", "lift")]


def test_nobody_moves_what_is_not_its_own():
    state = acted(us={"level": [LEAVE, 1]}, ca={"level": [0, LEAVE], "threat": [1, LEAVE], "notice": 3}).state
    assert (state.level.tolist(), state.threat_level.tolist()) == ([[1, 0]], [[-1, -1]])


def test_what_a_deal_has_bound_stays():
    assert acted(us={"level": [0, LEAVE]}, bound=[[True, False]]).state.level.tolist() == [[1, 0]]


def test_what_a_court_has_barred_may_be_lowered_but_not_raised():
    barred = {"barred_until": [[WEEK + 1, WEEK + 1]]}
    assert acted(us={"level": [0, LEAVE]}, **barred).state.level[0, US_GENERAL] == 0
    assert acted(ca={"level": [LEAVE, 1]}, **barred).state.level[0, CA_CONSUMER] == 0


def test_a_pause_takes_a_measure_out_of_force_for_its_weeks():
    state = acted(us={"pause": [3, 0]}).state
    assert state.paused_until[0, US_GENERAL] == WEEK + 1 + 3
    assert state.level[0, US_GENERAL] == 1


def test_a_threat_stands_with_its_deadline_and_demand_and_rallies_the_threatened():
    moves = {"threat": [LEAVE, 1], "notice": 4, "demand_issue": 0, "demand_option": 1}
    course = acted(ca=moves)
    state = course.state
    assert (state.threat_level.tolist(), state.threat_due[0, CA_CONSUMER]) == ([[-1, 1]], WEEK + 4)
    assert (state.threat_issue[0, CA_CONSUMER], state.threat_option[0, CA_CONSUMER]) == (0, 1)
    assert (state.last_threat[0, CA], state.rally[0].tolist()) == (WEEK, [0.0, pytest.approx(0.005)])
    assert story(course) == [
        (0, "ca", "threaten", "ca_consumer", "25 %", 4.0, "presses_demand"),
        (0, "ca", "demand", "tariff", "lifted", -1.0, "none"),
    ]


def test_one_threat_at_a_time_stands_on_a_measure():
    standing = {"threat_level": [[-1, 1]], "threat_due": [[-1, WEEK + 2]]}
    assert acted(ca={"threat": [LEAVE, 1], "notice": 9}, **standing).state.threat_due[0, CA_CONSUMER] == WEEK + 2


@pytest.mark.parametrize(
    "columns", [{"bound": [[False, True]]}, {"barred_until": [[0, WEEK + 1]]}, {"level": [[0, 1]]}]
)
def test_nobody_threatens_what_it_may_not_do_or_has_done(columns):
    assert acted(ca={"threat": [LEAVE, 1], "notice": 4}, **columns).state.threat_level.tolist() == [[-1, -1]]


def test_a_threat_overtaken_by_the_measure_is_gone_without_an_end():
    state = acted(ca={"level": [LEAVE, 1]}, threat_level=[[-1, 1]], threat_due=[[-1, WEEK + 2]]).state
    assert (state.threat_level[0, CA_CONSUMER], state.threats_ended.sum()) == (-1, 0)


def test_conceding_the_demand_ends_the_threat_met():
    threat = {"threat_level": [[1, -1]], "threat_due": [[WEEK, -1]], "threat_issue": [[BORDER, -1]],
              "threat_option": [[1, -1]], "level": [[0, 0]]}  # fmt: skip
    course = acted(ca={"concede_issue": BORDER, "concede_option": 2}, **threat)
    assert course.state.settled[0].tolist() == [0, 0, 0, 2, 0]
    assert course.state.threats_ended[0, US].tolist() == [1, 0, 0, 0, 0]  # due this very week, and still not dropped
    assert kinds(course) == [("ca", "concede"), ("us", "threat_met")]


def test_conceding_less_than_is_in_force_takes_nothing_back():
    moves = {"concede_issue": BORDER, "concede_option": 1}
    assert acted(ca=moves, settled=[[0, 0, 0, 2, 0]]).state.settled[0, BORDER] == 2


def test_conceding_what_one_vowed_not_to_costs_points_and_approval():
    state = acted(ca={"concede_issue": DAIRY, "concede_option": 2}, changes=VOW, committed=[[1, 0]]).state
    assert (state.once.tolist(), state.grievance.tolist()) == ([[-0.2, 0.0]], [[0.04, 0.0]])
    within = acted(ca={"concede_issue": DAIRY, "concede_option": 1}, changes=VOW, committed=[[1, 0]]).state
    assert (within.once.tolist(), within.grievance.tolist()) == ([[0.0, 0.0]], [[0.0, 0.0]])


def test_a_vow_is_made_once():
    assert acted(ca={"commit": 1}, changes=VOW).state.committed.tolist() == [[1, 0]]
    assert kinds(acted(ca={"commit": 1}, changes=VOW, committed=[[1, 0]])) == []


def test_a_limited_deal_broken_frees_its_measures_undoes_its_options_and_costs_approval():
    game = game_with(LIMITED)
    package = place_of(game, [1, -1, 1, -1, -1])
    inside = {"settlement": [LIMITED_DEAL], "package": [package], "bound": [[True, False]],
              "settled": [[1, 0, 2, 2, 0]], "settled_before": [[0, 0, 1, 0, 0]], "level": [[0, 0]]}  # fmt: skip
    state = acted(us={"break_deal": True, "level": [1, LEAVE]}, changes=LIMITED, **inside).state
    assert (state.settlement.tolist(), state.level.tolist()) == ([BROKEN_DEAL], [[1, 0]])
    assert state.settled.tolist() == [[0, 0, 1, 2, 0]]  # what the deal settled goes back to what held before it
    assert state.grievance.tolist() == [[0.0, 0.03]]


@pytest.mark.parametrize(
    ("us", "ca", "before", "after"),
    [
        (SUSPEND, 0, TALKING, SUSPENDED), (0, RESUME, SUSPENDED, TALKING), (0, RESUME, ENDED, ENDED),
        (SUSPEND, 0, ENDED, ENDED), (WALK_AWAY, 0, TALKING, ENDED), (WALK_AWAY, RESUME, SUSPENDED, ENDED),
        (WALK_AWAY, SUSPEND, TALKING, ENDED), (0, 0, TALKING, TALKING),
    ],
)  # fmt: skip
def test_talks_are_suspended_resumed_and_left_and_leaving_outweighs_all(us, ca, before, after):
    state = acted(us={"talks": us, "talks_weeks": 2}, ca={"talks": ca, "talks_weeks": 2}, talks=[before]).state
    assert state.talks[0] == after
    assert state.left[0].tolist() == [False, us == WALK_AWAY and before != ENDED]


def test_suspended_talks_rest_for_the_weeks_said_the_longer_of_two():
    state = acted(us={"talks": SUSPEND, "talks_weeks": 2}, ca={"talks": SUSPEND, "talks_weeks": 5}).state
    assert state.talks_resume[0] == WEEK + 1 + 5


def test_allies_are_asked_and_offered_deals():
    course = acted(ca={"ask": True}, us={"divide": [True]}, changes={"allies": {"mexico": ALLY}})
    assert (course.state.asked.tolist(), course.state.offered.tolist()) == ([[True, False]], [[True]])
    assert story(course) == [
        (0, "ca", "ask_allies", "", "", -1.0, "seeks_help"), (0, "us", "offer_ally", "mexico", "", -1.0, "divides"),
    ]  # fmt: skip


def test_a_summit_is_proposed_once():
    assert acted(ca={"summit": True}).state.proposed.tolist() == [[True, False]]
    assert kinds(acted(ca={"summit": True}, proposed=[[True, False]])) == []


def test_markets_tremble_with_the_alarms_of_the_week_and_their_luck():
    # a blow and a threat; a draw of one at a noise of one half makes each of them 1.5
    threat = {"us": {"level": [1, LEAVE]}, "ca": {"threat": [LEAVE, 1], "notice": 4}, "level": [[0, 0]]}
    assert acted(**threat, luck={"news": {2: 1.0}}).state.stress[0] == pytest.approx(3.0)
    assert acted(**threat, luck={"news": {2: -3.0}}).state.stress[0] == 0.0  # never soothed by an alarm


def test_both_move_at_once_on_what_stood_before():
    class Grudge:
        def away(self, view):
            return decided(level=[LEAVE, 1] if view.their_rate[0] > 0.0 else [LEAVE, LEAVE])

    game = game_with()
    state = state_of(game, 1, week=WEEK, level=[[0, 0]])
    players = Players([Grudge(), Script(decided(level=[1, LEAVE]))], [], [])
    act_away(course_of(game, state, None, players), standings(game, state))
    assert state.level.tolist() == [[1, 0]]  # the blow of this week is answered next week


def test_worlds_that_have_ended_are_left_alone():
    moves = {"level": [0, LEAVE], "threat": [1, LEAVE], "notice": 3, "talks": WALK_AWAY, "commit": 1, "summit": True}
    course = acted(us=moves, open=[False])
    state = course.state
    assert (state.level.tolist(), state.threat_level.tolist()) == ([[1, 0]], [[-1, -1]])
    assert (state.talks.tolist(), state.calm.tolist(), kinds(course)) == ([TALKING], [[0, 0]], [])
