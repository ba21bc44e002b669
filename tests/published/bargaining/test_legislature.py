"""Baron & Ferejohn (1989), closed rule; Black (1948), the median voter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.bargaining.solutions import closed_rule, weighted_median


def test_three_patient_members():
    found = closed_rule(3, 1.0)
    assert (found.proposer, found.partner, found.partners) == pytest.approx((2 / 3, 1 / 3, 1))


def test_the_large_legislature():
    # With patience 1 the proposer's share falls to a half as members grow.
    assert closed_rule(100_001, 1.0).proposer == pytest.approx(0.5, abs=1e-5)


def test_unanimity_leaves_the_proposer_its_patience():
    # Five members, d = .8: it buys four votes at .16.
    assert closed_rule(5, 0.8, quota=5).proposer == pytest.approx(0.36)


@given(members=st.integers(2, 40), patience=st.floats(0.0, 1.0), chance=st.data())
def test_nobody_gains_by_another_vote_or_proposal(members, patience, chance):
    quota = chance.draw(st.integers(1, members))
    found = closed_rule(members, patience, quota)
    assert found.proposer + found.partners * found.partner == pytest.approx(1.0)
    # A member is proposer with chance 1/n and partner with chance (q - 1)/n: its value. What a partner is paid is
    # what waiting is worth to it.
    expects = (found.proposer + found.partners * found.partner) / members
    assert expects == pytest.approx(found.value)
    assert found.partner == pytest.approx(patience * found.value)
    assert found.proposer >= patience * found.value - 1e-12


@given(voters=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=9))
def test_the_weighted_median_is_a_condorcet_winner(voters):
    positions, weights = np.array(voters, dtype=float).T
    median = weighted_median(positions, weights)
    for rival in np.arange(-1, 11, 0.5):
        nearer = np.abs(positions - median) - np.abs(positions - rival)
        assert weights[nearer < 0].sum() >= weights[nearer > 0].sum()


def test_the_weighted_median_by_hand():
    assert weighted_median([5.0, 1.0, 3.0], [1.0, 2.0, 2.0]) == 3.0


@pytest.mark.parametrize("weights", [[0.0, 0.0], [-1.0, 2.0], [1.0]])
def test_bad_weights_are_named(weights):
    with pytest.raises(ValueError, match="weights at least 0"):
        weighted_median([1.0, 2.0], weights)
