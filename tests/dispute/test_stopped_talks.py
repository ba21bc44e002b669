"""Talks stopped over one demand, and hands tied by choice."""

import numpy as np
import pytest

from negotiation.dispute.decision import SUSPEND, Decision
from negotiation.dispute.state import SUSPENDED, TALKING
from negotiation.dispute.stopped_talks import stop_over_demand
from negotiation.dispute.summit import tempers_cool
from negotiation.politics.support import rank_correlation
from negotiation.scenario import ScenarioError, read_scenario
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.doctrines.tying_hands import TyingHands
from negotiation.strategies.doctrines.ultimatum import Ultimatum
from tests.dispute.cases import (
    BORDER,
    CA,
    DAIRY,
    US,
    VOW,
    course_of,
    game_with,
    place_of,
    state_of,
    story,
    view_of,
    week_luck,
)  # fmt: skip
from tests.laws.cases import changed, played, words

EAGER = {"chances": {4 + US: 0.99, 6 + CA: 0.99}}


@pytest.mark.parametrize(("border", "week", "after"), [
    (0, 9, SUSPENDED), (1, 9, SUSPENDED), (2, 9, TALKING), (0, 12, TALKING),
])  # fmt: skip
def test_stopped_talks_resume_once_the_demand_is_met_or_their_time_is_over(border, week, after):
    game = game_with()
    stop = {"talks": [SUSPENDED], "talks_resume": [12], "stop_issue": [BORDER], "stop_option": [2]}
    state = state_of(game, week=week, settled=[[0, 0, 0, border, 0]], **stop)
    course = course_of(game, state)
    tempers_cool(course)
    assert state.talks.tolist() == [after]
    assert (state.stop_issue[0] == -1) == (after == TALKING)
    assert [move[-1] for move in story(course)] == (
        [] if after == SUSPENDED else ["demand_met" if border == 2 else "tempers_cooled"]
    )


def test_a_stop_names_its_demand():
    game = game_with()
    course = course_of(game, state_of(game))
    decision = Decision(stop_issue=np.array([DAIRY]), stop_option=np.array([1]))
    stop_over_demand(course, US, decision, np.array([True]))
    assert [move[1:4] for move in story(course)] == [("us", "demand", "dairy")]


def stopped(loss):
    """What the US decides that stops talks where the stop is taken to cost a share of a fair deal."""
    game = game_with()
    view = view_of(game, state_of(game), US, week_luck(game, 1, **EAGER))
    return view, Ultimatum(Nothing(), 0.05, 6, loss).away(view)


def test_talks_are_stopped_over_the_demand_worth_most_of_those_cheaper_than_the_stop():
    view, decision = stopped(1.0)
    assert (decision.talks.tolist(), decision.talks_weeks.tolist()) == ([SUSPEND], [6])
    issue, option = int(decision.stop_issue[0]), int(decision.stop_option[0])
    hope = float((view.fairest().other_value - view.other_no_deal)[0])
    worth = {each: view.threats.demand_worth(*each) for each in view.threats.demands}
    affordable = {each: gain[0] for each, (gain, others) in worth.items() if -others[0] < hope and gain[0] > 0.0}
    assert affordable[issue, option] == max(affordable.values())


def test_a_stop_that_costs_nothing_presses_nobody():
    _, decision = stopped(0.0)
    assert decision.stop_issue.tolist() == [-1]
    assert decision.talks.tolist() == [0]


@pytest.mark.parametrize(("loss", "gives"), [(0.0, False), (1.0, True)])
def test_a_demand_is_met_where_going_without_talks_is_dearer(loss, gives):
    game = game_with()
    state = state_of(game, talks=[SUSPENDED], talks_resume=[30], stop_issue=[BORDER], stop_option=[1])
    view = view_of(game, state, CA)
    hope = float((view.fairest().value - view.no_deal)[0])
    assert 0.0 < view.threats.cost_of(np.array([BORDER]), np.array([1]))[0] < hope
    decision = Ultimatum(Nothing(), 0.0, 6, loss).away(view)
    assert (decision.then is not None) == gives
    if gives:
        assert (decision.then.concede_issue.tolist(), decision.then.concede_option.tolist()) == ([BORDER], [1])


@pytest.mark.parametrize(("dairy", "alignment", "vows"), [(2, -1.0, True), (1, -1.0, False), (2, 1.01, False)],
                         ids=["asked too much", "within the vow", "home ranks otherwise"])  # fmt: skip
def test_hands_are_tied_against_an_offer_that_asks_too_much_where_home_agrees(dairy, alignment, vows):
    game = game_with(VOW)
    offer = place_of(game, [1, 1, dairy, 1, 1])
    view = view_of(game, state_of(game, offer=[[-1, offer]]), CA, week_luck(game, 1, **EAGER))
    decision = TyingHands(Nothing(), 0.05, alignment).away(view)
    assert (decision.then is not None) == vows
    if vows:
        assert decision.then.commit.tolist() == [1]


def test_ranks_agree_wholly_not_at_all_or_by_half():
    rising = np.array([1.0, 5.0, 6.0])
    assert rank_correlation(rising, np.array([0.1, 0.2, 9.0])) == pytest.approx(1.0)
    assert rank_correlation(rising, -rising) == pytest.approx(-1.0)
    assert rank_correlation(rising, np.array([2.0, 1.0, 3.0])) == pytest.approx(0.5)  # 1 - 6 x 2 / (3 x 8)
    assert rank_correlation(rising, np.ones(3)) == 0.0


def test_an_ultimatum_needs_a_stop_to_threaten():
    chance = {"value": 0.1, "unit": "chance a week", "source": "assumption: a test's case"}
    with pytest.raises(ScenarioError, match=r"strategy\.ultimatum: needs talks\.stop"):
        changed("teaching-first-numbers", {"countries.us.strategy.ultimatum": chance})


def test_a_stop_brings_concessions():
    stop = {"talks.stop": {"weeks": {"value": 6, "unit": "weeks", "source": "assumption: a test's case"},
                           "loss": {"value": 0.3, "unit": "share", "source": "assumption: a test's case"}},
            "countries.us.strategy.ultimatum": {"value": 0.2, "unit": "chance", "source": "assumption: a test's case"}}
    issues = read_scenario("us-canada-briefing").issues
    theirs = [key for key, issue in issues.items() if issue.conceded_by == "ca"]
    blocks = [played("us-canada-briefing", changes, 300) for changes in ({}, stop)]
    first = {key: next(iter(issues[key].options)) for key in theirs}
    given = [sum(words(block, f"issue_{key}") != first[key] for key in theirs) for block in blocks]
    gain = given[1] - given[0]
    assert gain.mean() > 2.0 * gain.std() / np.sqrt(len(gain))
