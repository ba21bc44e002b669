"""Scores of forecasts, by hand."""

import numpy as np
import pytest

from negotiation.analysis.forecast_scores import brier, covered, crps, order_distance, reliability


def test_the_crps_of_three_numbers():
    """{1, 2, 4} against 3: mean |x - 3| = (2 + 1 + 1)/3; mean |x - x'| = 2 (1 + 3 + 2)/9; 4/3 - 6/9 = 2/3."""
    assert crps(np.array([[4.0, 1.0, 2.0]]), np.array([3.0])) == pytest.approx([2.0 / 3.0])


def test_the_crps_of_one_number_is_its_error():
    assert crps(np.array([[2.0], [5.0]]), np.array([3.5, 5.0])) == pytest.approx([1.5, 0.0])


def test_the_crps_is_the_area_between_two_steps():
    """Half the mass at 0, half at 2, observed 1: (1/2)^2 over the unit below and over the unit above."""
    assert crps(np.array([[0.0, 2.0]]), np.array([1.0])) == pytest.approx([0.5])


def test_a_sharper_forecast_around_what_came_scores_better():
    wide, narrow = np.array([[-4.0, 0.0, 4.0]]), np.array([[-1.0, 0.0, 1.0]])
    assert crps(narrow, np.zeros(1)) < crps(wide, np.zeros(1))


def test_the_middle_half_of_five_numbers_lies_between_the_second_and_the_fourth():
    ensemble = np.tile(np.arange(1.0, 6.0), (4, 1))
    assert covered(ensemble, np.array([1.9, 2.0, 4.0, 4.1]), 0.5).tolist() == [False, True, True, False]


def test_a_chance_of_seven_tenths_costs_nine_or_forty_nine_hundredths():
    assert brier(np.array([0.7, 0.7]), np.array([True, False])) == pytest.approx([0.09, 0.49])


def test_reliability_counts_bins_and_leaves_out_empty_ones():
    chance, happened = np.array([0.1, 0.3, 1.0]), np.array([False, True, True])
    assert reliability(chance, happened, (0.0, 0.5, 0.6, 1.0)) == [(2, pytest.approx(0.2), 0.5), (1, 1.0, 1.0)]


def test_two_orders_that_need_two_changes_of_three():
    """a b c to b c d: take out a, put in d."""
    assert order_distance("abc", "bcd") == pytest.approx(2.0 / 3.0)
    assert order_distance("", "ab") == 1.0
    assert order_distance("", "") == 0.0
