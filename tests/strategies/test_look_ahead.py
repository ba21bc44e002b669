"""Looking ahead: never worse than its base, the same bits whatever the block, and decisions put together right."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.dispute.decision import Decision
from negotiation.dispute.game import Game
from negotiation.dispute.luck import draw
from negotiation.dispute.purse import Purse
from negotiation.model import Dispute, play_block
from negotiation.strategies import registry
from negotiation.strategies.look_ahead.choice import alike, merged
from negotiation.strategies.registry import BASE_DOCTRINE, BASE_TACTIC, LOOK_AHEAD
from tests.dispute.cases import TEACHING, changed, game_with

WORLDS = 40


def game_of(tactic: str, doctrine: str) -> Game:
    """The teaching case, Canada with this strategy, a brinkman against it."""
    asked = {"countries.ca.strategy.tactic": tactic, "countries.ca.strategy.doctrine": doctrine}
    return replace(game_with(), scenario=changed(TEACHING, asked))


def gained(game: Game) -> np.ndarray:
    """Canada's present value from the first morning, points, by world."""
    dispute, purse = Dispute(game, WORLDS, draw(game.scenario, 9, range(WORLDS))), Purse(game, 0)
    value = np.zeros(WORLDS)
    while dispute.week < game.scenario.weeks:
        dispute.step()
        value += purse.flow(dispute.state, dispute.week)
    return value + purse.lasting(dispute.state, dispute.week) + dispute.state.once[:, 0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tactic", "doctrine"), [(LOOK_AHEAD, LOOK_AHEAD), (LOOK_AHEAD, BASE_DOCTRINE), (BASE_TACTIC, LOOK_AHEAD)]
)
def test_it_is_not_worse_than_its_base(tactic, doctrine):
    """In the mean over worlds, within two standard errors of the paired difference."""
    difference = gained(game_of(tactic, doctrine)) - gained(game_of(BASE_TACTIC, BASE_DOCTRINE))
    assert difference.any(), "it decides otherwise somewhere"
    assert difference.mean() >= -2.0 * difference.std(ddof=1) / np.sqrt(WORLDS)


@pytest.mark.slow
def test_it_is_better_than_a_base_that_never_gives_way(monkeypatch):
    monkeypatch.setattr(registry, "BASE_TACTIC", "hardliner")
    difference = gained(game_of(LOOK_AHEAD, BASE_DOCTRINE)) - gained(game_of("hardliner", BASE_DOCTRINE))
    assert difference.mean() > 2.0 * difference.std(ddof=1) / np.sqrt(WORLDS)


@pytest.mark.slow
def test_blocks_and_repetition_change_no_bit():
    game = game_of(LOOK_AHEAD, LOOK_AHEAD)
    whole, again = (play_block(game, 3, range(6), 0) for _ in range(2))
    parts = [play_block(game, 3, part, 0) for part in (range(1), range(1, 6))]
    assert whole.weeks.tobytes() == again.weeks.tobytes()
    assert whole.weeks.tobytes() == np.concatenate([part.weeks for part in parts]).tobytes()


def test_the_chosen_moves_are_put_in_their_rows():
    """Five worlds, of which the second and the fourth looked ahead: the second stays as usual, the fourth offers 7."""
    usual = Decision(package=np.array([1, 2, 3, 4, 5]), accept=np.zeros(5, np.bool_))
    moves = [Decision(package=np.array([2, 4])), Decision(package=np.array([7, 7]), summit=np.ones(2, np.bool_))]
    found = merged(usual, np.array([1, 3]), moves, np.array([0, 1]))
    assert found.package.tolist() == [1, 2, 3, 7, 5]
    assert found.summit.tolist() == [False, False, False, True, False]
    assert found.accept.tolist() == [False] * 5
    assert usual.package.tolist() == [1, 2, 3, 4, 5]


def test_moves_that_do_the_same_are_alike():
    one = Decision(level=np.array([[-1, 1], [-1, -1]]), level_reason=np.array([[0, 3], [0, 0]]))
    other = Decision(level=np.array([[-1, 1], [0, -1]]), level_reason=np.array([[0, 9], [0, 0]]))
    assert alike(one, other, 2).tolist() == [True, False]
    assert alike(one, Decision(), 2).tolist() == [False, True]
