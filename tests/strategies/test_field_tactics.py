"""The field's tactics in the dispute, at a table laid out by hand: no deal worth 1 point, the best package 5."""

from types import SimpleNamespace

import numpy as np
import pytest

from negotiation.bargaining.search_book import Offers
from negotiation.bargaining.tactics.acceptance import AcceptCombined, AcceptConstant, AcceptLate, AcceptNext
from negotiation.bargaining.tactics.answers import Averaged, RandomAbsolute, Relative
from negotiation.bargaining.tactics.frequency import Frequency
from negotiation.bargaining.tactics.wants import Exponential, LastMinute, Polynomial
from negotiation.dispute.reasons import Reason
from negotiation.strategies.tactics.choosing import Modelling, TradeOff, estimate
from negotiation.strategies.tactics.hardliner import Hardliner
from negotiation.strategies.tactics.resource import ScarceTime
from negotiation.strategies.tactics.wanting import AcceptingBy, Wanting

# The four packages of two issues with two options each, and what they are worth to oneself: 5, 4, 3 and 1 points.
OPTIONS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
WORTH = np.array([5.0, 4.0, 3.0, 1.0])


def table(received=(), made=(), **seen):
    """A view of one world: half of the time gone; received, made: packages in the order of the turns."""
    last = received[-1] if received else -1
    now = {"no_deal": 1.0, "peak": 5.0, "elapsed": 0.5, "offered_support": 0.1, "opening_worth": 1.0,
           "place": len(made), "seen": len(received), "initiative": 0.5, "rounds_left": 10.0, "offered": last,
           "offered_worth": WORTH[last] if received else -np.inf}  # fmt: skip
    view = SimpleNamespace(**{name: np.array([value]) for name, value in (now | seen).items()})
    view.accommodating = lambda least: Offers(np.array([0]), least + 0.5, np.array([2.0]))
    view.appraise = lambda package: Offers(package, np.where(package < 0, np.nan, WORTH[package]), np.array([2.0]))
    remembered = {"received": _memory(received), "made": _memory(made)}
    worth = {f"{side}_worth": np.where(each < 0, np.nan, WORTH[each]) for side, each in remembered.items()}
    view.heard = SimpleNamespace(**remembered, **worth)
    view.catalogue = SimpleNamespace(
        options=OPTIONS, every_option=OPTIONS, counts=(2, 2),
        worth=lambda some: WORTH[None], passes=lambda some: np.array([[True, True, True, True]]),
    )  # fmt: skip
    return view


def _memory(packages):
    """Six remembered turns, the latest last."""
    return np.array([[-1] * (6 - len(packages)) + list(packages)])


def asked(want, **seen):
    """What a want asks for at this table, points."""
    return float(Wanting(want, Reason.NONE).at_table(table(**seen)).least[0])


def test_exponential_by_hand():
    # Faratin's curve: .134725 conceded at half time with beta .2, so 1 + 4 x .865275.
    assert asked(Exponential(0.2, slack=0.0)) == pytest.approx(4.4611, abs=1e-5)
    assert asked(Exponential(5.0)) < asked(Exponential(0.2))


def test_relative_tit_for_tat_by_hand():
    # The other's offers rose from 3 to 4 points, half to three quarters of the gain; own last demand was the whole of
    # it, now two thirds, 1 + 4 x 2/3.
    assert asked(Relative(), received=[2, 1], made=[0]) == pytest.approx(11 / 3)
    # Over the two turns before its last one it did not move.
    assert asked(Relative(delay=2), received=[2, 2, 1], made=[0]) == pytest.approx(5.0)


def test_averaged_tit_for_tat_by_hand():
    # From the first remembered offer, 3 points, to the last, 4, over two turns: as above.
    assert asked(Averaged(window=2), received=[2, 2, 1], made=[0]) == pytest.approx(11 / 3)
    assert asked(Averaged(window=5), received=[2, 2, 1], made=[0]) == 5.0  # too few offers yet


def test_random_tit_for_tat_by_hand():
    # A quarter of the gain received, and .02 x .5 by luck, off the whole: 1 + 4 x .74.
    assert asked(RandomAbsolute(), received=[2, 1], made=[0]) == pytest.approx(3.96)


