"""Putnam's toy: what a floor at home does to the terms, and what only looks like it."""

import numpy as np
import pytest

from negotiation.bargaining.solutions import half_the_pie, half_the_surplus

DRAWS = 1_000_000
RESERVATION = (np.arange(DRAWS) + 0.5) / DRAWS  # even in 0 to 1: a mean over it is an integral, to 1e-6
ROUNDING = 1e-5
FLOORS = [0.0, 0.1, 0.25, 0.4, 0.5]


@pytest.mark.parametrize("floor", FLOORS)
def test_terms_of_half_the_pie(floor):
    # Half where 1 - b >= 1/2, else 1 - b down to w: 1/4 + (1/4 - w²) / 2 over a deal's chance 1 - w.
    terms = np.nanmean(half_the_pie(floor, RESERVATION))
    assert terms == pytest.approx((3 / 8 - floor**2 / 2) / (1 - floor), abs=ROUNDING)


@pytest.mark.parametrize("floor", FLOORS)
def test_half_the_pie_changes_no_surviving_deal(floor):
    free, bound = half_the_pie(0.0, RESERVATION), half_the_pie(floor, RESERVATION)
    survives = ~np.isnan(bound)
    assert survives.mean() == pytest.approx(1 - floor, abs=ROUNDING)
    assert (bound[survives] == free[survives]).all()


@pytest.mark.parametrize("floor", FLOORS)
def test_terms_of_half_the_surplus(floor):
    assert np.nanmean(half_the_surplus(floor, RESERVATION)) == pytest.approx(0.25 / (1 - floor), abs=ROUNDING)


def test_half_the_surplus_improves_surviving_deals():
    # The other's reservation .2 leaves .8: .4 without a floor, .6 with one of .6.
    assert half_the_surplus([0.0, 0.6, 0.9], 0.2) == pytest.approx([0.4, 0.6, np.nan], nan_ok=True)
