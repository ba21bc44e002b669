"""The field's tactics in the dispute, at a table laid out by hand: no deal worth 1 point, the best package 5."""

from types import SimpleNamespace

import numpy as np
import pytest

from negotiation.bargaining.search_book import Offers
from negotiation.strategies.tactics.acceptance import Accepting, Combined, Constant, Late, Next
from negotiation.strategies.tactics.answers import AveragedTitForTat, RandomTitForTat, RelativeTitForTat
from negotiation.strategies.tactics.exponential import Exponential
from negotiation.strategies.tactics.hardliner import Hardliner
from negotiation.strategies.tactics.resource import ScarceTime
from negotiation.strategies.tactics.trade_off import TradeOff


def table(**seen):
    """A view of one world: half of the time gone, offered 1 point at first and 3 now by the third offer."""
    now = {"no_deal": 1.0, "peak": 5.0, "elapsed": 0.5, "offered_worth": 3.0, "offered_support": 0.1,
           "opening_worth": 1.0, "place": 2, "seen": 3, "initiative": 0.5}  # fmt: skip
    view = SimpleNamespace(**{name: np.array([value]) for name, value in (now | seen).items()})
    view.accommodating = lambda least: Offers(np.array([7]), least + 0.5, np.array([2.0]))
    view.appraise = lambda package: Offers(package, np.array([3.0 if package[0] == 7 else np.nan]), np.array([2.0]))
    return view


def asked(tactic, **seen):
    """What a tactic asks for at this table, points."""
    return float(tactic.at_table(table(**seen)).least[0])


def test_exponential_by_hand():
    # Faratin's curve: .134725 conceded at half time with beta .2, so 1 + 4 x .865275.
    assert asked(Exponential(0.2)) == pytest.approx(4.4611, abs=1e-5)
    assert asked(Exponential(5.0)) < asked(Exponential(0.2))


def test_relative_tit_for_tat_by_hand():
    # The other kept 4 of the 5 points by its first offer, now 2: half, so half of the 4 above no deal.
    assert asked(RelativeTitForTat()) == pytest.approx(3.0)


def test_averaged_tit_for_tat_by_hand():
    # Two points gained by two further offers, one each: two own offers, two points off the peak.
    assert asked(AveragedTitForTat(1.0)) == pytest.approx(3.0)
    assert asked(AveragedTitForTat(0.5), place=1) == pytest.approx(4.5)


def test_random_tit_for_tat_by_hand():
    # Two points received, and .1 x 4 x .5 by luck.
    assert asked(RandomTitForTat(1.0)) == pytest.approx(2.8)


@pytest.mark.parametrize("tactic", [RelativeTitForTat(), AveragedTitForTat(1.0), RandomTitForTat(1.0)])
def test_nothing_is_returned_for_nothing(tactic):
    silent = {"opening_worth": np.nan, "offered_worth": -np.inf, "initiative": 0.0, "seen": 0, "place": 0}
    assert asked(tactic, **silent) == 5.0
    assert asked(tactic, offered_worth=0.5, initiative=0.0) == 5.0


def test_scarce_time_by_hand():
    # At half time as much is left as used up: 1 - 1/e of the 4 points.
    assert asked(ScarceTime()) == pytest.approx(1 + 4 * (1 - np.exp(-1.0)))
    assert asked(ScarceTime(), elapsed=0.0) == pytest.approx(5.0)
    assert asked(ScarceTime(), elapsed=1.0) == pytest.approx(1.0)


def test_trade_off_holds_a_level():
    # Half of six levels: three steps down of 4/6 each; it holds it until two thirds of the time are gone.
    assert asked(TradeOff()) == asked(TradeOff(), elapsed=0.66) == pytest.approx(3.0)
    assert asked(TradeOff(), elapsed=0.67) == pytest.approx(5 - 4 * 4 / 6)


@pytest.mark.parametrize(
    ("condition", "offered", "elapsed", "accepts"),
    [
        (Constant(0.5), 3.0, 0.5, True),  # half of 4 above no deal
        (Constant(0.5), 2.9, 0.5, False),
        (Next(), 3.0, 0.5, True),  # its own next offer is worth 3
        (Next(), 2.9, 0.5, False),
        (Late(0.9), 1.0, 0.9, True),
        (Late(0.9), 1.0, 0.8, False),
        (Late(0.9), 0.9, 0.9, False),  # below no deal
        (Combined(Late(0.9), Constant(0.25)), 2.0, 0.9, True),
        (Combined(Late(0.9), Constant(0.25)), 1.9, 0.9, False),
        (Combined(Late(0.9), Constant(0.25)), 3.0, 0.1, True),
    ],
)
def test_acceptance_conditions(condition, offered, elapsed, accepts):
    decision = Accepting(Hardliner(), condition).at_table(table(offered_worth=offered, elapsed=elapsed))
    assert bool(decision.accept[0]) == accepts


def test_nothing_that_fails_at_home_is_accepted():
    decision = Accepting(Hardliner(), Constant(0.0)).at_table(table(offered_support=-0.1))
    assert not decision.accept[0]
