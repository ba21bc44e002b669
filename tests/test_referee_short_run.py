"""The engine against the referee where trade adapts to new rates."""

import pytest

from negotiation.dispute.game import build_game
from tests.dispute.test_adaptation import short_run
from tests.laws.cases import changed
from tests.test_referee import UNTIED, compare


@pytest.mark.slow
def test_trade_adapts_as_told():
    levels = {"us_general": 2, "us_metals": 1, "ca_consumer": 1}
    game = build_game(changed(UNTIED, {
        "packages": 100, "economy.short_run": short_run(0.25), "start.levels": levels,
        "measures.ca_energy.levels": [{"name": "none", "rate": 0}],
    }))  # fmt: skip
    differences, by_chance, told = compare(game, 24)
    assert not differences
    assert len(by_chance) <= 8
    assert len({world.adapted for world in told}) > 4
