"""The engine against the referee where a script moves first: threats answered early, put off, several turns a week."""

import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import Script, read_scenario
from tests.test_referee import CA, SMALL, UNTIED, US, compare

GENERAL = {"who": "us", "measure": "us_general"}
METALS = {"who": "us", "measure": "us_metals"}
AUTOS = {"who": "us", "measure": "us_autos"}
CONSUMER = {"who": "ca", "measure": "ca_consumer"}
SCRIPT = [
    {"week": 2, "acts": [{"act": "threaten", **GENERAL, "level": 3, "weeks": 6, "issue": "border", "option": "strict"},
                         {"act": "impose", **CONSUMER, "level": 1}]},
    {"week": 3, "acts": [{"act": "threaten", **AUTOS, "level": 1, "weeks": 9}]},
    {"week": 4, "acts": [{"act": "postpone", **GENERAL, "weeks": 3}, {"act": "concede", "who": "ca", "issue": "dairy",
                                                                       "option": "slice"}]},
    {"week": 5, "acts": [{"act": "threaten", **METALS, "level": 2, "weeks": 4}, {"act": "lift", **CONSUMER}]},
    {"week": 7, "acts": [{"act": "drop", **METALS}, {"act": "impose", **METALS, "level": 1},
                         {"act": "raise", **METALS, "level": 2}, {"act": "impose", **CONSUMER, "level": 1}]},
    {"week": 8, "acts": [{"act": "carry out", **AUTOS}, {"act": "impose", **GENERAL, "level": 1},
                         {"act": "lift", **METALS}, {"act": "impose", **METALS, "level": 1}]},
]  # fmt: skip
VARIANTS = {
    "alone": {f"{side}.{kind}": name for side in (US, CA) for kind, name in (("doctrine", "none"),)},
    "before brinkmanship and proportion": {},
    "before grim": {f"{CA}.doctrine": "grim"},
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_script_is_played_as_told(variant):
    scenario = Script(SCRIPT).on(read_scenario(UNTIED, SMALL | VARIANTS[variant]))
    differences, by_chance, told = compare(build_game(scenario), 3)
    assert not differences
    assert len(by_chance) < 2
    assert all(world.threats_ended[world.given.scenario.sides.index("us")][4] for world in told), "dropped early"
