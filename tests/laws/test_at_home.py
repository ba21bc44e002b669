"""Laws with institutions, elections, provinces and needed allies: blocks and swapped countries change no bit."""

from pathlib import Path

import numpy as np
import pytest

from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import draw
from negotiation.model import Dispute, play_block
from negotiation.scenario import read_scenario, validated
from tests.laws.test_swap import in_words, mirrored, swapped

AT_HOME = Path(__file__).parents[1] / "referee" / "at_home.toml"
CHANGES = {"packages": "100", "start.levels": "{ us_general = 3 }"}
WORLDS = 24


@pytest.fixture(scope="module")
def game() -> Game:
    """The untied dispute with all of them."""
    return build_game(read_scenario(AT_HOME, CHANGES))


def test_a_block_of_some_worlds_tells_them_as_the_block_of_all(game: Game) -> None:
    whole, part = play_block(game, 5, range(WORLDS), 0), play_block(game, 5, range(7, 12), 0)
    assert np.array_equal(whole.weeks[7:12], part.weeks, equal_nan=True)
    assert sum(column.max() > 0 for name, column in whole.worlds.items() if name.startswith("ratifications_failed")) > 0


def test_swapping_countries_first_mover_and_luck_swaps_the_results_bit_for_bit(game: Game) -> None:
    mirror = validated(swapped(game.scenario.model_dump(mode="python")), "mirror")
    luck = draw(game.scenario, 11, range(WORLDS))
    here = Dispute(game, WORLDS, luck).finish()
    there = Dispute(build_game(mirror), WORLDS, luck.swapped(np.arange(len(game.scenario.constituencies)))).finish()
    expected = mirrored(there)
    compared = [name for name in here.worlds if name.startswith(("payoff_", "approval_", "ratifications_", "gain_"))]
    assert len(compared) > 20
    for name in compared:
        assert np.array_equal(in_words(here.worlds[name]), in_words(expected[name]), equal_nan=True), name
