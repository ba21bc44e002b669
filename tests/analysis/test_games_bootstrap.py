"""Drawing worlds again: how often what is true is covered, and what comes back in every draw."""

import numpy as np
import pytest

from negotiation.analysis.games import equilibria, resampled, supported
from negotiation.analysis.games.game import Bimatrix

PENNIES = np.array([[1.0, -1.0], [-1.0, 1.0]])
DILEMMA = np.array([[3.0, 0.0], [5.0, 1.0]])


def noisy(payoffs, worlds, seed, noise=1.0):
    """Payoffs by world: the game, luck that every cell of a world shares, and some of each cell's own."""
    rng = np.random.default_rng(seed)
    shared = rng.normal(size=(worlds, 1, 1))
    return payoffs[None] + 5.0 * shared + noise * rng.normal(size=(worlds, *payoffs.shape))


def test_a_drawn_game_is_a_mean_over_its_worlds():
    first = np.arange(8.0).reshape(2, 2, 2)
    for game in resampled(first, -first, draws=20):
        # Both worlds once, or one of them twice.
        assert game.first[0, 0] in (0.0, 2.0, 4.0)
        assert (game.second == -game.first).all()


def test_luck_that_all_cells_share_moves_no_equilibrium():
    # It is five times the noise of the cells and 2.5 times what is at stake, and yet every draw is the same game.
    first, second = noisy(DILEMMA, 60, 1, noise=0.0), noisy(DILEMMA.T, 60, 1, noise=0.0)
    game = Bimatrix(first.mean(axis=0), second.mean(axis=0))
    found = equilibria(game).found
    told = supported(found, resampled(first, second, draws=50))
    assert told.again == (1.0,)
    assert told.rows.tolist() == [0.0, 1.0]
    assert told.others == {}


@pytest.mark.slow
def test_what_few_worlds_cannot_tell_is_told_as_open():
    # Both strategies of the rows are worth the same: which is played is luck, and drawing again must say so.
    same = np.zeros((2, 1))
    shares = []
    for seed in range(20):
        first = noisy(same, 100, seed)
        found = equilibria(Bimatrix(first.mean(axis=0), np.zeros((2, 1)))).found
        shares.append(supported(found, resampled(first, np.zeros_like(first), draws=100, seed=seed)).rows[0])
    assert 0.3 < np.mean(shares) < 0.7
    assert np.mean([0.05 < share < 0.95 for share in shares]) > 0.6


@pytest.mark.slow
def test_intervals_of_an_equilibriums_worth_cover_the_truth():
    # 1 for defection against defection, in 95 % of studies: 80 studies, so 87 to 100 % by chance (three errors 7 %).
    covered = []
    for seed in range(80):
        first, second = noisy(DILEMMA, 200, seed, 0.3), noisy(DILEMMA.T, 200, 1000 + seed, 0.3)
        found = equilibria(Bimatrix(first.mean(axis=0), second.mean(axis=0))).found
        low, high = supported(found, resampled(first, second, draws=100, seed=seed)).worth[0][0]
        covered.append(low <= 1.0 <= high)
    assert np.mean(covered) == pytest.approx(0.95, abs=0.08)
