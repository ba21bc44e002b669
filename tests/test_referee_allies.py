"""The engine against the referee where separate deals hold something and mediation lowers what failure costs."""

import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario
from tests.dispute.test_mediation import mediation
from tests.dispute.test_separate_deals import deal
from tests.laws.cases import changed
from tests.referee import final_facts
from tests.test_referee import UNTIED, compare

DEALS = {"uk": deal(12.0, 10.0, 20.0, 0.0), "eu": deal(12.0, 15.0, 30.0)}


def scenario():
    """The untied dispute with two willing allies, mediators too, and no energy tax."""
    allies = read_scenario(UNTIED).model_dump(mode="python")["allies"]
    share = {name: {"value": value, "unit": "1", "source": "assumption"} for name, value in
             (("leaning", 0.4), ("mediates", 0.8), ("settles", 0.02))}  # fmt: skip
    return changed(UNTIED, {
        "packages": 100, "mediation": mediation(0.5, 0.5), "countries.us.conduct.divide": 0.3,
        "allies": {key: allies[key] | share | {"deal": terms} for key, terms in DEALS.items()},
        "measures.ca_energy.levels": [{"name": "none", "rate": 0}], "summit.chance": 0.2,
        "countries.us.clock.latest": 18,
    })  # fmt: skip


@pytest.mark.slow
def test_allies_with_deals_are_played_as_told():
    differences, by_chance, told = compare(build_game(scenario()), 30)
    assert not differences
    assert len(by_chance) <= 8
    stances = {fact for world in told for name, fact in final_facts(world).items() if name.startswith("ally_")}
    assert {"separate deal", "mediation"} <= stances
    assert any(world.joint_peak for world in told)
