"""Coverage: effective rate = statutory rate x (1 - exempt share), and the exempt share grows with the margin."""

import numpy as np
import pytest

from negotiation.dispute.news import hear_news
from negotiation.dispute.start import codes_in_force
from negotiation.economy import SECTORS, usmca_claim_shares
from negotiation.scenario import ScenarioError
from negotiation.scenario.rise import taxed_shares
from tests.dispute.cases import TEACHING, US, US_GENERAL, course_of, game_with, state_of, story
from tests.laws.cases import changed


def margin(weeks):
    """A threshold, percent-weeks."""
    return {"value": weeks, "unit": "percent-weeks", "source": "assumption: a test"}


def level(rate):
    """A level whose exempt share grows from that of 2024 to those of April and July 2025."""
    grows = ["usmca 2025_04", "usmca 2025_07"]
    return {"name": f"{rate} %", "rate": rate, "exempt": "usmca 2024", "grows": grows}


STAGED = {
    "measures.us_general.claims": [margin(100), margin(400)],
    "measures.us_general.levels": [
        {"name": "none", "rate": 0}, level(25), level(50), {"name": "60 % on all", "rate": 60},
    ],
}  # fmt: skip


def heard(weeks, **columns):
    """The course after some weeks of news."""
    game = game_with(STAGED)
    course = course_of(game, state_of(game, 1, **columns))
    for _ in range(weeks):
        hear_news(course)
        course.state.week += 1
        course.log.week += 1
    return course


@pytest.mark.parametrize(
    ("step", "weeks", "stage"), [(1, 3, 0), (1, 4, 1), (1, 15, 1), (1, 16, 2), (2, 1, 0), (2, 2, 1), (2, 8, 2)]
)
def test_claims_reach_a_stage_after_so_many_percent_weeks(step, weeks, stage):
    # 25 % saves 100 percent-weeks in 4 weeks, 50 % in 2
    assert heard(weeks, level=[[step, 0]]).state.stage.tolist() == [[stage, 0]]


def test_where_there_is_no_margin_claims_do_not_grow():
    assert heard(9, level=[[3, 0]]).state.claimed.tolist() == [[0.0, 0.0]]  # nothing is exempt from 60 % on all
    assert heard(9, level=[[1, 0]], paused_until=[[99, 0]]).state.claimed.tolist() == [[0.0, 0.0]]


def test_claims_once_made_stay():
    course = heard(4, level=[[1, 0]])
    course.state.level[:] = 0
    hear_news(course)
    assert course.state.stage.tolist() == [[1, 0]]


def test_growth_is_told():
    assert story(heard(4, level=[[1, 0]])) == [(0, "world", "claims_grow", "us_general", "25 %", -1.0, "margin")]


@pytest.mark.parametrize(("stage", "month"), [(0, "2024"), (1, "2025_04"), (2, "2025_07")])
def test_the_effective_rate_is_the_statutory_rate_less_what_is_exempt(stage, month):
    game = game_with(STAGED)
    measure = game.scenario.measures["us_general"]
    assert taxed_shares(measure.levels[1], stage) == pytest.approx(1.0 - usmca_claim_shares()[month])
    state = state_of(game, 1, level=[[1, 0]], stage=[[stage, 0]])
    rate = game.tables.rate[US][codes_in_force(game, state)[0]]
    full = game.tables.rate[US][codes_in_force(game, state_of(game, 1, level=[[3, 0]]))[0]]
    taxed = np.where(np.isin(SECTORS, measure.sectors), 1.0 - usmca_claim_shares()[month], np.nan)
    assert np.nanmin(taxed) * full * 25.0 / 60.0 < rate < np.nanmax(taxed) * full * 25.0 / 60.0


def test_the_more_is_claimed_the_lower_the_rate():
    game = game_with(STAGED)
    # outside energy, claims rose between April and July 2025, not before
    codes = [codes_in_force(game, state_of(game, 1, level=[[1, 0]], stage=[[stage, 0]]))[0] for stage in (1, 2)]
    rates = [game.tables.rate[US][code] for code in codes]
    assert rates[0] > rates[1] > 0.0


def test_a_lasting_deal_is_judged_with_all_claims_made():
    game = game_with(STAGED)
    plain = (game.packages.levels * game.strides).sum(axis=-1)
    assert (game.packages.code[: game.packages.whole] - plain == 2 * game.stage_strides[US_GENERAL]).all()


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"measures.us_general.claims": [margin(400), margin(100)]}, "must rise, got 400, 100"),
     ({"measures.us_general.claims": [margin(100)]}, "needs a threshold in claims for each of 2 stages")],
)  # fmt: skip
def test_claims_that_cannot_grow_are_refused(changes, message):
    with pytest.raises(ScenarioError, match=message):
        changed(TEACHING, STAGED | changes)
