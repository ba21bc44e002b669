"""Some worlds of a state, taken out to be played on their own, and put back."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.on_demand import OnDemand, rows_of
from negotiation.dispute.state import State

Integers = NDArray[np.int64]
COLUMNS = frozenset(field.name for field in fields(State)) - {"week"}


class Part(OnDemand, State):
    """Some worlds of a state for a moment. The whole must not change meanwhile."""

    columns = COLUMNS

    def __init__(self, whole: State, rows: Integers) -> None:
        super().__init__(whole, rows)
        self.week = whole.week


def taken(state: State, rows: Integers) -> State:
    """A copy of some worlds of a state."""
    columns: dict[str, Any] = {name: rows_of(getattr(state, name), rows) for name in COLUMNS}
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
