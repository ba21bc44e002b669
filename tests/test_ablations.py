"""Ablations: every one names entries there are, and taking nothing away changes nothing."""

import pytest

from experiments.ablations import CASES, ablations
from negotiation.scenario import read_scenario
from negotiation.scenario.neutral import Setting, concerns, neutralised
from negotiation.scenario.schema import Scenario

BRIEFING = read_scenario("us-canada-briefing")


def known(part, way):
    """Whether a path leads to something a scenario may have: an entry of the briefing, or a field of the schema."""
    if not way:
        return True
    first, *others = way
    table = part if isinstance(part, dict) else {name: getattr(part, name) for name in type(part).model_fields}
    inner = list(table.values()) if first == "*" else [table[first]] if first in table else []
    return bool(inner) and any(not others or entry is None or known(entry, others) for entry in inner)


@pytest.mark.parametrize("ablation", ablations(), ids=lambda each: each.mechanism)
def test_every_setting_names_an_entry_there_may_be(ablation):
    assert isinstance(BRIEFING, Scenario)
    assert [setting.path for setting in ablation.settings if not known(BRIEFING, setting.path.split("."))] == []
    for case in CASES:
        neutralised(read_scenario(case), ablation.settings)  # and fits the schema


def test_a_misspelt_entry_would_be_seen():
    assert not known(BRIEFING, ["countries", "*", "conduct", "nerves"])


def test_a_mechanism_the_scenario_does_not_have_is_left_out():
    assert not concerns(BRIEFING, [Setting("economy.fear", None)]) or BRIEFING.economy.fear is not None
    assert concerns(BRIEFING, [Setting("news.stress_jump", 0.0)])
