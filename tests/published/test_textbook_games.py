"""Equilibria that every textbook states.

Source: prisoner's dilemma, chicken, matching pennies: Osborne (2004), An Introduction to Game Theory, chapters 2 and 4;
rock-paper-scissors: every textbook.
"""

import numpy as np
import pytest

from negotiation.analysis.games import Bimatrix, dominated, equilibria, exploitability, paths, undominated

DILEMMA = Bimatrix(np.array([[3.0, 0.0], [5.0, 1.0]]), np.array([[3.0, 5.0], [0.0, 1.0]]))
# Swerve or go straight: a crash costs 10, giving way 1, driving on alone is worth 1.
CHICKEN = Bimatrix(np.array([[0.0, -1.0], [1.0, -10.0]]), np.array([[0.0, 1.0], [-1.0, -10.0]]))
PENNIES = Bimatrix(np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([[-1.0, 1.0], [1.0, -1.0]]))
ROCK = np.array([[0.0, -1.0, 1.0], [1.0, 0.0, -1.0], [-1.0, 1.0, 0.0]])
ROCK_PAPER_SCISSORS = Bimatrix(ROCK, -ROCK)


def mixtures(game):
    return [(each.rows.round(9).tolist(), each.columns.round(9).tolist()) for each in equilibria(game).found]


def test_prisoners_dilemma_has_defection_alone():
    assert mixtures(DILEMMA) == [([0, 1], [0, 1])]
    assert equilibria(DILEMMA).found[0].worth == (1.0, 1.0)
    assert [(each.side, each.strategy, each.by, each.round) for each in dominated(DILEMMA)] == [
        (0, 0, 1, 1),
        (1, 0, 1, 1),
    ]
    assert [left.tolist() for left in undominated(DILEMMA)] == [[1], [1]]


def test_chicken_has_two_pure_equilibria_and_a_mixed_one():
    # Indifferent where p x 0 - (1 - p) = p - 10 (1 - p): p = 9/10 swerve.
    assert mixtures(CHICKEN) == [([1, 0], [0, 1]), ([0, 1], [1, 0]), ([0.9, 0.1], [0.9, 0.1])]
    assert equilibria(CHICKEN).all_of_them
    assert dominated(CHICKEN) == []


def test_matching_pennies_has_a_mixed_one_alone():
    assert mixtures(PENNIES) == [([0.5, 0.5], [0.5, 0.5])]
    assert equilibria(PENNIES).found[0].worth == (0.0, 0.0)


def test_rock_paper_scissors_is_played_evenly():
    (only,) = equilibria(ROCK_PAPER_SCISSORS).found
    assert only.rows == pytest.approx([1 / 3] * 3)
    assert only.columns == pytest.approx([1 / 3] * 3)


def test_paths_find_the_mixed_equilibrium_of_a_large_game():
    # Seven signs in a ring, each beating the three after it: too many to try all supports; played evenly.
    ahead = (np.arange(7)[None, :] - np.arange(7)[:, None]) % 7
    ring = np.where(ahead == 0, 0.0, np.where(ahead <= 3, 1.0, -1.0))
    found = equilibria(Bimatrix(ring, -ring))
    assert not found.all_of_them
    assert found.found[0].rows == pytest.approx([1 / 7] * 7)


def test_what_each_strategy_gives_away():
    first, second = exploitability(PENNIES)
    assert first == pytest.approx([1.0, 1.0])  # a known coin loses 1 for sure; the even mixture loses 0
    assert second == pytest.approx([1.0, 1.0])
    # Against cooperation the other gets 5 by defecting; defection holds it to 1.
    assert exploitability(DILEMMA)[0] == pytest.approx([4.0, 0.0])
    assert exploitability(ROCK_PAPER_SCISSORS)[0] == pytest.approx([1.0, 1.0, 1.0])


def test_shares_go_to_defection_and_stay_even_in_matching_pennies():
    (dilemma,) = paths(DILEMMA)
    assert dilemma.rows[-1] == pytest.approx([0.0, 1.0], abs=1e-6)
    assert (np.diff(dilemma.rows[:, 1]) > -1e-9).all()
    (pennies,) = paths(PENNIES)
    assert pennies.rows[-1] == pytest.approx([0.5, 0.5])


def test_shares_of_chicken_part_where_one_side_begins_bolder():
    # The mixed equilibrium is a saddle of two populations: every other start ends in a pure one.
    for each in paths(CHICKEN, starts=6, seed=3)[1:]:
        ends = each.rows[-1].max(), each.columns[-1].max()
        assert min(ends) > 0.999
        assert each.rows[-1].argmax() != each.columns[-1].argmax()
