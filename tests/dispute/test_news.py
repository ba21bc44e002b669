"""News of the week, the response of the economy and the public, and meetings of leaders."""

import numpy as np
import pytest

from negotiation.dispute.news import hear_news
from negotiation.dispute.players import Players
from negotiation.dispute.response import economy_responds, public_responds
from negotiation.dispute.state import SUSPENDED, TALKING
from negotiation.dispute.summit import audience_of_summits, hold_summits, tempers_cool
from negotiation.dispute.worth import COMPONENTS
from negotiation.politics.coalition import MEDIATION
from tests.dispute.cases import ALLY, CA, US, course_of, game_with, state_of, story, week_luck

COURTS = {"bases.emergency.court_hazard": 0.1, "bases.statute.court_hazard": 0.2, "bases.statute.barred": 5}
MEETINGS = {"summit.venues": ["us", "ca"], "summit.chance": 0.1, "summit.proposed": 0.2, "summit.mediated": 0.4}


def heard(changes=None, chances=None, **columns):
    """The course after the week's news in one world; both measures in force."""
    game = game_with(changes)
    state = state_of(game, 1, **({"level": [[1, 1]]} | columns))
    course = course_of(game, state, week_luck(game, 1, chances=chances or {}))
    hear_news(course)
    return course


def test_the_border_index_fades_and_jumps_with_an_incident():
    incidents = {"news.border_incident": 0.3}
    assert heard(incidents, {0: 0.29}, border=[2.0]).state.border[0] == pytest.approx(2.0 * 0.85 + 1.0)
    assert heard(incidents, {0: 0.31}, border=[2.0]).state.border[0] == pytest.approx(2.0 * 0.85)


def test_markets_calm_down_by_a_quarter_a_week():
    assert heard(stress=[4.0]).state.stress[0] == pytest.approx(3.0)


@pytest.mark.parametrize(
    ("draw", "levels", "barred"),
    [(0.0, [0, 1], [19, 0]), (0.09, [0, 1], [19, 0]), (0.11, [1, 0], [0, 12]), (0.29, [1, 0], [0, 12]),
     (0.31, [1, 1], [0, 0])],
    ids=["emergency", "still", "statute", "still too", "none"],
)  # fmt: skip
def test_a_court_voids_and_bars_the_measures_of_one_basis(draw, levels, barred):
    state = heard(COURTS, {3: draw}, week=7).state
    assert (state.level.tolist(), state.barred_until.tolist()) == ([levels], [barred])


def test_a_court_leaves_alone_what_a_deal_has_bound_and_what_is_not_in_force():
    assert heard(COURTS, {3: 0.05}, bound=[[True, False]]).state.level.tolist() == [[1, 1]]
    quiet = heard(COURTS, {3: 0.05}, level=[[0, 1]])
    assert (quiet.state.barred_until.tolist(), story(quiet)) == ([[0, 0]], [])


def test_a_ruling_is_told():
    assert story(heard(COURTS, {3: 0.05})) == [(0, "world", "court", "emergency", "", -1.0, "ruled_unlawful")]


def test_no_news_reaches_a_dispute_that_has_ended():
    state = heard(COURTS | {"news.border_incident": 1.0}, {3: 0.05}, open=[False], border=[2.0], stress=[4.0]).state
    assert (state.level.tolist(), state.border[0], state.stress[0]) == ([[1, 1]], 2.0, 4.0)


def test_prices_and_revenue_are_felt_at_once_the_rest_by_a_twenty_sixth_a_week():
    game = game_with()
    state = state_of(game)
    flows = game.tables.components[:, :, 2]
    economy_responds(game, state)
    economy_responds(game, state)
    share = np.array([1.0 if name in {"revenue", "border_prices"} else 1.0 - (25.0 / 26.0) ** 2 for name in COMPONENTS])
    assert state.felt[0] == pytest.approx(flows * share)
    assert state.income[0] == pytest.approx(game.tables.income[:, 2] * (1.0 - (25.0 / 26.0) ** 2))
    revenue = COMPONENTS.index("revenue")
    assert state.total[0, US, revenue] == pytest.approx(flows[US, revenue] * 2.0 / 52.0)
    assert state.rate_sum[0].tolist() == [0.0, pytest.approx(2.0 * game.tables.rate[US, 2])]


