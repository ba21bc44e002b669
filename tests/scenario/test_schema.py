"""What a scenario says of itself: its fingerprint, its numbers, its sides."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from negotiation.scenario import ScenarioError, read_scenario, validated
from negotiation.scenario.shipped import shipped
from negotiation.strategies import strategy_of
from tests.scenario.conftest import BASE

NAMES = [entry[0] for entry in shipped()]


def numbers_in(table: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The paths of all tables that have a value and a source, told from the plain table."""
    if isinstance(table, dict):
        if {"value", "source"} <= table.keys():
            yield ".".join(path)
        for key, inner in table.items():
            yield from numbers_in(inner, (*path, str(key)))


def with_two_types():
    """The teaching case with a United States that may be one of two kinds."""
    kinds = ", ".join(f'{name} = {{ name = "{name}", probability = 0.5, source = "s" }}' for name in ("mild", "hard"))
    return read_scenario(BASE, {"countries.us.types": f"{{ {kinds} }}"})


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_listed_once_with_its_source(name):
    scenario = read_scenario(name)
    paths = [path for path, _ in scenario.quantities()]
    assert sorted(paths) == sorted(numbers_in(scenario.model_dump()))
    assert len(set(paths)) == len(paths)
    assert all(quantity.source for _, quantity in scenario.quantities())


def test_a_guess_says_it_is_one():
    quantities = dict(read_scenario(BASE).quantities())
    assert quantities["economy.discount"].assumed
    assert not quantities["countries.us.per_usd"].assumed  # by definition


def test_the_fingerprint_is_the_same_in_another_process_and_for_the_same_content():
    code = f"from negotiation.scenario import read_scenario; print(read_scenario({str(BASE)!r}).content_hash())"
    elsewhere = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert read_scenario(BASE).content_hash() == elsewhere


@pytest.mark.parametrize(
    ("path", "value"),
    [("weeks", "29"), ("economy.discount", "4.0000001"), ("title", "another"), ("countries.ca.known", "false")],
)
def test_the_fingerprint_sees_every_change(path, value):
    assert read_scenario(BASE, {path: value}).content_hash() != read_scenario(BASE).content_hash()


def test_the_order_in_which_countries_are_told_changes_neither_sides_nor_fingerprint():
    table = read_scenario(BASE).model_dump(mode="python")
    table["countries"] = dict(reversed(table["countries"].items()))
    turned, straight = validated(table, "turned"), read_scenario(BASE)
    assert list(turned.countries) != list(straight.countries)
    assert turned.sides == straight.sides == ("ca", "us")
    assert turned.content_hash() == straight.content_hash()


@pytest.mark.parametrize(
    "way", [("issues", "border", "options"), ("issues",), ("measures",), ("countries", "us", "types"), ("bases",)]
)
def test_the_fingerprint_sees_an_order_that_means_something(way):
    straight, turned = (with_two_types().model_dump(mode="python") for _ in range(2))
    place = turned
    for key in way[:-1]:
        place = place[key]
    place[way[-1]] = dict(reversed(place[way[-1]].items()))
    assert validated(turned, "turned").content_hash() != validated(straight, "straight").content_hash()


@pytest.mark.parametrize(
    ("kind", "name", "line"),
    [
        ("tactic", "bolware", "countries.us.strategy.tactic: unknown tactic 'bolware'; did you mean 'boulware'?"),
        ("doctrine", "grimm", "countries.us.strategy.doctrine: unknown doctrine 'grimm'; did you mean 'grim'?"),
    ],
)
def test_an_unknown_strategy_is_told_the_nearest_one(kind, name, line):
    scenario = read_scenario(BASE, {f"countries.us.strategy.{kind}": name})
    with pytest.raises(ScenarioError) as error:
        strategy_of(scenario, "us")
    assert error.value.faults == (f"teaching-first-numbers: {line}",)


def test_a_scenario_is_frozen():
    with pytest.raises(ValueError, match="frozen"):
        read_scenario(BASE).weeks = 3
