"""Reading a scenario: TOML, what it extends, what the user sets, and one line for every fault."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from negotiation.scenario.changes import changed
from negotiation.scenario.checks import faults
from negotiation.scenario.errors import ScenarioError, unknown
from negotiation.scenario.lines import with_lines
from negotiation.scenario.ranges import outdated
from negotiation.scenario.schema import Scenario
from negotiation.scenario.sentences import sentences
from negotiation.scenario.shipped import folder, shipped_path


def read_scenario(name_or_path: str | Path, changes: Mapping[str, Any] | None = None) -> Scenario:
    """The scenario in a file, or the shipped one of that name; changes: path -> value; text is read as TOML.

    Raises ScenarioError with one line per fault.
    """
    path = _path(str(name_or_path))
    table = changed(_merged(path, str(path), ()), changes or {}, path.name)
    try:
        return validated(table, path.name)
    except ScenarioError as error:
        raise ScenarioError(with_lines(error.faults, path)) from None


def validated(table: Mapping[str, Any], file: str) -> Scenario:
    """A scenario from its plain table. Raises ScenarioError; file names it in the messages."""
    try:
        scenario = Scenario.model_validate(dict(table))
    except ValidationError as error:
        raise ScenarioError(f"{file}: {line}" for line in sentences(error.errors())) from None
    found = [f"{file}: {fault}" for fault in faults(scenario)]
    if found:
        raise ScenarioError(found)
    return scenario


def _path(name: str) -> Path:
    """Where the scenario is: a file the user names, or a shipped one."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return Path(name)
    return shipped_path(name)


def _merged(path: Path, asked_by: str, seen: tuple[Path, ...]) -> dict[str, Any]:
    """The file's table over the one it extends; asked_by: what is told first if it is not there."""
    table = _table(path, asked_by)
    base = table.pop("extends", None)
    if base is None:
        return table
    if not isinstance(base, str):
        raise ScenarioError(f"{path.name}: extends: must name a file, got {base!r}")
    beneath = _beneath(path, base)
    if beneath in seen or beneath == path.resolve():
        raise ScenarioError(f"{path.name}: extends: '{base}' extends itself in a circle")
    return _over(_merged(beneath, f"{path.name}: extends", (*seen, path.resolve())), table)


def _beneath(path: Path, base: str) -> Path:
    """The file that one extends: beside it, or else the shipped one of that name."""
    beside, among = (path.parent / base).resolve(), folder() / base
    return among.resolve() if not beside.exists() and Path(base).name == base and among.is_file() else beside


def _table(path: Path, asked_by: str) -> dict[str, Any]:
    """The TOML table in a file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ScenarioError(f"{asked_by}: {_absent(path)}") from None
    except OSError as error:
        raise ScenarioError(f"{asked_by}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ScenarioError(f"{path.name}: must be UTF-8 text, got a bad byte at {error.start}") from None
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"{path.name}: not valid TOML: {error}") from None


def _absent(path: Path) -> str:
    """What is not there: the folder, or the file in it, with the nearest that is."""
    if not path.parent.is_dir():
        return f"no folder '{path.parent}'"
    beside = sorted(entry.name for entry in path.parent.glob("*.toml"))
    return unknown("file", path.name, beside) if beside else f"no file '{path.name}', nor any other scenario beside it"


def _over(base: dict[str, Any], variant: Mapping[str, Any]) -> dict[str, Any]:
    """The base with the variant's entries laid over it, table by table; `false` in the place of a
    table, a list or a text takes it away. Another value of a number takes the range of the old one away.
    """
    merged = {key: each for key, each in base.items() if key not in outdated(variant)}
    for key, value in variant.items():
        beneath = merged.get(key)
        if value is False and isinstance(beneath, dict | list | str):
            del merged[key]
            continue
        both_tables = isinstance(beneath, dict) and isinstance(value, dict)
        merged[key] = _over(beneath, value) if both_tables else value  # type: ignore[arg-type]  # checked just above
    return merged