def test_the_public_weighs_rally_grievance_prices_and_the_border():
    # target = pressure = .04 rally - .01 grievance - .02 x 2 % of prices - 1.5 x .02 x 1 of the border = -.04
    class Listens:
        def approval_after(self, times):
            self.times = times
            return times.approval

    game = game_with({"constituencies.ca_public.border": 1.5, "countries.ca.audience.shock": 0.01})
    felt = np.zeros((1, 2, len(COMPONENTS)))
    felt[0, CA, COMPONENTS.index("border_prices")] = 2.0
    state = state_of(
        game, rally=[[0.04, 0.5]], grievance=[[0.01, 0.5]], felt=felt, border=[1.0], income=[[-3.0, 0, 0, 0]]
    )
    ears = [Listens() for _ in range(4)]
    luck = week_luck(game, 1, news={CA: 2.0}, polls={0: -1.0})
    public_responds(course_of(game, state, luck, Players([], ears, [])))
    heard_of = ears[0].times
    assert heard_of.pressure == pytest.approx([-0.04])
    assert heard_of.income.tolist() == [-3.0]
    assert heard_of.shock == pytest.approx([2.0 * 0.01 - 0.006])
    assert ears[1].times.pressure == pytest.approx([-0.01])  # lives far from the border
    assert state.rally[0, CA] == pytest.approx(0.04 * 0.92)
    assert state.grievance[0, CA] == pytest.approx(0.01 * 0.93)


def met(changes=None, chances=None, **columns):
    """Whether leaders met, and the course."""
    game = game_with(MEETINGS | {"allies": {"mexico": ALLY}} | (changes or {}))
    state = state_of(game, 1, **columns)
    course = course_of(game, state, week_luck(game, 1, chances=chances or {}))
    return bool(hold_summits(course)[0]), course


@pytest.mark.parametrize(
    ("columns", "chance"),
    [
        ({}, 0.1), ({"proposed": [[True, False]]}, 0.3), ({"proposed": [[True, True]]}, 0.5),
        ({"stance": [[MEDIATION]]}, 0.5),
    ],
    ids=["unasked", "proposed", "proposed by both", "mediated"],
)  # fmt: skip
def test_leaders_meet_likelier_when_it_is_proposed_and_mediated(columns, chance):
    assert met(chances={1: chance - 0.001}, **columns)[0]
    assert not met(chances={1: chance + 0.001}, **columns)[0]


@pytest.mark.parametrize(("draw", "host"), [(0.49, US), (0.51, CA)])
def test_leaders_meet_at_either_venue(draw, host):
    assert met(chances={1: 0.0, 2: draw})[1].state.venue.tolist() == [host]


def test_a_meeting_resumes_suspended_talks_and_answers_proposals():
    state = met(chances={1: 0.0}, talks=[SUSPENDED], proposed=[[True, True]])[1].state
    assert (state.talks.tolist(), state.proposed.tolist(), state.summits.tolist()) == ([TALKING], [[False, False]], [1])


def test_leaders_who_met_in_vain_pay_at_home():
    game = game_with(MEETINGS)
    state = state_of(game, 3)
    audience_of_summits(course_of(game, state), np.array([True, True, False]), np.array([-1, 5, -1]))
    assert state.grievance.tolist() == [[0.005, 0.005], [0.0, 0.0], [0.0, 0.0]]


@pytest.mark.parametrize(("resume", "talks"), [(9, TALKING), (10, SUSPENDED)])
def test_suspended_talks_resume_when_their_time_is_over(resume, talks):
    game = game_with()
    state = state_of(game, week=9, talks=[SUSPENDED], talks_resume=[resume])
    tempers_cool(course_of(game, state))
    assert state.talks.tolist() == [talks]
