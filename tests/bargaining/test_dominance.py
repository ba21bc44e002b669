"""Frontier and layers: worked cases, rounding, and agreement with comparing every pair."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from negotiation.bargaining.dominance import distinct_frontier, dominance_layers, pareto_frontier, value_ranks

SMALL_INTEGERS = st.integers(0, 6).map(float)


def tables(sides: int) -> st.SearchStrategy[np.ndarray]:
    return hnp.arrays(np.float64, st.tuples(st.integers(0, 25), st.just(sides)), elements=SMALL_INTEGERS)


def undominated(values: np.ndarray, among: np.ndarray) -> np.ndarray:
    """By comparing every pair of those among which to look."""
    no_worse = (values[:, None] <= values[None]).all(axis=-1)
    better = (values[:, None] < values[None]).any(axis=-1)
    return among & ~(no_worse & better & among[None]).any(axis=-1)


def test_layers_by_hand():
    values = [[3, 1], [1, 3], [2, 2], [1, 1], [2, 1], [0, 0], [1, 1]]
    assert dominance_layers(values).tolist() == [0, 0, 0, 2, 1, 3, 2]


def test_rounding_neither_dominates_nor_adds_a_point():
    noise = 1e-13
    values = np.array([[0.5, 0.5], [0.5 + noise, 0.5 - noise], [0.5 - noise, 0.5], [0.2, 0.9]])
    assert pareto_frontier(values).all()
    assert dominance_layers(values).tolist() == [0, 0, 0, 0]
    assert distinct_frontier(values).tolist() == [3, 0]


def test_ranks_by_hand():
    assert value_ranks([[0.0, 5.0], [1.0, 4.0], [1e-12, 5.0]]).tolist() == [[0, 1], [1, 0], [0, 1]]


@pytest.mark.parametrize("sides", [1, 2, 3, 4])
@given(draw=st.data())
def test_frontier_agrees_with_comparing_every_pair(sides, draw):
    values = draw.draw(tables(sides))
    assert np.array_equal(pareto_frontier(values), undominated(values, np.ones(len(values), dtype=bool)))


@given(tables(2))
def test_layers_agree_with_taking_away_frontiers(values):
    expected, layer = np.full(len(values), -1), 0
    while (expected < 0).any():
        expected[undominated(values, expected < 0)] = layer
        layer += 1
    assert np.array_equal(dominance_layers(values), expected)


@given(tables(2))
def test_distinct_frontier_holds_every_efficient_pair_once(values):
    expected = np.unique(values[pareto_frontier(values)], axis=0)
    assert np.array_equal(values[distinct_frontier(values)], expected.reshape(-1, 2))


@given(tables(2), st.tuples(SMALL_INTEGERS, SMALL_INTEGERS))
def test_one_more_package_never_brings_another_nearer_to_the_frontier(values, extra):
    longer = np.concatenate([values, [extra]])
    assert (dominance_layers(longer)[: len(values)] >= dominance_layers(values)).all()


def test_layers_are_of_two_sides():
    with pytest.raises(ValueError, match="got 3 sides"):
        dominance_layers(np.zeros((4, 3)))
