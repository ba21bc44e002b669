"""A scenario made ready for people to play: every package of its options may be offered."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from negotiation.dispute.game import Game as EngineGame
from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario
from negotiation.scenario.schema import Scenario

# As many packages as the schema allows: a person may propose any combination, where strategies look at the best only.
EVERY_PACKAGE = {"packages": "20000", "limited_packages": "5000"}
OPEN = -1


@dataclass(frozen=True)
class Case:
    """A scenario and the engine's tables for it; name: what it is called in addresses and files."""

    name: str
    engine: EngineGame

    @property
    def scenario(self) -> Scenario:
        """What is given."""
        return self.engine.scenario

    @property
    def sides(self) -> tuple[str, str]:
        """The countries' ids, in the engine's order of seats."""
        return self.scenario.sides

    @cached_property
    def package_of(self) -> dict[tuple[int, ...], int]:
        """The number of each package by its option of every issue, -1 for an issue left open."""
        return {tuple(options): number for number, options in enumerate(self.engine.packages.options.tolist())}

    def package_words(self, options: dict[str, str]) -> tuple[int, ...]:
        """Options by issue, as numbers; an issue not named is left open. KeyError or ValueError for an unknown one."""
        return tuple(
            list(issue.options).index(options[key]) if key in options else OPEN
            for key, issue in self.scenario.issues.items()
        )

    def options_of(self, package: int) -> dict[str, str]:
        """The option of every issue that a package settles."""
        numbers = self.engine.packages.options[package].tolist()
        return {
            key: list(issue.options)[number]
            for (key, issue), number in zip(self.scenario.issues.items(), numbers, strict=True)
            if number != OPEN
        }


def make_case(name: str, weeks: int | None = None, changes: dict[str, Any] | None = None) -> Case:
    """The case of a shipped scenario or a scenario file. Raises ScenarioError with a line per fault."""
    length = {} if weeks is None else shortened(name, weeks)
    return Case(name, build_game(read_scenario(name, {**EVERY_PACKAGE, **length, **(changes or {})})))


def shortened(name: str, weeks: int) -> dict[str, Any]:
    """What makes a scenario last so many weeks: elections that were due later do not come."""
    later = {
        f"countries.{key}.election.week": None
        for key, country in read_scenario(name).countries.items()
        if country.election is not None and (country.election.week or 0) > weeks
    }
    return {"weeks": weeks, **later}
