"""Distances: worked numbers and laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.bargaining import distance
from negotiation.bargaining.distance import distance_to_frontier, distance_to_point


def test_distance_to_frontier_by_hand():
    # From the origin (3, 4) is at 5 and nearer than (6, 0); (6, 2) is at 2 from (6, 0).
    assert distance_to_frontier([[0, 0], [6, 2], [3, 4]], [[3, 4], [6, 0]]).tolist() == [5, 2, 0]


def test_distance_to_point_by_hand():
    assert distance_to_point([[0, 0], [3, 0]], [3, 4]).tolist() == [5, 4]


@given(seed=st.integers(0, 2**32))
def test_a_longer_frontier_is_never_further(seed):
    luck = np.random.default_rng(seed)
    points, frontier = luck.random((10, 2)), luck.random((5, 2))
    assert (distance_to_frontier(points, frontier) <= distance_to_frontier(points, frontier[:3])).all()


def test_blocks_of_points_change_nothing(monkeypatch):
    luck = np.random.default_rng(3)
    points, frontier = luck.random((30, 2)), luck.random((4, 2))
    whole = distance_to_frontier(points, frontier)
    monkeypatch.setattr(distance, "MOST_PAIRS", 28)
    assert distance_to_frontier(points, frontier).tobytes() == whole.tobytes()


def test_a_frontier_without_points_is_refused():
    with pytest.raises(ValueError, match="at least one point"):
        distance_to_frontier([[0.0, 0.0]], np.empty((0, 2)))