@pytest.mark.parametrize("want", [Relative(), Averaged(), RandomAbsolute()])
def test_nothing_is_returned_for_nothing(want):
    assert asked(want) == 5.0
    assert asked(want, received=[2] * 6, made=[0], initiative=0.0) == 5.0


def test_scarce_time_by_hand():
    # At half time as much is left as used up: 1 - 1/e of the 4 points.
    assert float(ScarceTime().at_table(table()).least[0]) == pytest.approx(1 + 4 * (1 - np.exp(-1.0)))
    assert float(ScarceTime().at_table(table(elapsed=0.0)).least[0]) == pytest.approx(5.0)
    assert float(ScarceTime().at_table(table(elapsed=1.0)).least[0]) == pytest.approx(1.0)


def test_last_minute_gives_way_with_the_last_rounds():
    # e^-2 conceded with two rounds left, all of it with none.
    assert asked(LastMinute(), rounds_left=2.0) == pytest.approx(1 + 4 * (1 - np.exp(-2.0)))
    assert asked(LastMinute(), rounds_left=0.0) == 1.0


def offered(tactic, **seen):
    """The package a tactic offers at this table."""
    return int(tactic.at_table(table(**seen)).package[0])


HALF = Polynomial(1.0, slack=0.0)  # at half time: 1 + 4 x 1/2 = 3 points


def test_a_trade_off_moves_along_the_level_towards_the_last_offer():
    # Worth 3 to 3.2: only package 2. With a width of 1.2: 1 and 2; package 1 is the other's own last offer.
    assert offered(TradeOff(HALF), received=[3]) == 2
    assert offered(TradeOff(HALF, width=0.3), received=[1]) == 1
    assert offered(TradeOff(HALF, width=0.3), received=[2]) == 2
    assert offered(TradeOff(HALF, width=0.3)) == 0  # nothing heard: the accommodating offer


def test_a_frequency_model_counts_what_was_asked_for():
    # Asked 0 and 1, then 1 and 1: the second issue kept its option. Counts from 1: [2, 2] and [1, 3]; weights from a
    # half each, the second raised by .2 / 2 and shared out again: 5/11 and 6/11.
    view = table(received=[1, 3])
    np.testing.assert_allclose(estimate(view, Frequency())[0], [[5 / 11, 5 / 11], [6 / 11 / 3, 6 / 11]])


def test_what_the_model_believes_to_please_is_offered():
    # Of what is worth 3 or more, packages 0, 1 and 2: the other keeps asking for option 1 of the second issue.
    assert offered(Modelling(HALF, Frequency()), received=[3, 1, 3]) == 1
    assert offered(Modelling(HALF, Frequency())) == 0


@pytest.mark.parametrize(
    ("condition", "received", "elapsed", "accepts"),
    [
        (AcceptConstant(0.5), [2], 0.5, True),  # 3 points are half of 4 above no deal
        (AcceptConstant(0.6), [2], 0.5, False),
        (AcceptNext(), [0], 0.5, True),  # its own next offer is worth 5
        (AcceptNext(), [1], 0.5, False),
        (AcceptLate(0.9), [3], 0.9, True),
        (AcceptLate(0.9), [3], 0.8, False),
        (AcceptCombined(0.9), [1, 2, 2], 0.9, True),  # as good as the best of the last two
        (AcceptCombined(0.9), [2, 1, 2], 0.9, False),
        (AcceptCombined(0.9), [2, 1, 2], 0.8, False),
        (AcceptCombined(0.9), [0], 0.1, True),
    ],
)
def test_acceptance_conditions(condition, received, elapsed, accepts):
    view = table(received, elapsed=elapsed, rounds_left=1.0)
    assert bool(AcceptingBy(Hardliner(), condition).at_table(view).accept[0]) == accepts


def test_nothing_that_fails_at_home_or_is_worth_less_than_no_deal_is_accepted():
    tactic = AcceptingBy(Hardliner(), AcceptConstant(-9.0))
    assert tactic.at_table(table([3])).accept[0]
    assert not tactic.at_table(table([3], offered_support=-0.1)).accept[0]
    assert not tactic.at_table(table([3], no_deal=1.5)).accept[0]
