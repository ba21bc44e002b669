"""What games of one dispute share when they differ in behaviour alone: the trade model laid out, and the packages.

Points of a study, rivals in a tournament and drafts in the classroom mostly change how somebody behaves. What is kept
is found again by everything it was made from: nothing is left out of a key unless `tables` never reads it.
"""

import json
from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.adaptation import Gap, gap_between
from negotiation.dispute.economy_tables import Tables, tables
from negotiation.dispute.packages import Packages, Values, Worths, package_set
from negotiation.economy import EquilibriumTable
from negotiation.scenario.quantity import Part
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
KEPT = 2  # as many as solutions and games
NEVER_READ = {
    "measures": {"name", "basis", "source"},
    "allies": {"name", "voices", "leaning", "welfare", "solidarity", "company", "request", "lean_noise",
               "lean_keeping", "settles", "mediates", "assent"},
    "constituencies": {"name", "base", "cares", "border"},
}  # fmt: skip
READ_OF_COUNTRIES = {"region", "organised_sectors"}


class _LaidOut(NamedTuple):
    """Tables, and the gap before trade has adapted, with what they were made from."""

    key: str
    solved: EquilibriumTable
    short: EquilibriumTable | None
    tables: Tables
    gap: Gap | None


class _Thinned(NamedTuple):
    """Packages with what they were made from."""

    key: str
    tables: Tables
    value: Values
    worth: Worths
    packages: Packages


_LAID_OUT: deque[_LaidOut] = deque(maxlen=KEPT)
_THINNED: deque[_Thinned] = deque(maxlen=KEPT)


def laid_out(scenario: Scenario, solved: EquilibriumTable, short: EquilibriumTable | None) -> tuple[Tables, Gap | None]:
    """The tables of a dispute and what differs before trade has adapted, None where nothing does."""
    key = read_by_tables(scenario)
    for kept in _LAID_OUT:
        if kept.key == key and kept.solved is solved and kept.short is short:
            return kept.tables, kept.gap
    found = tables(scenario, solved)
    gap = None if short is None else gap_between(tables(scenario, short), found)
    _LAID_OUT.append(_LaidOut(key, solved, short, found, gap))
    return found, gap


def packages_of(scenario: Scenario, laid: Tables, value: Values, worth: Worths) -> Packages:
    """The packages of a dispute; arguments as of `package_set`, laid: its tables."""
    key = read_by_packages(scenario)
    for kept in _THINNED:
        if kept.key == key and kept.tables is laid and _same(kept.value, value) and _same_worths(kept.worth, worth):
            return kept.packages
    found = package_set(scenario, laid.grid, value, worth)
    _THINNED.append(_Thinned(key, laid, value, worth, found))
    return found


def read_by_tables(scenario: Scenario) -> str:
    """All of a scenario that its tables may depend on, besides the solutions of the trade model, in order."""
    parts = {
        name: [[key, part.model_dump(mode="json", exclude=unread)] for key, part in getattr(scenario, name).items()]
        for name, unread in NEVER_READ.items()
    }
    countries = [
        [key, country.model_dump(mode="json", include=READ_OF_COUNTRIES)] for key, country in scenario.countries.items()
    ]
    return json.dumps([countries, parts])


def read_by_packages(scenario: Scenario) -> str:
    """All of a scenario that its packages may depend on, besides its tables and what things are worth, in order."""
    parts: tuple[Mapping[str, Part], ...] = (scenario.measures, scenario.issues, scenario.limited)
    told = [[[key, each.model_dump(mode="json")] for key, each in part.items()] for part in parts]
    return json.dumps([scenario.packages, scenario.limited_packages, told])


def _same(before: Iterable[Floats], now: Iterable[Floats]) -> bool:
    """Whether two lists of arrays hold the same."""
    return all(np.array_equal(*pair) for pair in zip(before, now, strict=True))


def _same_worths(before: Worths, now: Worths) -> bool:
    """Whether options are worth the same, by side and issue."""
    return all(len(old) == len(new) and _same(old, new) for old, new in zip(before, now, strict=True))
