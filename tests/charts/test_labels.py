"""Labels beside a line's end keep apart."""

from itertools import pairwise

import pytest

from negotiation.charts.labels import spread


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([10.0, 50.0, 30.0], gap=5.0, low=0.0, high=100.0) == [10.0, 50.0, 30.0]


def test_labels_on_one_height_are_a_gap_apart_in_the_order_given() -> None:
    assert spread([50.0, 50.0, 50.0], gap=5.0, low=0.0, high=100.0) == [50.0, 55.0, 60.0]


def test_labels_at_the_top_move_down() -> None:
    assert spread([100.0, 99.0], gap=5.0, low=0.0, high=100.0) == [100.0, 95.0]


@pytest.mark.parametrize("wanted", [[0.0, 0.0, 100.0, 100.0], [97.0, 98.0, 3.0, 1.0], [50.0] * 4])
def test_no_label_leaves_the_axes_while_there_is_room(wanted: list[float]) -> None:
    heights = sorted(spread(wanted, gap=10.0, low=0.0, high=100.0))
    assert heights[0] >= 0
    assert heights[-1] <= 100
    assert min(upper - lower for lower, upper in pairwise(heights)) >= 10
