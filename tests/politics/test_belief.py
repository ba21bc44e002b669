"""What one government believes of another."""

import numpy as np
import pytest

from negotiation.politics.belief import (
    belief_after_ending,
    believed_share,
    chance_of_ending,
    resolute_share,
    type_belief_after,
)


@pytest.mark.parametrize(
    ("carried", "believed"),
    [(1.0, 3.0 / 5.0), (0.5, 2.5 / 5.0), (0.0, 2.0 / 5.0)],
    ids=["carried out", "part", "dropped"],
)
def test_one_more_threat_is_counted_with_a_prior_worth_four(carried, believed):
    prior, weight = 0.5, 4.0  # two of four carried out
    share = believed_share(np.array([prior * weight + carried]), np.array([weight + 1.0]))
    assert share == pytest.approx([believed])


def test_a_type_that_likes_the_offer_three_times_as_likely_gets_three_quarters():
    # likelihoods exp(ln 3 x 1) = 3 and exp(0) = 1, from even odds
    belief = type_belief_after(np.array([[0.5, 0.5]]), np.array([[1.0, 0.0]]), float(np.log(3.0)))
    assert belief == pytest.approx(np.array([[0.75, 0.25]]))


def test_an_offer_all_types_like_alike_teaches_nothing():
    before = np.array([[0.2, 0.3, 0.5]])
    assert type_belief_after(before, np.full((1, 3), 0.7), 2.0) == pytest.approx(before)


def test_without_inference_nothing_is_learned():
    before = np.array([[0.2, 0.8]])
    assert type_belief_after(before, np.array([[1.0, 0.0]]), 0.0) == pytest.approx(before)


def test_belief_in_a_type_rises_with_what_the_offer_is_worth_to_it():
    worth = np.stack([np.linspace(0.0, 1.0, 6), np.full(6, 0.5)], axis=-1)
    belief = type_belief_after(np.full((6, 2), 0.5), worth, 1.0)
    assert (np.diff(belief[:, 0]) > 0.0).all()
    assert belief.sum(axis=-1) == pytest.approx(np.ones(6))


def test_a_type_ruled_out_stays_ruled_out():
    assert type_belief_after(np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]]), 5.0).tolist() == [[0.0, 1.0]]


def test_a_threat_carried_out_where_one_type_of_two_hardly_would_points_to_the_other():
    # margins +1 and -1 of a spread of 1: chances 0.841 and 0.159, with one in a hundred mistakes each way 0.835, 0.165
    chance = chance_of_ending(np.array([[1.0, -1.0]]), 1.0, np.array([True]))
    assert chance == pytest.approx(np.array([[0.01 + 0.98 * 0.8413447, 0.01 + 0.98 * 0.1586553]]))
    belief = belief_after_ending(np.array([[0.5, 0.5]]), chance, 1.0)
    assert belief == pytest.approx(np.array([[0.8345, 0.1655]]), abs=1e-4)


def test_a_threat_dropped_points_to_the_type_with_less_to_gain_from_it():
    chance = chance_of_ending(np.array([[1.0, -1.0]]), 1.0, np.array([False]))
    assert belief_after_ending(np.array([[0.5, 0.5]]), chance, 1.0)[0, 1] > 0.5


def test_an_ending_read_with_no_strength_teaches_nothing():
    before = np.array([[0.2, 0.8]])
    assert belief_after_ending(before, np.array([[0.9, 0.1]]), 0.0) == pytest.approx(before)


def test_even_odds_of_a_threat_are_tripled_by_a_resolve_worth_a_logit_of_log_three():
    spread = np.pi / np.sqrt(3.0)  # so that a point of resolve is one logit
    share = resolute_share(np.array([0.5, 0.5, 0.0, 1.0]), np.log(np.array([3.0, 1.0, 3.0, 3.0])), spread)
    assert share == pytest.approx([0.75, 0.5, 0.0, 1.0])
