"""Dated moves from Python or from a file of their own, laid over a scenario."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.lines import with_lines
from negotiation.scenario.moves import Move
from negotiation.scenario.read import validated
from negotiation.scenario.schema import Scenario


class Script:
    """What is done when, as in a scenario's `[[moves]]`: `Script([{"week": 3, "acts": [...]}]).on(scenario)`.

    moves: Move objects, or tables of their entries. file: where they are from, for the messages.
    """

    def __init__(self, moves: Iterable[Move | Mapping[str, Any]], file: Path | None = None) -> None:
        self.moves = [each.model_dump() if isinstance(each, Move) else dict(each) for each in moves]
        self.file = file

    @classmethod
    def read(cls, file: str | Path) -> "Script":
        """The moves of a TOML file that holds nothing else. Raises ScenarioError."""
        path = Path(file)
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ScenarioError(f"{path}: {error.strerror or error}") from None
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ScenarioError(f"{path.name}: not valid TOML: {error}") from None
        if set(table) != {"moves"}:
            raise ScenarioError(f"{path.name}: a script holds [[moves]] and nothing else, got {', '.join(table)}")
        return cls(table["moves"], path)

    def on(self, scenario: Scenario) -> Scenario:
        """The scenario with these moves in the place of its own. Raises ScenarioError, naming the line in a file."""
        table = scenario.model_dump(mode="python") | {"moves": self.moves}
        try:
            return validated(table, self.file.name if self.file else "script")
        except ScenarioError as error:
            raise ScenarioError(with_lines(error.faults, self.file) if self.file else error.faults) from None
