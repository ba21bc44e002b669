"""What governments do alike: meet threats worth meeting, answer for their own, mind talks and allies."""

import pytest

from negotiation.dispute.decision import CARRY_OUT, DROP, IN_PART, POSTPONE, SUSPEND, WALK_AWAY
from negotiation.dispute.reasons import Reason
from negotiation.strategies.doctrines.custom import customary
from tests.dispute.cases import (
    BORDER,
    CA,
    DAIRY,
    LADDER,
    QUIET,
    US,
    US_GENERAL,
    VOW,
    game_with,
    state_of,
    view_of,
    week_luck,
)


def customs(seat, changes=None, luck=None, **columns):
    """The customary moves of a government in one world of a quiet week 20."""
    game = game_with(QUIET | (changes or {}))
    state = state_of(game, 1, week=columns.pop("week", 20), **columns)
    return customary(view_of(game, state, seat, week_luck(game, 1, **(luck or {}))))


def threatened(issue, option, due=21, level=1):
    """A threat of 25 % on Canada."""
    return {"threat_level": [[level, -1]], "threat_due": [[due, -1]], "threat_issue": [[issue, -1]],
            "threat_option": [[option, -1]]}  # fmt: skip


# Canada believes four in ten emergency threats and trusts half of the word that meeting them ends the matter:
# .4 x .5 x 2.85 points of harm = .57 at stake. Strict border controls cost it .37 and opening dairy .54, both less.


def test_a_threat_worth_meeting_is_met_when_it_is_about_to_fall_due():
    decision = customs(CA, **threatened(BORDER, 2, due=21))
    assert (decision.concede_issue[0], decision.concede_option[0]) == (BORDER, 2)


def test_a_threat_worth_meeting_is_not_met_before_it_has_to_be():
    assert customs(CA, **threatened(BORDER, 2, due=22)).concede_issue[0] == -1


def test_a_threat_is_not_met_where_the_demand_costs_more_than_is_at_stake():
    # believed half as often, .28 points are at stake and strict controls cost .37
    doubted = {"start.belief": {"ca": {"emergency": 0.2}}}
    assert customs(CA, doubted, **threatened(BORDER, 2)).concede_issue[0] == -1


def test_a_vow_makes_a_demand_dearer():
    # opening dairy costs .54, and .2 for the vow once made: .74 is more than .57
    assert customs(CA, VOW, **threatened(DAIRY, 2)).concede_issue[0] == DAIRY
    assert customs(CA, VOW, **threatened(DAIRY, 2), committed=[[1, 0]]).concede_issue[0] == -1


def test_a_government_vows_in_public_what_a_threat_not_heeded_demands():
    doubted = VOW | {"start.belief": {"ca": {"emergency": 0.2}}}
    assert customs(CA, doubted, **threatened(DAIRY, 2, due=30)).commit[0] == 1
    assert customs(CA, doubted, **threatened(DAIRY, 1, due=30)).commit[0] == 0  # a slice is within the vow
    assert customs(CA, VOW, **threatened(DAIRY, 2, due=30)).commit[0] == 0  # heeded: keeps quiet


ENDS = [
    (0.01, CARRY_OUT, Reason.KEEPS_ITS_WORD), (-0.01, IN_PART, Reason.HALF_WAY), (-0.11, IN_PART, Reason.HALF_WAY),
    (-0.13, POSTPONE, Reason.BUYS_TIME), (-0.23, POSTPONE, Reason.BUYS_TIME), (-0.25, DROP, Reason.TOO_COSTLY),
]  # fmt: skip


def answered(margin, level=4, changes=LADDER, stress=0.0):
    """What the US does about a due threat of a level that leaves it a margin, and why.

    The margin is what the level gains it, and what dropping would cost (.05 points of reputation and .714 points of
    approval at .01 each), and its nerve this week, .25 points a draw.
    """
    value = game_with(QUIET | changes).sides[US].present_value[0]
    gain = value[2 * level] - value[0]
    dropping = 0.05 + 0.01 * 100.0 * 0.05 * (1.0 - 1.2 * 5.0 / 7.0)
    draws = {"conduct": {US: (margin - gain - dropping) / 0.25}}
    decision = customs(US, changes, draws, stress=[stress], **threatened(BORDER, 2, due=20, level=level))
    return decision.execute[0, US_GENERAL], decision.execute_reason[0, US_GENERAL]


@pytest.mark.parametrize(("margin", "answer", "why"), ENDS)
def test_a_threat_due_is_carried_out_if_that_pays_and_halved_put_off_or_dropped_the_less_it_does(margin, answer, why):
    assert answered(margin) == (answer, why)  # patience is .12 points wide


def test_a_threat_of_one_step_cannot_be_halved():
    assert answered(-0.01, level=1, changes={}) == (POSTPONE, Reason.BUYS_TIME)


def test_nervous_markets_hold_a_threat_back():
    # 10 units of stress at .06 points each outweigh a margin of .59
    assert answered(0.59)[0] == CARRY_OUT
    assert answered(0.59, stress=10.0)[0] == IN_PART


@pytest.mark.parametrize(("clock", "answer"), [(21, WALK_AWAY), (22, 0)])
def test_a_government_leaves_when_its_clock_runs_out(clock, answer):
    decision = customs(US, clock=[[99, clock]])
    assert decision.talks[0] == answer
    assert (decision.talks_reason[0] == Reason.CLOCK_RAN_OUT) == (answer == WALK_AWAY)


@pytest.mark.parametrize(("hit", "answer"), [(19, SUSPEND), (20, 0), (18, 0)])
def test_talks_are_suspended_in_the_week_after_a_blow(hit, answer):
    decision = customs(CA, hit=[[hit, -1000]])
    assert decision.talks[0] == answer
    assert decision.talks_weeks[0] == 2


def test_talks_are_not_suspended_where_that_takes_no_weeks_or_they_stand_still():
    assert customs(CA, {"countries.ca.conduct.suspension": 0}, hit=[[19, -1000]]).talks[0] == 0
    assert customs(CA, hit=[[19, -1000]], talks=[1]).talks[0] == 0


@pytest.mark.parametrize(("age", "proposes"), [(14.0, False), (15.0, True)])
def test_a_summit_is_proposed_from_half_time_on(age, proposes):
    assert customs(CA, age=[[age, 0.0]]).summit.tolist() == [proposes]  # of 30 weeks


def test_allies_are_asked_while_under_a_tariff():
    asks = {"countries.ca.conduct.asks_allies": True}
    assert customs(CA, asks, level=[[1, 0]]).ask.tolist() == [True]
    assert customs(CA, asks).ask.tolist() == [False]
    assert customs(CA).ask is None
