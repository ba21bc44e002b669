"""Reads a GENIUS domain: a folder with a domain (`negotiation_template`) and its profiles (`utility_space`), in XML.

Profiles stand in the order of their file names. Issues and options are matched by index and value, as GENIUS does.
Source: Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker (2014), Genius.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, parse

from negotiation.bargaining.domains.domain import Domain, DomainError, Issue, Profile, located

TEMPLATE, SPACE = "negotiation_template", "utility_space"


def read_genius(path: Path) -> Domain:
    """The domain in a folder, or of a domain file with the profiles beside it. Raises DomainError."""
    folder = path if path.is_dir() else path.parent
    roots = {file: _root(file) for file in sorted(folder.glob("*.xml"))}
    domain_file = path if path.is_file() else _only_template(folder, roots)
    if domain_file not in roots or roots[domain_file].tag != TEMPLATE:
        raise DomainError(f"{domain_file}: <{TEMPLATE}>: the root of a GENIUS domain; got another")
    profile_files = [file for file, root in roots.items() if root.tag == SPACE]
    if len(profile_files) < 2:
        raise DomainError(f"{folder}: <{SPACE}>: a domain needs two profiles beside it; got {len(profile_files)}")
    issues = _issues(domain_file, roots[domain_file])
    profiles = tuple(_profile(file, roots[file], issues) for file in profile_files)
    issues = _with_scales(issues, [(file, roots[file]) for file in (domain_file, *profile_files)])
    with located(str(domain_file)):
        return Domain(folder.name, issues, profiles)


def _root(file: Path) -> Element:
    try:
        return parse(file).getroot()
    except ParseError as error:
        raise DomainError(f"{file}: not XML: {error}") from None


def _only_template(folder: Path, roots: dict[Path, Element]) -> Path:
    templates = [file for file, root in roots.items() if root.tag == TEMPLATE]
    if len(templates) != 1:
        raise DomainError(f"{folder}: <{TEMPLATE}>: a folder holds one domain file; got {len(templates)}")
    return templates[0]


def _issues(file: Path, root: Element) -> tuple[Issue, ...]:
    issues = []
    for element in _issue_elements(file, root):
        options = tuple(_attribute(file, item, "value") for item in _items(file, element))
        name = _attribute(file, element, "name")
        with located(f"{file}: {_place(element)}"):
            issues.append(Issue(name, options))
    return tuple(issues)


def _profile(file: Path, root: Element, issues: Sequence[Issue]) -> Profile:
    elements = _issue_elements(file, root)
    if len(elements) != len(issues):
        raise DomainError(f"{file}: <issue>: {len(issues)} issues, as in the domain; got {len(elements)}")
    weights = _weights(file, root, elements)
    rows = tuple(_evaluations(file, element, issue) for element, issue in zip(elements, issues, strict=True))
    reservation, discount = _stated(file, root, "reservation"), _stated(file, root, "discount_factor")
    with located(str(file)):
        return Profile(file.name, weights, rows, reservation, discount)


def _issue_elements(file: Path, root: Element) -> list[Element]:
    """The issues by index, all of them discrete."""
    elements = list(root.iter("issue"))
    if not elements:
        raise DomainError(f"{file}: <issue>: at least one; got none")
    for element in elements:
        kind = element.get("vtype") or element.get("type") or "discrete"
        if kind != "discrete":
            raise DomainError(f"{file}: {_place(element)}: only discrete issues are read; got '{kind}'")
    return sorted(elements, key=lambda element: _number(file, element, "index"))


def _items(file: Path, issue: Element) -> list[Element]:
    """The options by index; items of similarity functions are deeper and not meant."""
    items = issue.findall("item")
    if not items:
        raise DomainError(f"{file}: {_place(issue)}: at least one <item>; got none")
    return sorted(items, key=lambda item: _number(file, item, "index"))


def _weights(file: Path, root: Element, issues: Sequence[Element]) -> tuple[float, ...]:
    by_index = {_number(file, one, "index"): _number(file, one, "value") for one in root.iter("weight")}
    weights = []
    for issue in issues:
        index = _number(file, issue, "index")
        if index not in by_index:
            raise DomainError(f"{file}: <weight index='{index:g}'>: every issue has a weight; got none")
        weights.append(by_index[index])
    return tuple(weights)


def _evaluations(file: Path, element: Element, issue: Issue) -> tuple[float, ...]:
    stated = {_attribute(file, item, "value"): _number(file, item, "evaluation") for item in _items(file, element)}
    for option in (*issue.options, *stated):
        if option not in stated or option not in issue.options:
            rule = "options as in the domain: " + ", ".join(issue.options)
            raise DomainError(f"{file}: {_place(element)}: {rule}; got {', '.join(stated)}")
    return tuple(stated[option] for option in issue.options)


def _stated(file: Path, root: Element, tag: str) -> float | None:
    element = next(root.iter(tag), None)
    return None if element is None else _number(file, element, "value")


def _with_scales(issues: tuple[Issue, ...], files: Sequence[tuple[Path, Element]]) -> tuple[Issue, ...]:
    """The issues with the scales of the first file that states a similarity function for them."""
    scaled = list(issues)
    for file, root in files:
        for place, element in enumerate(_issue_elements(file, root)):
            items = element.findall("similarity_function/criteria_function/item")
            if items and not scaled[place].scale:
                along = {one.get("value"): _number(file, one, "evaluation") for one in items}
                scale = tuple(along[option] for option in issues[place].options if option in along)
                with located(f"{file}: {_place(element)}"):
                    scaled[place] = replace(scaled[place], scale=scale)
    return tuple(scaled)


def _attribute(file: Path, element: Element, name: str) -> str:
    text = element.get(name)
    if text is None:
        raise DomainError(f"{file}: {_place(element)}: has no {name}")
    return text


def _number(file: Path, element: Element, name: str) -> float:
    text = _attribute(file, element, name)
    try:
        return float(text)
    except ValueError:
        raise DomainError(f"{file}: {_place(element)}: {name} is a number; got '{text}'") from None


def _place(element: Element) -> str:
    """The element as one finds it in the file."""
    known = [f"{key}='{element.get(key)}'" for key in ("index", "name", "value") if element.get(key) is not None]
    return f"<{' '.join([element.tag, *known])}>"
