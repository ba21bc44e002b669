"""Law: swapping countries, first mover and luck swaps the results, bit for bit; the file's order changes nothing."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from negotiation.dispute.block import Block, Categories
from negotiation.dispute.game import build_game
from negotiation.dispute.luck import draw
from negotiation.model import Dispute, play_block
from negotiation.scenario import read_scenario, validated

OTHER = {"us": "ca", "ca": "us"}
WORLDS = 40
WHOLE = ("us-canada-record", "us-canada-allies")  # all the politics, and separate deals


def swapped(part: Any) -> Any:
    """A table with the ids of the two countries exchanged, as keys and as values."""
    if isinstance(part, dict):
        return {OTHER.get(key, key): swapped(value) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [swapped(value) for value in part]
    return OTHER.get(part, part) if isinstance(part, str) else part


def mirrored(block: Block) -> dict[str, Any]:
    """A block's columns under the other country's names, words exchanged too."""
    columns = {}
    for name, column in block.worlds.items():
        parts = [OTHER.get(part, part) for part in name.split("_")]
        columns["_".join(parts)] = column
    return columns


def in_words(column: Any) -> np.ndarray:
    """A column as plain values."""
    return np.array(column.labels)[column.codes] if isinstance(column, Categories) else np.asarray(column)


@pytest.mark.parametrize(
    "case", ["us-canada-briefing", *(pytest.param(each, marks=pytest.mark.slow) for each in WHOLE)]
)
def test_swapping_countries_first_mover_and_luck_swaps_the_results_bit_for_bit(case: str) -> None:
    scenario = read_scenario(case)
    mirror = validated(swapped(scenario.model_dump(mode="python")), "mirror")
    luck = draw(scenario, 11, range(WORLDS))
    here = Dispute(build_game(scenario), WORLDS, luck).finish()
    there = Dispute(build_game(mirror), WORLDS, luck.swapped(np.arange(len(scenario.constituencies)))).finish()
    assert len(fields(luck)) == 11  # a new channel needs a line in Luck.swapped
    expected = mirrored(there)
    for name, column in here.worlds.items():
        if name.split("_")[0] in {"issue", "ally"} or not isinstance(column, Categories):
            here_and_there = in_words(column), in_words(expected[name])
            assert np.array_equal(*here_and_there, equal_nan=not isinstance(column, Categories)), name
    outcome = [OTHER.get(word.removeprefix("one-sided: "), word) for word in in_words(there.worlds["outcome"])]
    assert [word.removeprefix("one-sided: ") for word in in_words(here.worlds["outcome"])] == outcome


@pytest.mark.slow
@pytest.mark.parametrize("name", WHOLE)
def test_a_world_is_the_same_in_any_block_with_all_the_politics_on(name: str) -> None:
    game = build_game(read_scenario(name))
    whole = play_block(game, 11, range(WORLDS), 0)
    parts = [play_block(game, 11, range(first, last), 0) for first, last in ((0, 1), (1, 7), (7, WORLDS))]
    assert np.concatenate([part.weeks for part in parts]).tobytes() == whole.weeks.tobytes()
    for column in whole.worlds:
        told = [in_words(part.worlds[column]) for part in parts]
        assert np.array_equal(np.concatenate(told).astype(str), in_words(whole.worlds[column]).astype(str)), column


def test_the_order_of_countries_in_the_file_changes_no_bit() -> None:
    scenario = read_scenario("us-canada-briefing")
    table = scenario.model_dump(mode="python")
    table["countries"] = dict(reversed(table["countries"].items()))
    again = validated(table, "reordered")
    here, there = (Dispute(build_game(each), 30, 5).finish() for each in (scenario, again))
    assert np.array_equal(here.weeks, there.weeks, equal_nan=True)
