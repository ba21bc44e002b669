"""Stopping when enough is known: the rule's worked numbers, and that its intervals hold what they promise."""

import numpy as np
import pytest

from negotiation.study.field.sequential import BUDGET, KNOWN, OPEN, STEP, estimate, half, next_look, standing
from negotiation.study.statistics import paired_share_difference, variance_saved


def of(values):
    return lambda worlds: values[:worlds]


def test_the_next_look_is_where_the_interval_should_fit():
    # An interval of 0.04 at 1,000 worlds halves with four times as many.
    assert next_look(1000, 0.04, 0.02, 100_000) == 4000
    assert next_look(1000, 0.0401, 0.02, 100_000) == 5000  # 4,020, in steps of 1,000
    assert next_look(4000, 0.0201, 0.02, 100_000) == 5000
    assert next_look(1000, 0.04, 0.02, 2500) == 2500
    assert next_look(1000, float("nan"), 0.02, 100_000) == 2000


def test_a_coin_stops_at_the_textbook_number():
    # 1.96^2 x 1/4 / 0.02^2 = 2,401 worlds; in looks of whole thousands, 3,000.
    coin = np.arange(10_000) % 2 == 0
    assert standing(of(coin), 10_000, 0.02, 10_000) == (3000, KNOWN)
    assert standing(of(coin), 2999, 0.02, 10_000) == (3000, OPEN)
    assert standing(of(coin), 10_000, 0.002, 10_000) == (10_000, BUDGET)
    assert standing(of(coin), 0, 0.02, 500) == (500, OPEN)


def test_a_mean_is_known_by_its_spread():
    # Values -1 and 1: 1.96 / sqrt(n) <= 0.05 from n = 1,537 on.
    values = np.where(np.arange(10_000) % 2 == 0, 1.0, -1.0)
    assert standing(of(values), 10_000, 0.05, 10_000) == (2000, KNOWN)


def test_what_nobody_has_is_never_known():
    assert standing(of(np.full(3000, np.nan)), 3000, 0.1, 3000) == (3000, BUDGET)
    assert standing(of(np.empty(0)), 3000, 0.1, 3000) == (3000, BUDGET)


@pytest.mark.parametrize("chance", [0.03, 0.4])
def test_intervals_after_stopping_hold_the_truth(chance):
    """Of 600 stopped sequences 95 % should hold the chance; four standard errors of that share are 3.6 points."""
    luck, held = np.random.default_rng(3), 0
    for _ in range(600):
        values = luck.random(20_000) < chance
        stands = standing(of(values), 20_000, 0.02, 20_000)
        found = estimate(values[: stands.worlds])
        assert stands.word == KNOWN
        assert half(found) <= 0.02
        held += found.low <= chance <= found.high
    assert abs(held / 600 - 0.95) < 4 * np.sqrt(0.95 * 0.05 / 600)


def test_looks_are_whole_steps_whatever_is_covered():
    coin = np.arange(50_000) % 2 == 0
    ends = {standing(of(coin), covered, 0.005, 50_000).worlds for covered in range(0, 50_000, 700)}
    assert all(end % STEP == 0 for end in ends)
    assert standing(of(coin), 50_000, 0.005, 50_000).word == KNOWN


def test_a_paired_difference_by_hand():
    # Ten worlds, two in the first alone, one in the second alone: 2/10 - 1/10; around 3/12 - 2/12.
    first = [True, True, True, False] + [False] * 6
    second = [True, False, False, True] + [False] * 6
    found = paired_share_difference(first, second)
    reach = 1.959964 * np.sqrt((5 / 12 - 1 / 144) / 12)
    assert found == pytest.approx((0.1, 1 / 12 - reach, 1 / 12 + reach))


def test_equal_outcomes_still_leave_doubt():
    found = paired_share_difference([True] * 50, [True] * 50)
    assert (found.value, found.low < 0.0 < found.high) == (0.0, True)


def test_intervals_of_paired_differences_hold_the_truth():
    luck, held = np.random.default_rng(5), 0
    for _ in range(2000):
        even = luck.random((2, 200))
        found = paired_share_difference(even[0] < 0.05, even[0] + 0.1 * even[1] < 0.08)
        # P(u + v/10 < 0.08), u and v even: the integral of (0.08 - v/10) over v below 0.8, which is 0.032.
        held += found.low <= 0.05 - 0.032 <= found.high
    assert held / 2000 > 0.95 - 4 * np.sqrt(0.95 * 0.05 / 2000)


def test_variance_saved_by_hand():
    # Variances 1/4 each; a difference that is always 0 saves all, one of opposite signs costs as much again.
    ones = np.array([0.0, 1.0, 0.0, 1.0])
    assert variance_saved(ones, ones + 3.0) == 1.0
    assert variance_saved(ones, 1.0 - ones) == -1.0
    assert np.isnan(variance_saved([1.0, 1.0], [2.0, 2.0]))
