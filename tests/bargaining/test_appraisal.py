"""What packages offer both sides, by hand."""

import numpy as np
import pytest

from negotiation.bargaining.appraisal import appraise

# Over (2, 2): the first and last are efficient, but leave a side worse off; (3, 3) is bettered by (4, 3).
VALUES = [[0.0, 9.0], [3.0, 5.0], [3.0, 3.0], [4.0, 3.0], [9.0, 1.0]]


def test_zone_and_frontier_by_hand():
    found = appraise(VALUES, [2.0, 2.0])
    assert found.zone.tolist() == [False, True, True, True, False]
    assert found.frontier.tolist() == [1, 3]
    # Products of gains: 1 x 3 and 2 x 1; sums 4 and 3.
    assert (found.points["nash"], found.points["utilitarian"]) == (1, 1)


def test_lotteries_may_give_more_than_packages():
    # Along the line from (0, 9) to (9, 1) a gain g of the first leaves the second (47 - 8 g) / 9: the product of both
    # is highest at g = 47/16.
    found = appraise([[0.0, 9.0], [9.0, 1.0]], [2.0, 2.0])
    assert found.points["nash"] == -1
    assert found.lotteries["nash"][0] == pytest.approx(2 + 47 / 16)
    assert found.lotteries["nash"][1] == pytest.approx(2 + 47 / 18)


def test_nothing_to_agree_on():
    found = appraise(VALUES, [9.0, 9.0])
    assert not found.zone.any()
    assert found.frontier.size == 0
    assert set(found.points.values()) == {-1}
    assert np.isnan(found.lotteries["nash"]).all()


def test_three_sides_draw_no_lots():
    found = appraise([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]], [0.0, 0.0, 0.0])
    assert found.lotteries == {}
    assert found.frontier.tolist() == [0, 1]
