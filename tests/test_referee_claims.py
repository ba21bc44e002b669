"""The engine against the referee where more of the trade is claimed to be exempt in time."""

import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario
from tests.test_referee import CA, SMALL, UNTIED, compare
from tests.test_referee_law import COURTS

STAGED = """[{ name = "none", rate = 0 },
    { name = "10 %", rate = 10, exempt = "usmca 2024", grows = ["usmca 2025_07"] },
    { name = "25 %", rate = 25, exempt = "usmca 2024", grows = ["usmca 2025_07"] },
    { name = "25 % on all", rate = 25 }]"""
CLAIMS = "[{ value = 130, unit = 'percent-weeks', source = 'assumption: a test' }]"
VARIANT = SMALL | COURTS | {
    "measures.us_general.levels": STAGED.replace("\n", " "), "measures.us_general.claims": CLAIMS,
    "start.levels": "{ us_general = 2, us_metals = 1 }", "measures.ca_energy.levels": '[{ name = "none", rate = 0 }]',
    f"{CA}.pace": "0.6",
}  # fmt: skip


@pytest.mark.slow
def test_claims_grow_as_told():
    differences, by_chance, told = compare(build_game(read_scenario(UNTIED, VARIANT)), 24)
    assert not differences
    assert len(by_chance) <= 8
    assert any(world.stage[0] for world in told)
