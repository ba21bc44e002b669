"""Some worlds of what holds arrays of all, each array copied when it is first used, so that few worlds cost little."""

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


class OnDemand:
    """Comes first among the bases of a class whose arrays (R, ...), or lists of such, it is to take some worlds of.

    columns: their names. The whole must not change meanwhile. rows: (N,) places of the worlds in the whole.
    """

    columns: ClassVar[frozenset[str]]

    def __init__(self, whole: Any, rows: Integers) -> None:
        self.__dict__.update(_whole=whole, _rows=rows)

    def __getattr__(self, name: str) -> Any:
        if name not in type(self).columns:
            raise AttributeError(name)
        column = self.__dict__[name] = rows_of(getattr(self._whole, name), self._rows)
        return column


def rows_of(column: Any, rows: Integers) -> Any:
    """Some rows of a column, or of each of a list of columns."""
    if isinstance(column, list):
        return [each.take(rows, axis=0) for each in column]
    return column.take(rows, axis=0)
