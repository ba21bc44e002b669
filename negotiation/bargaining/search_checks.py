"""What a book of packages and the rows that ask it must be: shapes, ranges, numbers; ValueError otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from negotiation.bargaining.search_book import Book, LimitedBook

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def check_open_code(limited: LimitedBook, open_code: Integers) -> None:
    groups, codes = open_code.shape[1], limited.present_value.shape[1]
    check_range("Limited.group", limited.group, groups)
    most_code = np.zeros(groups, dtype=np.int64)
    np.maximum.at(most_code, limited.group, limited.code)
    check_range("Rows.open_code", open_code, codes)
    check_range("Rows.open_code plus Limited.code", open_code + most_code, codes)


def check_costs(breaks: Integers, cost: Floats) -> None:
    sets = len(cost)
    if sets == 0 or sets & (sets - 1) or not np.isfinite(cost).all() or cost.min() < 0:
        raise ValueError(f"break_cost: one cost of at least 0 for each of 1, 2, 4, ... sets; got {cost}")
    check_range("Comprehensive.breaks", breaks, sets)


def check_shapes(book: Book) -> None:
    own_types, packages, types = book.other_value.shape
    count, codes = len(book.limited.code), book.limited.present_value.shape[1]
    check_shape("others", book.others, (packages + count, book.others.shape[-1]))
    check_shape("Comprehensive.value", book.value, (own_types, packages))
    check_shape("Comprehensive.breaks", book.breaks, (own_types, packages))
    check_shape("Limited.settled_value", book.limited.settled_value, (own_types, count))
    check_shape("Limited.other_settled", book.limited.other_settled.T, (types, count))
    check_shape("Limited.home", book.limited.home, (count,))
    check_shape("Limited.breaks", book.limited.breaks, (count,))
    check_shape("Limited.group", book.limited.group, (count,))
    check_shape("Limited.present_value", book.limited.present_value, (own_types, codes))
    check_shape("Limited.other_present_value", book.limited.other_present_value.T, (types, codes))


def check_entries(book: Book) -> None:
    for part in ((*book[:-2], book.others), book.limited):
        if not all(np.isfinite(column).all() for column in part):
            raise ValueError("the packages of a book: every value and support must be finite")
    check_range("Limited.breaks", book.limited.breaks, len(book.break_cost))
    check_range("Limited.code", book.limited.code, book.limited.present_value.shape[1])


def check_shape(name: str, column: NDArray[np.generic], shape: tuple[int, ...]) -> None:
    if column.shape != shape:
        raise ValueError(f"{name}: shape {column.shape}; expected {shape}")


def check_range(name: str, column: Integers, size: int) -> None:
    """ValueError unless every entry is from 0 to size - 1."""
    if column.size and (column.min() < 0 or column.max() >= size):
        raise ValueError(f"{name}: entries must be from 0 to {size - 1}; got {column.min()} to {column.max()}")
