"""Some worlds of a state, taken out to be played on their own, and put back."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.state import State

Integers = NDArray[np.int64]
COLUMNS = frozenset(field.name for field in fields(State)) - {"week"}


class Part(State):
    """Some worlds of a state for a moment: a column is copied when it is first used, so few worlds cost little.

    The whole must not change meanwhile. rows: (N,) places of the worlds in the whole.
    """

    def __init__(self, whole: State, rows: Integers) -> None:
        self.week, self._whole, self._rows = whole.week, whole, rows

    def __getattr__(self, name: str) -> Any:
        if name not in COLUMNS:
            raise AttributeError(name)
        column = _rows_of(getattr(self._whole, name), self._rows)
        setattr(self, name, column)
        return column


def taken(state: State, rows: Integers) -> State:
    """A copy of some worlds of a state."""
    columns: dict[str, Any] = {name: _rows_of(getattr(state, name), rows) for name in COLUMNS}
    return State(week=state.week, **columns)


def joined(parts: Sequence[State]) -> State:
    """Worlds of several states in the same week as one state, in order."""
    columns: dict[str, Any] = {}
    for name in COLUMNS:
        kept = [getattr(part, name) for part in parts]
        listed = isinstance(kept[0], list)
        columns[name] = [np.concatenate(each) for each in zip(*kept, strict=True)] if listed else np.concatenate(kept)
    return State(week=parts[0].week, **columns)


def put_back(state: State, part: State, rows: Integers) -> None:
    """Put some worlds back into a state, in place; of a Part, the columns it used."""
    for name in COLUMNS & part.__dict__.keys():
        column, fresh = getattr(state, name), getattr(part, name)
        if isinstance(column, list):
            for own, new in zip(column, fresh, strict=True):
                own[rows] = new
        else:
            column[rows] = fresh


def _rows_of(column: Any, rows: Integers) -> Any:
    """Some rows of a column, or of each of a list of columns."""
    if isinstance(column, list):
        return [each.take(rows, axis=0) for each in column]
    return column.take(rows, axis=0)
