"""What a block of worlds leaves behind: the weekly record, one row a world, and the moves with their reasons."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class WeekColumn(NamedTuple):
    """One column of the weekly record; low and high bound the histogram its quantiles are read from."""

    name: str
    unit: str
    low: float
    high: float


class Categories(NamedTuple):
    """A column of words: codes (R,) int into labels."""

    codes: NDArray[np.int64]
    labels: tuple[str, ...]


Column = NDArray[np.float64] | NDArray[np.int64] | Categories


@dataclass(frozen=True)
class Moves:
    """The moves of the logged worlds, one row each, ordered by world, week and place in the week.

    world, week: (N,) int64, weeks counted from 1; government, kind, what, value, reason: words; amount: (N,) float64,
    the number the move carries (a rate in percent, weeks of notice, points), NaN where none.
    """

    world: NDArray[np.int64]
    week: NDArray[np.int64]
    government: Categories
    kind: Categories
    what: Categories
    value: Categories
    amount: NDArray[np.float64]
    reason: Categories


@dataclass(frozen=True)
class Block:
    """One block, played to the end.

    worlds: column name -> (R,); columns: what weeks holds; weeks: (R, W, K) float32; moves: of its logged worlds.
    """

    first_world: int
    worlds: dict[str, Column]
    columns: tuple[WeekColumn, ...]
    weeks: NDArray[np.float32]
    moves: Moves
