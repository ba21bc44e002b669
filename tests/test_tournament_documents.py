"""What docs/tournament.md and docs/uncertainty.md show is there."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"


@pytest.mark.parametrize("name", ["tournament.md", "uncertainty.md"])
def test_links_and_pictures_lead_somewhere(name):
    links = re.findall(r"\]\(([^)#]+)\)", (DOCS / name).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []


def test_the_families_named_are_in_some_scenario():
    # A family that no shipped scenario has is a misspelt path.
    from fnmatch import fnmatchcase

    from negotiation.scenario import read_scenario
    from negotiation.scenario.priors import FAMILIES

    cases = ("us-canada-briefing", "us-canada-record")
    paths = [path for case in cases for path, _ in read_scenario(case).quantities()]
    paths += ["countries.us.clock.latest"]
    assert [family for family in FAMILIES if not any(fnmatchcase(path, family) for path in paths)] == []
