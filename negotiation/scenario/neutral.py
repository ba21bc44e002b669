"""Entries of a scenario set to neutral, by path; what a scenario does not have is left alone."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from negotiation.scenario.ranges import restated
from negotiation.scenario.read import validated
from negotiation.scenario.schema import Scenario

EVERY = "*"


class Setting(NamedTuple):
    """An entry and its neutral value. path: as for --set, `*` for every key on the way.

    A number set on a quantity becomes its value, None takes it away. Where a path leads through a section or a key that
    the scenario does not have, nothing is set: optional mechanisms can be named whether or not a scenario has them.
    """

    path: str
    value: Any


def neutralised(scenario: Scenario, settings: Iterable[Setting]) -> Scenario:
    """The scenario with the settings made, in order, and checked again. Raises ScenarioError if one does not fit."""
    table = scenario.model_dump(mode="python")
    for setting in settings:
        _put(table, setting.path.split("."), setting.value)
    return validated(table, scenario.name)


def concerns(scenario: Scenario, settings: Iterable[Setting]) -> bool:
    """Whether the scenario has anything that the settings would change."""
    return neutralised(scenario, settings).content_hash() != scenario.content_hash()


def _put(table: dict[str, Any], way: list[str], value: Any) -> None:
    """Set every entry that the way leads to, in place."""
    *sections, last = way
    for section in _reached(table, sections):
        for key in list(section) if last == EVERY else [last] if last in section else []:
            section[key] = _restated(section[key], value)


def _reached(table: dict[str, Any], way: list[str]) -> Iterator[dict[str, Any]]:
    """The tables at the end of a way."""
    if not way:
        yield table
        return
    first, *others = way
    for key in list(table) if first == EVERY else [first]:
        beneath = table.get(key)
        if isinstance(beneath, dict):
            yield from _reached(beneath, others)


def _restated(old: Any, value: Any) -> Any:
    """The new entry; a quantity keeps its unit and says what it was."""
    if isinstance(old, dict) and "unit" in old and value is not None and not isinstance(value, dict):
        return restated(old, value, f"assumption: switched off; was {old['value']}")
    return value
