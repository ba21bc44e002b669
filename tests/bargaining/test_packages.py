"""Packages: their order, their number, and the rules that forbid some."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.bargaining.packages import Excludes, Requires, allowed_packages, every_package


def test_packages_by_hand_with_the_last_issue_fastest():
    expected = [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]
    packages = every_package([2, 3])
    assert packages.tolist() == expected
    assert packages.dtype == np.int8


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5))
def test_every_package_occurs_once_and_in_order(option_counts):
    packages = every_package(option_counts)
    assert len(packages) == np.prod(option_counts)
    assert sorted(set(map(tuple, packages.tolist()))) == list(map(tuple, packages.tolist()))


def test_an_exclusion_by_hand():
    rule = Excludes(issue=0, option=1, other_issue=1, other_options=frozenset({0, 2}))
    assert allowed_packages(every_package([2, 3]), [rule]).tolist() == [True, True, True, False, True, False]


def test_a_requirement_by_hand():
    rule = Requires(issue=0, option=1, other_issue=1, other_options=frozenset({0, 2}))
    assert allowed_packages(every_package([2, 3]), [rule]).tolist() == [True, True, True, True, False, True]


def test_one_more_rule_never_allows_more():
    packages = every_package([3, 3, 2])
    rules = [Excludes(0, 2, 1, frozenset({2})), Requires(1, 0, 2, frozenset({1}))]
    assert (allowed_packages(packages, rules) <= allowed_packages(packages, rules[:1])).all()


@pytest.mark.parametrize("count", [0, 128])
def test_an_issue_without_options_or_with_too_many_is_named(count):
    with pytest.raises(ValueError, match=r"option_counts\[1\].*got " + str(count)):
        every_package([2, count])
