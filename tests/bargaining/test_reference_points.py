"""Reference points on a finite set: worked numbers, directions and laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.bargaining import reference_points
from negotiation.bargaining.dominance import pareto_frontier
from negotiation.bargaining.reference_points import (
    egalitarian_gain_point,
    egalitarian_raw_point,
    first_optimum,
    kalai_smorodinsky_point,
    ks_min_spread_point,
    nash_point,
    tied_optima,
    utilitarian_point,
    utilitarian_score,
)

POINTS = [
    nash_point,
    egalitarian_gain_point,
    egalitarian_raw_point,
    utilitarian_point,
    kalai_smorodinsky_point,
    ks_min_spread_point,
]
# Gains over (2, 0):  (1, 9)  (2, 7)  (4, 4)  (6, 3)  (8, 0); dominated (1, 4); irrational (-2, 12).
VALUES = np.array([[3, 9], [4, 7], [6, 4], [8, 3], [10, 0], [3, 4], [0, 12]], dtype=float)
DISAGREEMENT = np.array([2.0, 0.0])


@pytest.mark.parametrize(
    ("point", "package"),
    [
        (nash_point, 3),  # products 9, 14, 16, 18, 0
        (egalitarian_gain_point, 2),  # least gains 1, 2, 4, 3, 0
        (egalitarian_raw_point, 1),  # least values 3, 4, 4, 3, 0: the first of two
        (utilitarian_point, 0),  # sums 10, 9, 8, 9, 8
        (kalai_smorodinsky_point, 2),  # least shares 1/8, 2/8, 4/9, 3/9, 0
        (ks_min_spread_point, 2),  # spreads 7/8, 19/36, 1/18, 5/12, 1
    ],
)
def test_points_by_hand(point, package):
    assert point(VALUES, DISAGREEMENT) == package


def test_all_ties_are_listed_and_the_first_is_taken():
    score = utilitarian_score([[1.0, 3.0], [3.0, 1.0], [0.0, 0.0], [2.0, 2.0 - 1e-13]], [0.0, 0.0])
    assert tied_optima(score).tolist() == [0, 1, 3]
    assert first_optimum(score) == 0


def test_power_by_hand():
    # x**.75 * y**.25 over (1, 9), (2, 7), (4, 4), (6, 3): 1.73, 2.74, 4, 5.05; with powers swapped 5.2, 5.12, 4, 3.57.
    assert nash_point(VALUES, DISAGREEMENT, power=[0.75, 0.25]) == 3
    assert nash_point(VALUES, DISAGREEMENT, power=[0.25, 0.75]) == 0


@pytest.mark.parametrize("point", POINTS)
def test_minus_one_if_nobody_can_gain(point):
    assert point([[1.0, 1.0], [0.0, 3.0]], [1.0, 1.0]) == -1


@pytest.mark.parametrize("point", POINTS[1:])
def test_a_side_that_cannot_gain_leaves_the_choice_to_the_other(point):
    assert point([[1.0, 1.0], [1.0, 3.0], [1.0, 2.0]], [1.0, 1.0]) == 1


def test_nash_needs_a_gain_for_everybody():
    assert nash_point([[1.0, 1.0], [1.0, 3.0]], [1.0, 1.0]) == -1


def test_a_better_alternative_never_lowers_what_a_side_gets_under_nash():
    took = [VALUES[nash_point(VALUES, [own, 0.0]), 0] for own in (0.0, 1.0, 2.0, 3.0, 5.0, 7.0)]
    assert took == sorted(took)


@pytest.mark.parametrize("point", POINTS)
@given(seed=st.integers(0, 2**32), sides=st.integers(2, 4))
def test_points_are_efficient_and_rational(point, seed, sides):
    luck = np.random.default_rng(seed)
    values, disagreement = luck.integers(0, 9, (20, sides)).astype(float), luck.integers(0, 4, sides).astype(float)
    found = point(values, disagreement)
    if found >= 0:
        rational = (values >= disagreement).all(axis=-1)
        assert rational[found]
        assert pareto_frontier(values[rational])[np.flatnonzero(rational) == found].all()


@pytest.mark.parametrize("score", [reference_points.nash_score, reference_points.kalai_smorodinsky_score])
@given(seed=st.integers(0, 2**32), scale=st.floats(0.5, 4.0), shift=st.integers(-3, 3))
def test_nash_and_kalai_smorodinsky_ignore_the_scale_of_values(score, seed, scale, shift):
    luck = np.random.default_rng(seed)
    values, disagreement = luck.random((20, 2)), np.array([0.2, 0.1])
    factor, base = np.array([scale, 1.0]), np.array([float(shift), 0.0])
    changed = first_optimum(score(values * factor + base, disagreement * factor + base))
    assert changed == first_optimum(score(values, disagreement))


@pytest.mark.parametrize("point", POINTS)
@given(seed=st.integers(0, 2**32))
def test_swapping_the_sides_changes_no_point(point, seed):
    luck = np.random.default_rng(seed)
    values, disagreement = luck.random((20, 2)), luck.random(2) / 3
    assert point(values[:, ::-1], disagreement[::-1]) == point(values, disagreement)


def test_shapes_that_do_not_fit_are_named():
    with pytest.raises(ValueError, match=r"\(3, 2\) and \(3,\)"):
        nash_point(np.zeros((3, 2)), np.zeros(3))
