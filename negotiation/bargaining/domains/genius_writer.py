"""Writes a domain as GENIUS XML: one domain file and one profile for each side, in a folder."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from negotiation.bargaining.domains.domain import Domain, DomainError, Issue, Profile


def write_genius(domain: Domain, folder: Path) -> None:
    """Write into a new or empty folder; reading it gives the same domain. Raises DomainError if it holds XML."""
    if any(folder.glob("*.xml")):
        raise DomainError(f"{folder}: holds XML files already; a domain is written into a folder of its own")
    folder.mkdir(parents=True, exist_ok=True)
    _save(_template(domain), folder / f"{domain.name}_domain.xml")
    for profile in domain.profiles:
        _save(_space(domain, profile), folder / f"{profile.name.removesuffix('.xml')}.xml")


def _template(domain: Domain) -> Element:
    root = Element("negotiation_template")
    space = SubElement(root, "utility_space", number_of_issues=str(len(domain.issues)))
    objective = _objective(space, domain.name)
    for index, issue in enumerate(domain.issues, start=1):
        element = _issue(objective, index, issue)
        for place, option in enumerate(issue.options, start=1):
            SubElement(element, "item", index=str(place), value=option, cost="0")
        _write_scale(element, issue)
    return root


def _space(domain: Domain, profile: Profile) -> Element:
    root = Element("utility_space")
    objective = _objective(root, domain.name)
    for index, (issue, row) in enumerate(zip(domain.issues, profile.evaluations, strict=True), start=1):
        element = _issue(objective, index, issue)
        for place, (option, evaluation) in enumerate(zip(issue.options, row, strict=True), start=1):
            SubElement(element, "item", index=str(place), value=option, evaluation=repr(evaluation))
    for index, weight in enumerate(profile.weights, start=1):
        SubElement(objective, "weight", index=str(index), value=repr(weight))
    for tag, stated in (("discount_factor", profile.discount), ("reservation", profile.reservation)):
        if stated is not None:
            SubElement(root, tag, value=repr(stated))
    return root


def _objective(parent: Element, name: str) -> Element:
    return SubElement(parent, "objective", index="0", etype="objective", type="objective", description="", name=name)


def _issue(parent: Element, index: int, issue: Issue) -> Element:
    kind = {"etype": "discrete", "type": "discrete", "vtype": "discrete"}
    return SubElement(parent, "issue", kind, index=str(index), name=issue.name)


def _write_scale(element: Element, issue: Issue) -> None:
    if not issue.scale:
        return
    similarity = SubElement(element, "similarity_function", weight="1")
    criterion = SubElement(similarity, "criteria_function", weight="1")
    for place, (option, along) in enumerate(zip(issue.options, issue.scale, strict=True), start=1):
        SubElement(criterion, "item", index=str(place), value=option, evaluation=repr(along))


def _save(root: Element, file: Path) -> None:
    indent(root)
    ElementTree(root).write(file, encoding="unicode", xml_declaration=False)
