"""Reference points with lotteries: published examples, worked numbers, and laws."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negotiation.bargaining.lotteries import (
    egalitarian_gain_lottery,
    egalitarian_raw_lottery,
    hull_frontier,
    kalai_smorodinsky_lottery,
    nash_lottery,
    utilitarian_lottery,
)

LOTTERIES = [
    nash_lottery,
    egalitarian_gain_lottery,
    egalitarian_raw_lottery,
    kalai_smorodinsky_lottery,
    utilitarian_lottery,
]
LESS_TO_SHARE = [[0.0, 0.0], [0.0, 1.0], [0.75, 0.75], [1.0, 0.0]]
MORE_TO_SHARE = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.7], [1.0, 0.0]]
DOLLAR = [[0.0, 1.0], [1.0, 0.0]]


def test_more_to_share_hurts_a_side_under_nash_but_not_under_kalai_smorodinsky():
    """Source: Kalai & Smorodinsky (1975), their example against Nash."""
    np.testing.assert_allclose(nash_lottery(LESS_TO_SHARE, [0, 0]), [0.75, 0.75], atol=1e-12)
    np.testing.assert_allclose(nash_lottery(MORE_TO_SHARE, [0, 0]), [1.0, 0.7], atol=1e-12)
    np.testing.assert_allclose(kalai_smorodinsky_lottery(LESS_TO_SHARE, [0, 0]), [0.75, 0.75], atol=1e-12)
    np.testing.assert_allclose(kalai_smorodinsky_lottery(MORE_TO_SHARE, [0, 0]), [10 / 13, 10 / 13], atol=1e-12)


@pytest.mark.parametrize(("power", "first_share"), [(0.5, 0.5), (0.7, 0.7), (1.0, 1.0)])
def test_a_dollar_is_shared_by_bargaining_power(power, first_share):
    """Source: asymmetric Nash solution of a unit pie, Kalai (1977, nonsymmetric solutions): shares equal powers."""
    np.testing.assert_allclose(nash_lottery(DOLLAR, [0, 0], power), [first_share, 1 - first_share], atol=1e-12)


def test_alternatives_come_first_and_the_rest_is_shared_by_power():
    # Of 1, the sides can have .1 and .3 alone; the remaining .6 goes 2 : 1.
    np.testing.assert_allclose(nash_lottery(DOLLAR, [0.1, 0.3], 2 / 3), [0.5, 0.5], atol=1e-12)


@pytest.mark.parametrize(
    ("lottery", "values"),
    [
        (nash_lottery, [2.0, 1.0]),  # gains x(2 - x/2) highest at x = 2
        (egalitarian_gain_lottery, [4 / 3, 4 / 3]),  # x = 2 - x/2
        (egalitarian_raw_lottery, [4 / 3, 4 / 3]),
        (kalai_smorodinsky_lottery, [2.0, 1.0]),  # x/4 = (2 - x/2)/2
        (utilitarian_lottery, [4.0, 0.0]),
    ],
)
def test_lotteries_by_hand_between_four_for_one_and_two_for_the_other(lottery, values):
    np.testing.assert_allclose(lottery([[0.0, 2.0], [4.0, 0.0], [1.0, 1.0]], [0, 0]), values, atol=1e-12)


def test_an_alternative_cuts_the_chain():
    # With .8 alone the first side takes part from (.8, .2) on, where the utilitarian sum is 1 everywhere.
    np.testing.assert_allclose(utilitarian_lottery(DOLLAR, [0.8, 0.1]), [0.8, 0.2], atol=1e-12)
    np.testing.assert_allclose(egalitarian_raw_lottery(DOLLAR, [0.8, 0.1]), [0.8, 0.2], atol=1e-12)


def test_hull_by_hand():
    values = [[0, 4], [1, 3.8], [2, 2], [3, 2.5], [4, 0], [2, 3]]
    assert hull_frontier(values).tolist() == [[0, 4], [1, 3.8], [3, 2.5], [4, 0]]


@pytest.mark.parametrize("lottery", LOTTERIES)
def test_nobody_gains(lottery):
    assert np.isnan(lottery(DOLLAR, [0.6, 0.6])).all()


@pytest.mark.parametrize("lottery", LOTTERIES)
@given(seed=st.integers(0, 2**32))
def test_swapping_the_sides_swaps_the_values(lottery, seed):
    luck = np.random.default_rng(seed)
    values, disagreement = luck.random((12, 2)), luck.random(2) / 2
    swapped = lottery(values[:, ::-1], disagreement[::-1])[::-1]
    np.testing.assert_allclose(swapped, lottery(values, disagreement), atol=1e-9)


@given(seed=st.integers(0, 2**32), weight=st.floats(0.0, 1.0))
def test_no_mixture_of_two_packages_has_a_higher_product(seed, weight):
    luck = np.random.default_rng(seed)
    values, disagreement = luck.random((8, 2)), luck.random(2) / 2
    best = np.prod(nash_lottery(values, disagreement) - disagreement)
    assume(not np.isnan(best))
    mixtures = weight * values[:, None] + (1 - weight) * values[None] - disagreement
    rational = (mixtures >= 0).all(axis=-1)
    assert (mixtures.prod(axis=-1)[rational] <= best + 1e-12).all()


@pytest.mark.parametrize("lottery", [egalitarian_gain_lottery, kalai_smorodinsky_lottery])
@given(seed=st.integers(0, 2**32))
def test_more_packages_of_the_same_best_values_hurt_nobody(lottery, seed):
    """The monotonicity by which Kalai & Smorodinsky (1975) and Kalai (1977) define their solutions."""
    luck = np.random.default_rng(seed)
    corners = np.array([[0.0, 1.0], [1.0, 0.0]])
    few = np.concatenate([corners, luck.random((4, 2))])
    more = np.concatenate([few, luck.random((4, 2))])
    assert (lottery(more, [0.0, 0.0]) >= lottery(few, [0.0, 0.0]) - 1e-12).all()
