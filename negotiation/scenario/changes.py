"""`--set PATH=VALUE`, and what a study changes: entries of a scenario set to something else."""

import tomllib
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from negotiation.scenario.errors import ScenarioError, unknown
from negotiation.scenario.parts import may_be_left_out
from negotiation.scenario.ranges import outdated, restated

NAMED_BY = {"start.levels": "measure", "start.settled": "issue"}


def changed(
    table: Mapping[str, Any], changes: Mapping[str, Any], file: str, said_by: str = "--set "
) -> dict[str, Any]:
    """The table with every change made. A number set on a quantity replaces its value; its source names the change.

    changes: path -> value; text is read as TOML. said_by: what stands before a path in a message.
    """
    result = deepcopy(dict(table))
    for path, value in changes.items():
        _change(result, path, _value(value) if isinstance(value, str) else value, f"{file}: {said_by}{path}")
    return result


def _value(text: str) -> Any:
    """What the text means as TOML; anything else is a word."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _change(table: dict[str, Any], path: str, value: Any, asked: str) -> None:
    """Set one path, in place."""
    *way, last = path.split(".")
    kind, names = _names_for(table, way)
    here: Any = table
    for key in way:
        here = _inside(here, key, asked)
    if not isinstance(here, dict):
        raise ScenarioError(f"{asked}: nothing lies below it")
    if last == "value" and _is_quantity(here):
        here.update(_restated(here, value))
    elif _is_quantity(here.get(last)) and not isinstance(value, dict):
        here[last] = _restated(here[last], value)
    elif last not in here and last not in names and not may_be_left_out(way, last):
        raise ScenarioError(f"{asked}: {unknown(kind, last, names or here)}")
    else:
        here[last] = value
        for gone in outdated([last]) & here.keys():
            del here[gone]


def _is_quantity(entry: Any) -> bool:
    """Whether it is a number with its source, and not an option with its value to each country."""
    return isinstance(entry, dict) and not isinstance(entry.get("value", {}), dict)


def _restated(quantity: Mapping[str, Any], value: Any) -> dict[str, Any]:
    """The quantity with another value, whose source names the change; its range was the old value's."""
    return restated(quantity, value, f"set by the user; was {quantity['value']}")


def _names_for(table: dict[str, Any], way: list[str]) -> tuple[str, Iterable[str]]:
    """What keys are called in the table at the end of the way, and those it may have without the file listing them.

    The start's levels and settled issues, which a file may leave out altogether, are made if they are not there.
    """
    kind = NAMED_BY.get(".".join(way))
    if kind is None or not isinstance(table.get("start"), dict):
        return "key", ()
    table["start"].setdefault(way[1], {})
    names = table.get(f"{kind}s")
    return kind, names if isinstance(names, dict) else ()


def _inside(here: Any, key: str, asked: str) -> Any:
    """The next table on the way; measure levels are counted from 0."""
    if isinstance(here, list) and key.isdigit() and int(key) < len(here):
        return here[int(key)]
    if not isinstance(here, dict) or key not in here:
        known = here if isinstance(here, dict) else ()
        raise ScenarioError(f"{asked}: {unknown('key', key, known)}")
    return here[key]
