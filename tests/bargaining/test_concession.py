"""Concession curves: the published values, directions, ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.bargaining.concession import (
    demanded_share,
    exponential_concession,
    polynomial_concession,
    relative_tit_for_tat,
)

SHARES = st.floats(0.01, 0.99)
CURVES = [polynomial_concession, exponential_concession]


def test_polynomial_by_hand():
    # .1 + .9 * .5**5, Faratin, Sierra & Jennings (1998).
    assert polynomial_concession(0.5, 0.2, 0.1) == pytest.approx(0.128125, abs=1e-12)


def test_exponential_by_hand():
    # exp(.5**.2 * ln .1) = .1**.870551, Faratin, Sierra & Jennings (1998).
    assert exponential_concession(0.5, 0.2, 0.1) == pytest.approx(0.134725, abs=5e-7)


@pytest.mark.parametrize("curve", CURVES)
@given(beta=st.floats(0.05, 20.0), first=SHARES)
def test_curves_rise_from_the_first_concession_to_all(curve, beta, first):
    share = curve(np.linspace(0.0, 1.0, 21), beta, first)
    assert share[[0, -1]] == pytest.approx([first, 1.0])
    assert (np.diff(share) >= 0).all()


@pytest.mark.parametrize("curve", CURVES)
@given(elapsed=SHARES, beta=st.floats(0.05, 10.0), first=SHARES)
def test_a_higher_beta_concedes_sooner(curve, elapsed, beta, first):
    assert curve(elapsed, 1.5 * beta, first) >= curve(elapsed, beta, first)


def test_demanded_share_by_hand():
    # .8 * (1 - .5**2) and, after the end, nothing.
    assert demanded_share([0.0, 0.5, 1.0, 1.2], 2.0, 0.8) == pytest.approx([0.8, 0.6, 0.0, 0.0])


@given(elapsed=SHARES, beta=st.floats(0.05, 10.0), opening=SHARES)
def test_what_is_not_conceded_is_demanded(elapsed, beta, opening):
    conceded = polynomial_concession(elapsed, beta, 1.0 - opening)
    assert demanded_share(elapsed, 1.0 / beta, opening) == pytest.approx(1.0 - conceded)


def test_tit_for_tat_by_hand():
    # The other's offers rose by a quarter, from 20 to 25: 80 falls to 64; a floor of 70 holds it.
    answers = relative_tit_for_tat([80.0, 80.0], [20.0, 20.0], [25.0, 25.0], [0.0, 70.0], [100.0, 100.0])
    assert answers == pytest.approx([64.0, 70.0])


@given(rise=st.floats(1.0, 5.0), further=st.floats(1.0, 2.0))
def test_a_larger_concession_is_answered_by_a_larger_one(rise, further):
    less, more = relative_tit_for_tat(0.9, 0.2, [0.2 * rise, 0.2 * rise * further], 0.0, 1.0)
    assert more <= less
