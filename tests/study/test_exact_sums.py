"""Sums without rounding."""

import math
from fractions import Fraction

import numpy as np
import pytest

from negotiation.study.exact_sums import exact, sums_of


def test_sum_is_exact_where_floats_are_not():
    sums = sums_of({"loss": np.array([1e16, 1.0, -1e16, 0.1])})
    assert exact(sums.limbs[0, 0]) == Fraction(1) + Fraction(0.1)


def test_squares_are_summed_too():
    assert exact(sums_of({"loss": np.array([3.0, -4.0, 0.0])}).limbs[0, 1]) == 25


def test_any_split_and_order_gives_the_same():
    values = np.random.default_rng(1).normal(size=999) * 10.0 ** np.random.default_rng(2).integers(-20, 20, 999)
    whole = sums_of({"loss": values})
    parts = [sums_of({"loss": part}) for part in np.split(values, [1, 7, 500])]
    merged = parts[3].merged(parts[1]).merged(parts[0]).merged(parts[2])
    assert merged.means() == whole.means()
    assert float(exact(whole.limbs[0, 0])) == math.fsum(values)


def test_not_given_is_left_out():
    sums = sums_of({"deal_week": np.array([math.nan, 4.0, math.inf, 6.0])})
    assert sums.given[0] == 2
    assert sums.means()["deal_week"].value == 5


def test_whole_numbers_have_means():
    assert sums_of({"threats": np.array([0, 1, 2, 5])}).means()["threats"].value == 2


def test_mean_and_interval_worked_by_hand():
    # As in test_statistics: mean 5, standard error 0.75593.
    estimate = sums_of({"gain": np.array([2.0, 4, 4, 4, 5, 5, 7, 9])}).means()["gain"]
    assert estimate.value == 5
    assert estimate.high == pytest.approx(6.48159, abs=1e-5)


@pytest.mark.parametrize("tiny", [5e-324, 2.0**-260])
def test_numbers_below_the_last_digit_vanish(tiny):
    assert exact(sums_of({"loss": np.array([tiny, -tiny, tiny])}).limbs[0, 0]) == 0
