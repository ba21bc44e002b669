"""Separate deals that hold something: rates by stance, who gains by what, and the chance that one is taken."""

from functools import cache

import numpy as np
import pytest

from negotiation.dispute.game import Game, build_game, economy_of
from negotiation.dispute.start import codes_in_force
from negotiation.economy import REGIONS, SECTORS
from negotiation.politics.coalition import (
    JOINT,
    SEPARATE,
    Situation,
    Temper,
    chance_to_settle,
    readiness,
)
from negotiation.scenario import ScenarioError
from tests.dispute.cases import ALLY, CA, TEACHING, US, state_of
from tests.laws.cases import changed

US_, JPN, DEU = (REGIONS.index(region) for region in ("USA", "JPN", "DEU"))
GOODS = [sector for sector in SECTORS if sector != "SERV"]
TEMPER = Temper(2.0, 0.04, 0.5, 0.3, settles=0.2, mediates=0.1, pressure=0.4)


def number(value):
    """A quantity of a test's case."""
    return {"value": value, "unit": "1", "source": "assumption: a test's case"}


def deal(before, after, threatened, theirs=None):
    """A separate deal, rates in percent."""
    rates = {"before": before, "after": after, "threatened": threatened, "pressure": 0.05}
    return {name: number(rate) for name, rate in rates.items()} | (
        {} if theirs is None else {"theirs": number(theirs)}
    )


@cache
def game(before=25.0, after=10.0, threatened=30.0, theirs=None) -> Game:
    """The teaching case with Japan and Germany, both with the same deal."""
    terms = deal(before, after, threatened, theirs)
    pair = {
        name: ALLY | {"regions": [region], "rate": 15.0, "sectors": GOODS, "deal": terms}
        for name, region in (("japan", "JPN"), ("germany", "DEU"))
    }
    return build_game(changed(TEACHING, {"allies": pair, "start.levels": {}}))


def seen(settling=0.0, tariff=0.0, asked=False):
    """A situation in one world."""
    nothing, no = np.zeros(1), np.zeros(1, np.bool_)
    return Situation(nothing, np.array([tariff]), nothing, np.array([asked]), no, no, np.array([settling]))


def test_the_chance_to_settle_is_a_logit_around_that_of_an_ally_left_cold():
    # 2 x .3 of gain and .4 of pressure, less .04 x 10 % on the friend and .3 asked: .3; odds .25 x 1.34986 = .33746
    assert chance_to_settle(TEMPER, seen(0.3, 10.0, asked=True)) == pytest.approx([0.33746 / 1.33746], abs=1e-5)
    assert chance_to_settle(TEMPER._replace(pressure=0.0), seen()) == pytest.approx([0.2])


@pytest.mark.parametrize(("facts", "likelier"), [({"settling": 0.1}, True), ({"tariff": 5.0}, False),
                                                 ({"asked": True}, False)])  # fmt: skip
def test_own_gain_makes_settling_likelier_and_loyalty_less_likely(facts, likelier):
    assert bool(chance_to_settle(TEMPER, seen(**facts)) > chance_to_settle(TEMPER, seen())) is likelier


def test_a_higher_tariff_on_the_friend_makes_joining_readier_and_settling_less_likely():
    mild, harsh = seen(tariff=10.0), seen(tariff=25.0)
    assert readiness(np.zeros(1), TEMPER, harsh) > readiness(np.zeros(1), TEMPER, mild)
    assert chance_to_settle(TEMPER, harsh) < chance_to_settle(TEMPER, mild)


def test_a_higher_tariff_on_the_ally_makes_settling_worth_more():
    high, low = game(before=25.0).tables.settling, game(before=15.0).tables.settling
    assert (high > low).all()
    assert (low > 0.0).all()


def test_the_rates_follow_the_stance():
    grid = game().tables.grid
    tariffs = grid.rates(np.arange(9))[0]  # Japan changes slower, Germany faster: nine combinations at no measure
    goods = SECTORS.index("CHEM")
    on_germany, by_germany = tariffs[:, US_, DEU, goods], tariffs[:, DEU, US_, goods]
    assert on_germany == pytest.approx(np.tile([0.0, 0.05, -0.15], 3))  # 25 % before, 30 % if it joins, 10 % if settled
    assert by_germany == pytest.approx(np.tile([0.0, 0.15, 0.0], 3))
    assert tariffs[:, US_, JPN, goods] == pytest.approx(np.repeat([0.0, 0.05, -0.15], 3))


def test_the_base_is_the_world_in_which_allies_are_charged_already():
    model = economy_of(game().scenario)
    assert model.base.tariffs[US_, DEU, SECTORS.index("CHEM")] > 0.25
    assert game().tables.ally_welfare[:, 0] == pytest.approx([0.0, 0.0], abs=1e-9)


def test_an_ally_that_opens_up_charges_nothing_and_never_more_than_before():
    given = game(theirs=0.0)
    base = economy_of(given.scenario).base.tariffs[DEU, US_]
    settled = given.tables.grid.rates(np.array([2]))[0][0, DEU, US_]
    assert (base > 0.0).any()
    assert base + settled == pytest.approx(np.zeros(len(SECTORS)), abs=1e-12)
    generous = game(theirs=100.0).tables.grid.rates(np.array([2]))[0][0, DEU, US_]
    assert not generous.any()


def test_a_separate_deal_moves_the_code_of_rates():
    given = game()
    state = state_of(given, 3, stance=[[0, 0], [JOINT, SEPARATE], [SEPARATE, JOINT]])
    assert codes_in_force(given, state).tolist() == [0, 3 + 2, 2 * 3 + 1]


def test_free_riding_an_ally_gains_by_the_others_retaliation_and_loses_by_its_own_whether_or_not_they_join():
    tables = game().tables
    stands_aside, germany_joins = 0, 1
    assert tables.ally_welfare[0, germany_joins] > tables.ally_welfare[0, stands_aside]
    assert max(tables.joining[0, germany_joins], tables.joining[0, stands_aside]) < 0.0


def test_governments_leave_separate_deals_out_of_their_comparisons():
    given = game()
    settled = 2 * 3 + 2
    for seat in (CA, US):
        assert not given.sides[seat].present_value[:, settled].any()
    assert abs(given.tables.components[US, 0, settled]) > 0.0  # though the economy feels them


def test_a_threat_below_what_is_charged_is_refused():
    with pytest.raises(ScenarioError, match=r"japan\.deal\.threatened: must not be below what is charged before, 25"):
        changed(TEACHING, {"allies": {"japan": ALLY | {"deal": deal(25.0, 10.0, 20.0)}}})
