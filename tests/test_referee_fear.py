"""The engine against the referee where believed threats are felt before any tariff."""

import pytest

from negotiation.dispute.game import build_game
from tests.dispute.test_fear import fear
from tests.laws.cases import changed
from tests.test_referee import UNTIED, compare

THREATS = {
    "us_general": {"level": 2, "due": 3, "issue": "border", "option": "plan"},
    "us_metals": {"level": 2, "due": 5, "issue": "dairy", "option": "slice"},
    "ca_consumer": {"level": 1, "due": 4, "issue": "usmca", "option": "short"},
}


@pytest.mark.parametrize("count", [2, pytest.param(24, marks=pytest.mark.slow)])
def test_fear_is_felt_as_told(count):
    game = build_game(changed(UNTIED, {"packages": 100, "economy.fear": fear(0.8), "start.threats": THREATS}))
    differences, by_chance, told = compare(game, count)
    assert not differences
    assert len(by_chance) <= count // 2
    assert sum(min(row["fear_ca"] for row in world.rows) < -0.05 for world in told) >= count // 2
