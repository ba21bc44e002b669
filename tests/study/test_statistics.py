"""Intervals against published and hand-worked numbers."""

import math
from fractions import Fraction

import numpy as np
import pytest

from negotiation.study.statistics import mean, mean_of_few, mean_of_sums, paired_difference, share


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_interval_of_newcombe_1998_table_1(count, total, low, high):
    estimate = share(count, total)
    assert estimate.low == pytest.approx(low, abs=5e-5)
    assert estimate.high == pytest.approx(high, abs=5e-5)


def test_share_of_everybody_mirrors_share_of_nobody():
    assert share(20, 20).low == pytest.approx(1 - 0.1611, abs=5e-5)
    assert share(20, 20).high == 1.0


def test_share_of_no_worlds_is_unknown():
    assert all(math.isnan(number) for number in share(0, 0))


def test_more_worlds_never_widen_an_interval():
    widths = [share(total // 4, total).high - share(total // 4, total).low for total in (20, 200, 2000)]
    assert widths == sorted(widths, reverse=True)


def test_a_few_values_have_students_interval():
    # Mean 5, standard error sqrt(32 / 7 / 8) = 0.75593; t of 7 degrees of freedom at 97.5 %, in any table: 2.365.
    estimate = mean_of_few([2, 4, 4, 4, 5, 5, 7, 9])
    assert estimate.high - 5 == pytest.approx(0.75593 * 2.365, abs=5e-4)
    assert math.isnan(mean_of_few([3.0]).low)


def test_mean_with_normal_interval_worked_by_hand():
    # Mean 5, squared deviations 32: standard error sqrt(32 / 7 / 8) = 0.75593, times 1.95996 = 1.48159.
    estimate = mean([2, 4, 4, 4, 5, 5, 7, 9])
    assert estimate.value == 5
    assert estimate.low == pytest.approx(5 - 1.48159, abs=1e-5)
    assert estimate.high == pytest.approx(5 + 1.48159, abs=1e-5)


def test_mean_leaves_out_what_is_not_given():
    assert mean([1.0, math.nan, 3.0]).value == 2


def test_one_value_has_a_mean_and_no_interval():
    estimate = mean([3.0])
    assert estimate.value == 3
    assert math.isnan(estimate.low)


def test_mean_of_sums_agrees_with_the_values_themselves():
    estimate = mean_of_sums(8, Fraction(40), Fraction(232))
    assert estimate == pytest.approx(mean([2, 4, 4, 4, 5, 5, 7, 9]))


def test_paired_difference_is_narrower_than_the_worlds_are_wide():
    luck = np.array([0.0, 10.0, 20.0, 30.0])
    extra = np.array([1.0, 2.0, 1.0, 2.0])
    estimate = paired_difference(luck + extra, luck)
    # Differences 1, 2, 1, 2: mean 1.5, squared deviations 1, standard error sqrt(1 / 3 / 4) = 0.288675.
    assert estimate.value == pytest.approx(1.5)
    assert estimate.high - estimate.value == pytest.approx(1.95996 * 0.288675, abs=1e-5)


def test_worlds_without_an_answer_under_one_setting_are_not_compared():
    assert paired_difference([1.0, math.nan, 4.0], [0.0, 5.0, math.nan]).value == 1.0
