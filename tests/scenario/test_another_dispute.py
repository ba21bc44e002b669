"""A dispute between other countries, from a file alone."""

import numpy as np

from experiments.results import words
from negotiation.dispute.game import build_game
from negotiation.model import play_block
from negotiation.scenario import read_scenario
from negotiation.scenario.shipped import shipped_path


def test_the_united_states_and_china_play_from_their_file():
    assert "canada" not in shipped_path("us-china-2018").read_text(encoding="utf-8").lower().replace("us-canada", "")
    game = build_game(read_scenario("us-china-2018"))
    block = play_block(game, 1, range(200), 0)
    assert len(set(words(block, "outcome"))) > 1
    assert (np.asarray(block.worlds["rate_peak_cn"])[np.asarray(block.worlds["rate_peak_us"]) > 3.0] > 0.0).mean() > 0.5


def test_each_list_covers_the_trade_it_is_said_to_cover():
    """USD 50 and 200 bn of USD 505 bn imported: 25 % on them adds 2.5 and 9.9 % to all imports, within a percent."""
    game = build_game(read_scenario("us-china-2018"))
    us = game.scenario.sides.index("us")
    measures = list(game.scenario.measures)
    first, second = (int(game.strides[measures.index(name)]) for name in ("us_first", "us_second"))
    assert abs(game.tables.rate[us, first] - 25 * 50 / 505) < 1.0
    assert abs(game.tables.rate[us, 2 * second] - 25 * 200 / 505) < 1.0
