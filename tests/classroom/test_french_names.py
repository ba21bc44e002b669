"""French names: whatever a scenario calls by an English name has a French one; stories told in French have no other."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from negotiation.classroom import simulations
from negotiation.classroom.lessons.plan import LESSONS, lesson_file, plan_of
from negotiation.classroom.words import words_of
from negotiation.scenario import Scenario, read_scenario
from negotiation.scenario.moves import event_names
from negotiation.scenario.shipped import of_lessons, shipped

FRENCH = "fr-CA"
SAME = frozenset({"Canada", "Alberta", "Ontario", "Washington", "Ottawa"})  # called so in both languages
WORDS = re.compile(r"[A-Za-z]{4,}")  # a name without a word as long as this looks alike in both
SCENARIOS = tuple(name for name, _, _ in shipped()) + tuple(of_lessons())


def english_names(scenario: Scenario) -> set[str]:
    """Every name of a scenario that pages show and that is another in French."""
    return {name for name in _names(scenario) if WORDS.search(name) and name not in SAME}


def _names(scenario: Scenario) -> Iterator[str]:
    """Every name that pages show."""
    yield from (scenario.title, scenario.description, *event_names(scenario.moves))
    for country in scenario.countries.values():
        yield from (country.name, country.ratification.institution)
        yield from (each.name for each in country.institutions.values())
        yield from (each.name for each in country.types.values() if len(country.types) > 1)
        yield from (each.words for each in country.commitments.values())
    for measure in scenario.measures.values():
        yield from (measure.name, *(level.name for level in measure.levels))
    for issue in scenario.issues.values():
        yield from (issue.name, *(option.name for option in issue.options.values()))
    for named in (scenario.bases, scenario.limited, scenario.allies, scenario.provinces, scenario.constituencies):
        each: Any
        for each in named.values():
            yield each.name


def left_in_english(text: str, names: set[str]) -> set[str]:
    """The names that a text has as whole words; one that French writes alike, as `limited` in none, is no English."""
    french = words_of(FRENCH)
    return {
        name for name in names
        if french.name(name).lower() != name.lower() and re.search(rf"(?<![\w’-]){re.escape(name)}(?![\w’-])", text)
    }  # fmt: skip


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_name_of_a_shipped_scenario_has_a_french_one(name):
    assert english_names(read_scenario(name)) - set(words_of(FRENCH).names) == set()


def test_the_names_that_lessons_vary_have_french_ones():
    for number in LESSONS:
        plan = plan_of(number)
        for file in {lesson_file(case) for dial in plan.dials for case in dial.cases if case}:
            assert english_names(read_scenario(file)) - set(words_of(FRENCH).names) - {
                *(read_scenario(file).title, read_scenario(file).description)
            } == set()


def test_names_agree_with_what_they_belong_to_and_belong_to_something():
    """`none` is aucun for a tariff and aucune for a tax; every `thing: option` is one of some scenario."""
    french = words_of(FRENCH)
    assert french.within("tariff on energy", "none") == "aucun"
    assert french.within("export tax on energy", "none") == "aucune"
    pairs = {
        f"{thing.name}: {part.name}"
        for name in SCENARIOS
        for scenario in [read_scenario(name)]
        for thing, parts in [
            *((issue, issue.options.values()) for issue in scenario.issues.values()),
            *((measure, measure.levels) for measure in scenario.measures.values()),
        ]
        for part in parts
    }
    titles = {words for name in SCENARIOS for words in (read_scenario(name).title, read_scenario(name).description)}
    assert {key for key in french.names if ": " in key} - pairs - titles == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["us-canada-briefing", "us-canada-record-moves", "us-canada-record", "us-china-2018"])
def test_a_story_told_in_french_has_no_english_name(name):
    scenario = read_scenario(name)
    names, french = english_names(scenario), words_of(FRENCH)
    for world in range(4):
        told = simulations.story({"scenario": name, "changes": {}, "seed": 1, "world": world, "lang": FRENCH})
        spoken = [part for move in told["moves"] for part in (move["sentence"], move["brief"])]
        text = "\n".join([*spoken, *told["countries"].values()])
        assert len(spoken) > 20
        assert left_in_english(text, names) == set()
        assert not re.search(r"[^\s\u202f/]:(?=\s|$)| [:;!?%»]|[^\s\u202f][;?!]", text), text
    assert french.name(scenario.title) != scenario.title
    many = {"scenario": name, "changes": {}, "seed": 1, "worlds": 10, "lang": FRENCH}
    assert left_in_english(json.dumps(simulations.distribution(many), ensure_ascii=False), names) == set()
