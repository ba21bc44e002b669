"""What a lesson computes and shows, as `configs/lessons/plans.toml` has it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from negotiation.classroom.needs import ClassroomError
from negotiation.scenario.shipped import folder

LESSONS = range(1, 7)


@dataclass(frozen=True)
class Dial:
    """Something to turn: each place on it sets paths, or takes another scenario. usual: the place it begins at."""

    name: str
    paths: tuple[str, ...]
    values: tuple[Any, ...]
    cases: tuple[str, ...]
    usual: int

    def changes(self, place: int) -> dict[str, str]:
        """The scenario's changes that a place stands for; another scenario stands for itself."""
        if self.cases and self.cases[place]:
            return {}
        value = self.values[place]
        each = value if isinstance(value, list) else [value] * len(self.paths)
        return dict(zip(self.paths, map(str, each), strict=True))


@dataclass(frozen=True)
class Plan:
    """One lesson. weeks: length of games in class; stories: worlds that are told; bets: what one may bet on."""

    number: int
    slug: str
    scenario: str
    weeks: int
    play: str
    measures: tuple[str, ...]
    worlds: int
    stories: tuple[int, ...]
    dials: tuple[Dial, ...]
    bets: tuple[str, ...] = ()
    seed: int = 2025

    @property
    def usual(self) -> tuple[int, ...]:
        """Where the dials begin."""
        return tuple(dial.usual for dial in self.dials)

    def places(self) -> Iterator[tuple[int, ...]]:
        """Every setting of the dials, the last dial turning fastest."""
        yield from product(*(range(len(dial.values)) for dial in self.dials))

    def setting(self, places: tuple[int, ...]) -> tuple[Path, dict[str, str]]:
        """The scenario's file and changes at a setting of the dials."""
        name, changes = self.scenario, dict[str, str]()
        for dial, place in zip(self.dials, places, strict=True):
            if dial.cases and dial.cases[place]:
                name = dial.cases[place]
            changes |= dial.changes(place)
        return lesson_file(name), changes


def lesson_file(name: str) -> Path:
    """A scenario file of the lessons."""
    return (folder() / "lessons" / f"{name}.toml").resolve()


@lru_cache
def plan_of(number: int) -> Plan:
    """The plan of a lesson. Raises ClassroomError for one there is not."""
    table = tomllib.loads(lesson_file("plans").read_text(encoding="utf-8")).get(str(number))
    if table is None:
        raise ClassroomError(f"lesson: there is no lesson {number}; lessons are {LESSONS[0]} to {LESSONS[-1]}")
    dials = tuple(
        Dial(dial["name"], tuple(dial["paths"]), tuple(dial["values"]), tuple(dial.get("cases", ())), dial["usual"])
        for dial in table.pop("dials")
    )
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
    return Plan(number=number, dials=dials, **{**table, **lists})
