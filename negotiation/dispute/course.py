"""A dispute under way: the game, where its worlds stand, this week's luck, who plays, and the log."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.luck import WeekLuck
from negotiation.dispute.moves import MoveLog
from negotiation.dispute.players import Players
from negotiation.dispute.state import State

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Course:
    """What a stage of a week works on; the state is changed in place. All arrays hold the same R worlds."""

    game: Game
    state: State
    luck: WeekLuck
    players: Players
    log: MoveLog

    def of(self, rows: Integers) -> "Course":
        """The same week in some of the worlds only, by their place here; a copy, to be put back with `absorb`."""
        return Course(self.game, taken(self.state, rows), self.luck.of(rows), self.players, self.log.of(rows))

    def absorb(self, part: "Course", rows: Integers) -> None:
        """Put what became of some worlds back in their places."""
        put_back(self.state, part.state, rows)


def taken(state: State, rows: Integers) -> State:
    """A copy of some worlds of a state."""
    columns = {field.name: getattr(state, field.name) for field in fields(State)}
    return State(**{name: _rows_of(column, rows) for name, column in columns.items()})


def put_back(state: State, part: State, rows: Integers) -> None:
    """Put some worlds back into a state, in place."""
    for field in fields(State):
        column, fresh = getattr(state, field.name), getattr(part, field.name)
        if isinstance(column, np.ndarray):
            column[rows] = fresh
        elif isinstance(column, list):
            for own, new in zip(column, fresh, strict=True):
                own[rows] = new


def _rows_of(column: object, rows: Integers) -> object:
    """Some rows of a column, of each of a list of columns, or the one number that all worlds share."""
    if isinstance(column, np.ndarray):
        return column.take(rows, axis=0)
    if isinstance(column, list):
        return [each.take(rows, axis=0) for each in column]
    return column
