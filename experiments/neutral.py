"""Changes to a scenario's plain table: an entry set, a measure or an issue taken out of play."""

from collections.abc import Callable, Sequence
from typing import Any

from negotiation.scenario import Scenario, read_scenario, validated
from negotiation.scenario.ranges import outdated, restated

Table = dict[str, Any]
Change = Callable[[Table], None]


def changed(name: str, changes: Sequence[Change]) -> Scenario:
    """A shipped scenario with changes made, in order, and checked again."""
    table = read_scenario(name).model_dump(mode="python")
    for change in changes:
        change(table)
    return validated(table, name)


def put(path: str, value: Any) -> Change:
    """Set the entry at a path; a number set on a quantity becomes its value."""

    def change(table: Table) -> None:
        *way, last = path.split(".")
        here = table
        for key in way:
            here = here[key]
        old = here[last]
        for gone in outdated([last]) & set(here):
            here[gone] = None
        quantity = isinstance(old, dict) and "unit" in old
        here[last] = restated(old, value, old["source"]) if quantity else value

    return change


def without_issue(key: str) -> Change:
    """Take an issue off the table, with what refers to it: commitments, limited deals, who cares for it."""

    def change(table: Table) -> None:
        del table["issues"][key]
        for country in table["countries"].values():
            kept = {name: word for name, word in country["commitments"].items() if word["issue"] != key}
            country["commitments"] = kept
        for limited in table["limited"].values():
            limited["issues"] = tuple(issue for issue in limited["issues"] if issue != key)
        for group in table["constituencies"].values():
            group["cares"].pop(key, None)

    return change


def without_measure(key: str) -> Change:
    """Take a measure out of play; issues no longer set it."""

    def change(table: Table) -> None:
        del table["measures"][key]
        table["start"]["threats"].pop(key, None)
        for province in table["provinces"].values():
            province["stands_against"].pop(key, None)
        for issue in table["issues"].values():
            for option in issue["options"].values():
                option["sets"].pop(key, None)

    return change


def with_levels(key: str, levels: int) -> Change:
    """Keep the first levels of a measure; threats of a higher one become threats of the highest kept."""

    def change(table: Table) -> None:
        table["measures"][key]["levels"] = table["measures"][key]["levels"][:levels]
        threat = table["start"]["threats"].get(key)
        if threat is not None:
            threat["level"] = min(threat["level"], levels - 1)

    return change
