"""Before the long run: how trade adapts to new rates, and what that is worth."""

import numpy as np
import pytest

from negotiation.analysis.check import check_summary
from negotiation.dispute.adaptation import adapt, components_now, income_now, note_new_rates, years_before
from negotiation.dispute.game import build_game
from negotiation.dispute.response import economy_responds
from negotiation.dispute.worth import COMPONENTS, term_years
from negotiation.scenario.countries import TERMS
from tests.dispute.cases import CA, CA_CONSUMER, QUIET, TEACHING, US_GENERAL, state_of
from tests.laws.cases import changed, played

WELFARE, PRICES = COMPONENTS.index("welfare"), COMPONENTS.index("border_prices")


def short_run(elasticity, weeks=26):
    """The optional part of the economy."""
    return {
        "elasticity": {"value": elasticity, "unit": "share", "source": "assumption"},
        "weeks": {"value": weeks, "unit": "weeks", "source": "assumption"},
    }


@pytest.fixture(scope="module")
def game():
    """The teaching case before and after trade adapts."""
    return build_game(changed(TEACHING, QUIET | {"economy.short_run": short_run(0.25, 4)}))


def felt(game, weeks, **columns):
    """What Canada's welfare goes to, week by week."""
    state, course = state_of(game, 1, level=[[1, 0]], **columns), []
    for _ in range(weeks):
        note_new_rates(game, state)
        course.append(float(components_now(game, state)[0, CA, WELFARE]))
        adapt(game, state)
    return course


def test_new_rates_do_what_they_do_in_the_short_run_and_a_quarter_of_the_gap_closes_every_week(game):
    long = game.tables.components[CA, WELFARE, game.strides[US_GENERAL]]
    gap = game.gap.components[game.strides[US_GENERAL], CA, WELFARE]
    assert abs(gap) > 0.01
    assert felt(game, 3) == pytest.approx([long + gap, long + 0.75 * gap, long + 0.5625 * gap])


def test_in_the_end_it_is_the_long_run(game):
    assert felt(game, 200)[-1] == pytest.approx(game.tables.components[CA, WELFARE, game.strides[US_GENERAL]])


def test_a_canadian_tariff_on_top_leaves_what_was_adapted_to_before(game):
    state = state_of(game, 1, level=[[1, 0]], adapted=0.8)
    rate = game.tables.rate_by_code
    state.adapted_to[:] = rate[state.code].sum()
    both = state_of(game, 1, level=[[1, 1]])
    state.code = both.code
    note_new_rates(game, state)
    before, after = rate[game.strides[US_GENERAL]].sum(), rate[both.code[0]].sum()
    assert after > before
    assert state.adapted == pytest.approx([0.8 * before / after])


def test_trade_adapts_with_rates_of_nothing_too_and_a_tariff_that_is_gone_leaves_no_trace(game):
    state = state_of(game, 1, level=[[0, 0]], adapted=0.8, adapted_to=25.0)
    note_new_rates(game, state)
    assert (state.adapted == 0.0).all()
    assert components_now(game, state) == pytest.approx(np.zeros((1, 2, len(COMPONENTS))), abs=1e-9)
    assert income_now(game, state) == pytest.approx(np.zeros((1, len(game.scenario.constituencies))), abs=1e-9)


def test_what_buyers_pay_at_the_border_does_not_wait_for_trade(game):
    assert game.gap.components[:, :, PRICES] == pytest.approx(np.zeros_like(game.gap.components[:, :, PRICES]))


def test_buyers_who_cannot_turn_elsewhere_leave_a_counter_tariff_more_costly_at_home(game):
    """Real factor income at home: dearer imports that nothing replaces yet."""
    own = game.strides[CA_CONSUMER]
    assert game.gap.components[own, CA, COMPONENTS.index("real_income")] < 0.0


def test_years_of_the_gap_by_hand():
    # two weeks that count, no discount, a gap that halves, felt by halves: at once 1 + .5 weeks; phased .5 and .5
    scenario = changed(TEACHING, QUIET | {
        "economy.window": 2, "economy.discount": 0.0, "economy.phase_in": 2.0, "economy.short_run": short_run(0.25, 2)})
    by_term = dict(zip(TERMS, years_before(scenario) * 52.0, strict=True))
    assert by_term["revenue"] == pytest.approx(1.5)
    assert by_term["welfare"] == pytest.approx(1.0)


def test_values_count_the_gap_as_long_as_it_lasts(game):
    long = build_game(changed(TEACHING, QUIET))
    code = game.strides[US_GENERAL]
    weights, years = game.mean_weights[CA], years_before(game.scenario)
    gap = game.gap.components[code, CA, : len(TERMS)]
    extra = sum(w * y * g for w, y, g in zip(weights, years, gap, strict=True))
    assert game.sides[CA].mean_value[code] - long.sides[CA].mean_value[code] == pytest.approx(extra, abs=1e-8)
    assert (years < term_years(game.scenario)).all()


def test_the_first_week_is_felt_from_the_short_run(game):
    state = state_of(game, 1, level=[[1, 0]])
    economy_responds(game, state)
    code, revenue = game.strides[US_GENERAL], COMPONENTS.index("revenue")
    now = game.tables.components[1, revenue, code] + game.gap.components[code, 1, revenue]
    assert state.felt[0, 1, revenue] == pytest.approx(now)
    assert now > game.tables.components[1, revenue, code]  # imports have not given way yet


def test_trade_that_answers_at_once_changes_no_bit():
    whole, absent = (played(TEACHING, more, 10) for more in ({"economy.short_run": short_run(1.0)}, {}))
    assert whole.weeks.tobytes() == absent.weeks.tobytes()


def test_a_typical_deal_is_told_by_terms_that_add_up_to_it(game):
    for side in check_summary(game).sides:
        assert sum(term.gain for term in side.terms) == pytest.approx(side.total, abs=1e-6)
