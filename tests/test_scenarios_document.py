"""The variant shown in docs/scenarios.md is read, and says what it changes."""

import re
from pathlib import Path

from negotiation.scenario import read_scenario
from negotiation.scenario.shipped import folder

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "scenarios.md"


def test_the_example_is_a_scenario(tmp_path):
    text, *_ = re.findall(r"```toml\n(.+?)```", DOCUMENT.read_text(encoding="utf-8"), flags=re.DOTALL)
    beneath = (folder() / "us-canada-briefing.toml").read_text(encoding="utf-8")
    (tmp_path / "us-canada-briefing.toml").write_text(beneath, encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    scenario = read_scenario(tmp_path / "mine.toml")
    assert scenario.countries["ca"].clock.earliest == 40
    assert len(scenario.measures["ca_energy"].levels) == 1


def test_an_entry_of_a_list_can_be_set():
    scenario = read_scenario("us-canada-briefing", {"measures.us_general.levels.3.rate": "30"})
    assert scenario.measures["us_general"].levels[3].rate == 30.0
