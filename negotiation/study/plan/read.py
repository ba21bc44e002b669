"""Reading a study: TOML, and one line for every fault."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from negotiation.scenario import ScenarioError
from negotiation.scenario.errors import unknown
from negotiation.scenario.sentences import sentences
from negotiation.scenario.shipped import folder
from negotiation.study.errors import StudyError
from negotiation.study.plan.points import check_paths
from negotiation.study.plan.study import Study


def read_study(name_or_path: str | Path) -> Study:
    """The study in a file, or the shipped one of that name. Raises ScenarioError or StudyError, one line per fault."""
    path = _path(str(name_or_path))
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        shipped_one = path.parent == folder() / "studies"
        raise StudyError(_unshipped(path) if shipped_one else f"{path}: {_absent(path)}") from None
    except OSError as error:
        raise StudyError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise StudyError(f"{path.name}: must be UTF-8 text, got a bad byte at {error.start}") from None
    except tomllib.TOMLDecodeError as error:
        raise StudyError(f"{path.name}: not valid TOML: {error}") from None
    named = table.get("scenario")
    beside = path.parent / named if isinstance(named, str) and named.endswith(".toml") else None
    if beside is not None and beside.is_file():
        table["scenario"] = str(beside)
    return stated(table, path.name)


def stated(table: Mapping[str, Any], file: str) -> Study:
    """A study from its plain table. Raises ScenarioError, one line per fault; file names it in the messages."""
    try:
        study = Study.model_validate(dict(table))
    except ValidationError as error:
        raise ScenarioError(f"{file}: {line.removeprefix(': ')}" for line in sentences(error.errors(), Study)) from None
    check_paths(study)
    return study


def with_worlds(study: Study, worlds: int | None) -> Study:
    """The study with so many worlds a point, or as it is. Raises ScenarioError."""
    if worlds is None:
        return study
    return stated({**study.model_dump(by_alias=True, exclude_unset=True), "worlds": worlds}, study.name)


def _path(name: str) -> Path:
    """Where the study is: a file the user names, or a shipped one."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return Path(name)
    return folder() / "studies" / f"{name}.toml"


def _unshipped(path: Path) -> str:
    """What is not among the shipped studies, with the nearest that is."""
    return unknown("study", path.stem, sorted(entry.stem for entry in path.parent.glob("*.toml")))


def _absent(path: Path) -> str:
    """What is not there, with the nearest that is."""
    beside = sorted(entry.name for entry in path.parent.glob("*.toml")) if path.parent.is_dir() else []
    return unknown("file", path.name, beside) if beside else "no such file"
