"""Each friction taken away changes its own entries, whatever a scenario has, and nothing else."""

import pytest

from negotiation.scenario import ScenarioError, read_scenario
from negotiation.scenario.frictions import FRICTIONS, without
from negotiation.scenario.neutral import Setting, concerns, neutralised

BRIEFING = read_scenario("us-canada-briefing")


def entries(part, path=""):
    """Every entry of a plain table by its path."""
    if not isinstance(part, dict) or "unit" in part:
        return {path: part}
    return {key: entry for name, inner in part.items() for key, entry in entries(inner, f"{path}.{name}").items()}


def changed_paths(one, other):
    before, after = (entries(scenario.model_dump(mode="python")) for scenario in (one, other))
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def under(path, settings):
    """Whether a setting leads to a path, or to what lies above it."""
    ways = [setting.path.split(".") for setting in settings]
    names = path.split(".")[1:]
    return any(all(a in ("*", b) for a, b in zip(way, names, strict=False)) for way in ways)


@pytest.mark.parametrize("friction", FRICTIONS, ids=lambda friction: friction.key)
def test_taking_a_friction_away_changes_its_own_entries_alone(friction):
    paths = changed_paths(BRIEFING, friction.off(BRIEFING))
    assert paths
    assert [path for path in paths if not under(path, friction.settings)] == []


@pytest.mark.parametrize(
    ("key", "path", "value"),
    [
        ("information", "known", True),
        ("commitment", "commitments", {}),
        ("institutions", "ratification.threshold.value", 0.0),
        ("audience", "audience.dropped_threat.value", 0.0),
        ("clocks", "clock", None),
        ("tactics", "strategy.tactic", "principled"),
    ],
)
def test_both_countries_lose_the_friction(key, path, value):
    for country in without(BRIEFING, [key]).countries.values():
        found = country
        for name in path.split("."):
            found = getattr(found, name)
        assert found == value


def test_what_a_scenario_does_not_have_is_left_alone():
    nowhere = (Setting("countries.*.senate.threshold", 0.0), Setting("allies.france.rate", 0.0), Setting("moon", 1))
    assert neutralised(BRIEFING, nowhere).content_hash() == BRIEFING.content_hash()
    assert not concerns(BRIEFING, nowhere)


def test_a_number_switched_off_says_what_it_was():
    quantity = without(BRIEFING, ["institutions"]).countries["us"].ratification.threshold
    assert (quantity.value, quantity.unit) == (0.0, "share of influence")
    assert quantity.source.endswith("was 0.47")


def test_a_setting_that_does_not_fit_is_refused():
    with pytest.raises(ScenarioError, match=r"countries\.ca\.clock"):
        neutralised(BRIEFING, [Setting("countries.*.clock", "never")])


def test_an_unknown_friction_is_named_with_the_nearest():
    with pytest.raises(ScenarioError, match="unknown friction 'clock'; did you mean 'clocks'"):
        without(BRIEFING, ["clock"])
