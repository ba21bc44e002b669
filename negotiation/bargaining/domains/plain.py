"""Reads and writes a domain as plain TOML.

    name = "Laptop"
    [issues]
    Harddisk = ["60 Gb", "80 Gb"]
    [profiles.buyer]
    reservation = 0.1
    discount = 0.9
    weights = { Harddisk = 1.0 }
    evaluations.Harddisk = { "60 Gb" = 3, "80 Gb" = 2 }
    [scales]
    Harddisk = [0.0, 1.0]

`reservation`, `discount` and `scales` may be left out.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from negotiation.bargaining.domains.domain import Domain, DomainError, Issue, Profile, located

Table = Mapping[str, object]


def read_plain(file: Path) -> Domain:
    """The domain in a TOML file. Raises DomainError naming file and key."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DomainError(f"{file}: not TOML: {error}") from None
    with located(str(file)):
        _check_keys(content, ("name", "issues", "profiles"), ("scales",))
        scales = _table(content.get("scales", {}), "scales")
        named = _table(content["issues"], "issues")
        _check_names(scales, named, "scales")
        issues = tuple(_issue(key, options, scales.get(key, [])) for key, options in named.items())
        profiles = _table(content["profiles"], "profiles")
        sides = tuple(_profile(key, _table(side, f"profiles.{key}"), issues) for key, side in profiles.items())
        return Domain(_text(content["name"], "name"), issues, sides)


def write_plain(domain: Domain, file: Path) -> None:
    """Write the domain; reading the file gives the same."""
    file.write_text("\n".join(_lines(domain)) + "\n", encoding="utf-8")


def _issue(key: str, options: object, scale: object) -> Issue:
    with located(f"issues.{key}"):
        names = tuple(_text(option, "an option") for option in _list(options))
        return Issue(key, names, tuple(_number(place, "a place on the scale") for place in _list(scale)))


def _profile(key: str, side: Table, issues: tuple[Issue, ...]) -> Profile:
    with located(f"profiles.{key}"):
        _check_keys(side, ("weights", "evaluations"), ("reservation", "discount"))
        weights, evaluations = _table(side["weights"], "weights"), _table(side["evaluations"], "evaluations")
        names = [issue.name for issue in issues]
        _check_complete(weights, names, "weights")
        _check_complete(evaluations, names, "evaluations")
        return Profile(
            key,
            tuple(_number(weights[name], f"weights.{name}") for name in names),
            tuple(_row(evaluations[issue.name], issue) for issue in issues),
            _optional(side, "reservation"),
            _optional(side, "discount"),
        )


def _row(stated: object, issue: Issue) -> tuple[float, ...]:
    place = f"evaluations.{issue.name}"
    row = _table(stated, place)
    _check_complete(row, issue.options, place)
    return tuple(_number(row[option], f"{place}.{option}") for option in issue.options)


def _lines(domain: Domain) -> Iterator[str]:
    yield f"name = {_quoted(domain.name)}"
    yield from ("", "[issues]")
    for issue in domain.issues:
        yield f"{_quoted(issue.name)} = [{', '.join(map(_quoted, issue.options))}]"
    for profile in domain.profiles:
        yield from ("", f"[profiles.{_quoted(profile.name)}]")
        for key, stated in (("reservation", profile.reservation), ("discount", profile.discount)):
            if stated is not None:
                yield f"{key} = {stated!r}"
        yield f"weights = {_inline((issue.name for issue in domain.issues), profile.weights)}"
        for issue, row in zip(domain.issues, profile.evaluations, strict=True):
            yield f"evaluations.{_quoted(issue.name)} = {_inline(issue.options, row)}"
    scaled = [issue for issue in domain.issues if issue.scale]
    if scaled:
        yield from ("", "[scales]")
        yield from (f"{_quoted(issue.name)} = {list(issue.scale)}" for issue in scaled)


def _inline(keys: Iterable[str], numbers: Iterable[float]) -> str:
    pairs = (f"{_quoted(key)} = {number!r}" for key, number in zip(keys, numbers, strict=True))
    return "{ " + ", ".join(pairs) + " }"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _check_keys(table: Table, needed: tuple[str, ...], optional: tuple[str, ...]) -> None:
    _check_names(table, (*needed, *optional), "keys")
    _check_stated(table, needed, "keys")


def _check_complete(table: Table, names: Iterable[str], place: str) -> None:
    names = list(names)
    _check_names(table, names, place)
    _check_stated(table, names, place)


def _check_stated(table: Table, names: Iterable[str], place: str) -> None:
    for name in names:
        if name not in table:
            raise DomainError(f"{place}: '{name}' must be stated; got nothing")


def _check_names(table: Table, known: Iterable[str], place: str) -> None:
    names = list(known)
    for key in table:
        if key not in names:
            near = get_close_matches(key, names, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(names)}"
            raise DomainError(f"{place}: unknown '{key}'; {hint}")


def _table(stated: object, place: str) -> Table:
    if not isinstance(stated, dict):
        raise DomainError(f"{place}: must be a table; got {stated!r}")
    return stated


def _list(stated: object) -> list[object]:
    if not isinstance(stated, list):
        raise DomainError(f"must be a list; got {stated!r}")
    return stated


def _text(stated: object, place: str) -> str:
    if not isinstance(stated, str):
        raise DomainError(f"{place}: must be text; got {stated!r}")
    return stated


def _number(stated: object, place: str) -> float:
    if isinstance(stated, bool) or not isinstance(stated, int | float):
        raise DomainError(f"{place}: must be a number; got {stated!r}")
    return float(stated)


def _optional(side: Table, key: str) -> float | None:
    return _number(side[key], key) if key in side else None
