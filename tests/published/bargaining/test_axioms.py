"""Nash (1950) with unequal power, and Kalai & Smorodinsky's (1975) objection to Nash."""

import numpy as np
import pytest

from negotiation.bargaining.lotteries import kalai_smorodinsky_lottery, nash_lottery

PIE = [[0.0, 1.0], [1.0, 0.0]]
NOTHING = [0.0, 0.0]


@pytest.mark.parametrize("power", [0.2, 0.5, 0.75])
def test_a_pie_is_shared_by_bargaining_power(power):
    assert nash_lottery(PIE, NOTHING, power) == pytest.approx([power, 1 - power])


def test_unequal_power_over_outside_options():
    # d = (.1, .3): a surplus of .6, shared 3 to 1.
    assert nash_lottery(PIE, [0.1, 0.3], 0.75) == pytest.approx([0.55, 0.45])


def test_more_to_share_hurts_the_second_player_under_nash():
    # From 3/4 for both the set grows by (1, .7); Nash's product 9/16 < .7 moves there.
    less = [*PIE, [0.75, 0.75]]
    more = [*less, [1.0, 0.7]]
    before, after = nash_lottery(less, NOTHING), nash_lottery(more, NOTHING)
    assert before == pytest.approx([0.75, 0.75])
    assert after == pytest.approx([1.0, 0.7])
    assert after[1] < before[1]


def test_kalai_smorodinsky_gives_both_their_share_of_more():
    # Both could get 1 at best: x = y on the segment from (0, 1) to (1, .7), y = 1 - .3 x.
    found = kalai_smorodinsky_lottery([*PIE, [0.75, 0.75], [1.0, 0.7]], NOTHING)
    assert found == pytest.approx([10 / 13, 10 / 13])
    assert (found > np.array([0.75, 0.75])).all()
