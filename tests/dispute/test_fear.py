"""Fear: what believed threats take from incomes and jobs before any tariff."""

import numpy as np
import pytest

from negotiation.dispute.fear import be_afraid, felt_with_fear, income_with_fear
from negotiation.dispute.response import economy_responds
from negotiation.dispute.standing import standings
from negotiation.dispute.worth import COMPONENTS
from tests.dispute.cases import CA, QUIET, US, US_GENERAL, game_with, state_of
from tests.laws.cases import played

INCOME, JOBS, WELFARE = (COMPONENTS.index(name) for name in ("real_income", "jobs", "welfare"))


def fear(share, weeks=13):
    """The optional part of the economy."""
    return {
        "share": {"value": share, "unit": "share", "source": "assumption"},
        "weeks": {"value": weeks, "unit": "weeks", "source": "assumption"},
    }


RULES = QUIET | {"economy.fear": fear(0.3)}
THREATENED = {"threat_level": [[1, -1]], "threat_due": [[4, -1]]}


def afraid(believed=0.5, weeks=1, rules=RULES, **columns):
    """A game and one world after weeks under a threat that is believed so far."""
    game = game_with(rules)
    state = state_of(game, 1, carried=believed, seen_threats=1.0, **(THREATENED | columns))
    for _ in range(weeks):
        be_afraid(game, state)
    return game, state


def test_a_thirteenth_of_three_tenths_of_the_believed_harm_is_felt_in_the_first_week():
    game, state = afraid()
    harm = game.tables.components[CA, INCOME, game.strides[US_GENERAL]]
    assert harm < -0.5
    assert felt_with_fear(game, state)[0, CA, INCOME] == pytest.approx(0.3 * 0.5 * harm / 13.0)
    assert state.felt[0, CA, INCOME] == 0.0  # no tariff yet
    assert felt_with_fear(game, state)[0, CA, WELFARE] == 0.0


def test_it_is_phased_in_and_fades_when_the_threat_is_gone():
    game, state = afraid(weeks=200)
    harm = game.tables.components[CA, JOBS, game.strides[US_GENERAL]]
    assert felt_with_fear(game, state)[0, CA, JOBS] == pytest.approx(0.15 * harm)
    state.threat_level[:] = -1
    be_afraid(game, state)
    assert felt_with_fear(game, state)[0, CA, JOBS] == pytest.approx(0.15 * harm * 12.0 / 13.0)


def test_the_more_a_threat_is_believed_the_more_it_takes():
    _, doubted = afraid(0.2)
    _, believed = afraid(0.8)
    assert (believed.fear <= doubted.fear).all()
    assert believed.fear[0, 0] < doubted.fear[0, 0] < 0.0


def test_the_threatened_sectors_people_lose_most():
    game, state = afraid()
    taken = dict(zip(game.scenario.constituencies, income_with_fear(game, state)[0], strict=True))
    harm = dict(zip(game.scenario.constituencies, game.tables.income[:, game.strides[US_GENERAL]], strict=True))
    worst = min(harm, key=lambda group: harm[group])
    assert min(taken, key=lambda group: taken[group]) == worst
    assert all(taken[group] == 0.0 for group in harm if harm[group] >= 0.0)  # a threat does nobody good


def test_a_threat_to_do_what_is_in_force_frightens_nobody():
    _, state = afraid(level=[[1, 0]])
    assert not state.fear.any()


def test_a_world_that_has_settled_fears_nothing_more():
    _, state = afraid(open=[False])
    assert not state.fear.any()


def test_what_fear_takes_is_paid_for():
    """Payoffs add up component-years by the same weights as what tariffs take."""
    game, state = afraid(weeks=0)
    economy_responds(game, state)
    assert state.total[0, CA, INCOME] == pytest.approx(state.fear[0, 0] / 52.0)
    assert state.total[0, CA, INCOME] < 0.0
    assert state.total[0, US, INCOME] <= 0.0


def test_fear_lowers_the_support_that_a_deal_needs_where_relief_counts():
    rules = RULES | {f"countries.ca.ratification.{name}": value for name, value in
                     (("threshold", 0.5), ("relief", 0.05))}  # fmt: skip
    game, state = afraid(weeks=50, rules=rules)
    calm = state_of(game, 1)
    assert standings(game, state)[CA].need < standings(game, calm)[CA].need


def test_fear_of_nothing_changes_no_bit():
    threat = {"start.threats": {"us_general": {"level": 1, "due": 6, "issue": "border", "option": "plan"}}} | QUIET
    none, nothing = (played("teaching-first-numbers", threat | more, 10) for more in (
        {}, {"economy.fear": fear(0.0)}))  # fmt: skip
    names = [column.name for column in nothing.columns]
    kept = [k for k, name in enumerate(names) if not name.startswith("fear_")]
    assert len(kept) == len(names) - 2
    assert np.ascontiguousarray(nothing.weeks[:, :, kept]).tobytes() == none.weeks.tobytes()
