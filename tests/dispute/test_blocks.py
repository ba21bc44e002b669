"""A world is the same in any block, packed or not, bit for bit."""

import numpy as np
import pytest

from negotiation.bargaining import search
from negotiation.dispute.game import build_game
from negotiation.model import Dispute, play_block
from negotiation.scenario import read_scenario

SEED, WORLDS = 2025, 300
STORMY = {  # every rule has something to do: deals broken up by votes, courts, summits, several rounds a week
    "talks.rounds": "2",
    "summit.chance": "0.3",
    "bases.emergency.court_hazard": "0.1",
    "countries.us.conduct.divide": "0.5",
    "countries.ca.ratification.limited_threshold": "0.49",
    "countries.ca.strategy.doctrine": "brinkmanship",
    "countries.ca.strategy.tactic": "tit_for_tat",
}


@pytest.fixture(scope="module", params=[{}, STORMY], ids=["briefing", "stormy"])
def game(request):
    return build_game(read_scenario("us-canada-briefing", request.param))


@pytest.fixture(scope="module")
def block(game):
    return play_block(game, SEED, range(WORLDS), WORLDS)


@pytest.mark.parametrize("worlds", [range(1), range(5, 6), range(40, 47), range(130, 194)], ids=len)
def test_a_world_is_the_same_in_any_block(game, block, worlds):
    part = play_block(game, SEED, worlds, WORLDS)
    rows = slice(worlds.start, worlds.stop)
    assert part.weeks.tobytes() == block.weeks[rows].tobytes()
    for name, column in columns(part).items():
        assert column.tobytes() == columns(block)[name][rows].tobytes(), name
    assert told(part) == [move for move in told(block) if move[0] in worlds]


def test_one_world_is_the_same_without_compiled_code(game, block, monkeypatch):
    monkeypatch.setattr(search, "_COMPILED", {})
    alone = play_block(game, SEED, range(7, 8), WORLDS)
    assert search._COMPILED == {}
    assert alone.weeks.tobytes() == block.weeks[7:8].tobytes()


@pytest.mark.parametrize("worlds", [1, 64])
def test_a_week_at_a_time_and_to_the_end_are_the_same(game, block, worlds):
    dispute = Dispute(game, worlds, SEED)
    for _ in range(game.scenario.weeks):
        dispute.step()
    weekly = dispute.finish()
    assert weekly.weeks.tobytes() == block.weeks[:worlds].tobytes()
    for name, column in columns(weekly).items():
        assert column.tobytes() == columns(block)[name][:worlds].tobytes(), name
    assert told(weekly) == [move for move in told(block) if move[0] < worlds]


def columns(block):
    """The plain arrays of a block's table of worlds, by name."""
    return {name: np.ascontiguousarray(getattr(column, "codes", column)) for name, column in block.worlds.items()}


def told(block):
    """The moves of a block as rows of plain words and numbers; NaN as None."""
    moves = block.moves
    words = [
        [column.labels[code] for code in column.codes]
        for column in (moves.government, moves.kind, moves.what, moves.value, moves.reason)
    ]
    amount = [None if np.isnan(number) else number for number in moves.amount.tolist()]
    return list(zip(moves.world.tolist(), moves.week.tolist(), *words, amount, strict=True))
