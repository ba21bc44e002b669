"""Support for a deal at home."""

import numpy as np
import pytest

from negotiation.politics.support import content_support, mood, weighted_mean


def test_support_is_the_influence_of_those_who_gain():
    # three quarters of influence gain 2 points, worth 10 points of support each: 70 %; the rest lose too much for any
    gain = np.array([[2.0], [-20.0]])
    assert content_support(gain, np.array([3.0, 1.0]), 0.1) == pytest.approx([0.75 * 0.7])


def test_a_deal_that_changes_nothing_splits_everybody_in_half():
    assert content_support(np.zeros((3, 2)), np.array([1.0, 2.0, 5.0]), 0.3) == pytest.approx([0.5, 0.5])


def test_support_rises_with_gains_and_stays_a_share():
    support = content_support(np.linspace(-30.0, 30.0, 61)[None], np.ones(1), 0.05)
    assert (np.diff(support) >= 0.0).all()
    assert (support[0], support[-1]) == (0.0, 1.0)


def test_support_follows_influence_not_numbers():
    gain = np.array([[5.0], [-5.0], [-5.0]])
    assert content_support(gain, np.array([8.0, 1.0, 1.0]), 0.05)[0] > 0.5


def test_mood_adds_relief_from_pain_and_trust_in_the_government():
    # a quarter of influence lost 4 % of income: 1 % on average, .02 of relief; approval 10 points above half at .3: .03
    shift = mood(np.array([[-4.0, 0.0]]), np.array([1.0, 3.0]), np.array([0.6]), 0.02, 0.3)
    assert shift == pytest.approx([0.05])


def test_pain_and_approval_raise_support_for_any_deal():
    influence = np.ones(1)
    pain = mood(np.array([[0.0], [-1.0], [-2.0]]), influence, np.full(3, 0.5), 0.01, 0.3)
    liked = mood(np.zeros((3, 1)), influence, np.array([0.3, 0.5, 0.7]), 0.01, 0.3)
    assert (np.diff(pain) > 0.0).all()
    assert (np.diff(liked) > 0.0).all()
    assert liked[1] == pain[0] == 0.0


def test_a_weighted_mean_weighs_by_influence():
    assert weighted_mean(np.array([[0.4, 0.8], [0.8, 0.4]]), np.array([3.0, 1.0])) == pytest.approx([0.5, 0.7])
