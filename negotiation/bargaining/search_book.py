"""What a side searches when it looks for an offer: its static book of packages, and what each row asks of it.

A row is one world asking once. Axes: R rows, K own types, L types of the other side, P comprehensive packages,
Q limited packages (some issues left open), C codes of what open issues are worth, B sets of public commitments.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from negotiation.bargaining.search_checks import (
    check_costs,
    check_entries,
    check_open_code,
    check_range,
    check_shape,
    check_shapes,
)

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NOT_ASKED = 1e6  # share; more than any need: the support of an institution that has no say
NOBODY_ELSE = np.zeros((0, 0))  # needs of further institutions where there are none


class Comprehensive(NamedTuple):
    """Packages that settle every issue.

    value: (K, P) own value by own type, points; other_value: (L, P) the other's value by its type, points;
    home: (P,) support at home, share; breaks: (P,) bitmask of the public commitments a package breaks.
    """

    value: ArrayLike
    other_value: ArrayLike
    home: ArrayLike
    breaks: ArrayLike


class Limited(NamedTuple):
    """Packages that leave some issues open; a group is a set of packages that leave the same ones open.

    settled_value: (K, Q) and other_settled: (L, Q) points from the settled issues; home, breaks: (Q,) as in
    Comprehensive; code: (Q,) what the package adds to the row's open_code; group: (Q,) which column of a row's open
    quantities applies; present_value: (K, C) and other_present_value: (L, C) points by summed code.
    """

    settled_value: ArrayLike
    other_settled: ArrayLike
    home: ArrayLike
    breaks: ArrayLike
    code: ArrayLike
    group: ArrayLike
    present_value: ArrayLike
    other_present_value: ArrayLike


class LimitedBook(NamedTuple):
    """The limited packages, laid out for the search: as in Limited, the other's types last."""

    settled_value: Floats
    other_settled: Floats
    home: Floats
    breaks: Integers
    code: Integers
    group: Integers
    present_value: Floats
    other_present_value: Floats


class Book(NamedTuple):
    """One side's packages, laid out for the search; made by `book_of`.

    order: (K, P) package at each place by own value, highest first, ties in enumeration order; place: (K, P) its
    inverse. value, home, breaks: (K, P) and other_value: (K, P, L) stand in that order. most_so_far, most_to_come:
    (K, P, L) highest other_value at this place or earlier, or at this place or later. net_order: (B, K, P) package at
    each place by own value net of the commitments it breaks, by set of commitments made. others: (P + Q, N) support of
    each further institution for each package, share, NOT_ASKED where it has no say.
    """

    # Compiled code reads fields by position and its cache does not see this file: edit search_rules.py when reordering.
    order: Integers
    place: Integers
    value: Floats
    home: Floats
    breaks: Integers
    other_value: Floats
    most_so_far: Floats
    most_to_come: Floats
    break_cost: Floats
    net_order: Integers
    limited: LimitedBook
    others: Floats


class Rows(NamedTuple):
    """What each row asks. Values in points, support as share.

    own_type: (R,); asking: (R,) bool, rows that are False get no package; least: (R,) value an acceptable package has,
    the higher of target and floor; floor: (R,) value below which none is ever offered; need, limited_need: (R,)
    support at home that comprehensive and limited packages need; belief: (R, L) over the other's types, at least 0;
    committed: (R,) bitmask of public commitments; open_code: (R, groups), open_value: (R, groups),
    other_open_value: (R, L, groups): code and values of what a limited package leaves as it is; other_needs: (R, N)
    support that each further institution needs.
    """

    own_type: Integers
    asking: NDArray[np.bool_]
    least: Floats
    floor: Floats
    need: Floats
    limited_need: Floats
    belief: Floats
    committed: Integers
    open_code: Integers
    open_value: Floats
    other_open_value: Floats
    other_needs: Floats = NOBODY_ELSE


class ExactRows(Rows):
    """Rows whose maker vouches for types, C order, shapes and ranges: the search does not check them again."""


class Offers(NamedTuple):
    """A package for every row: its index, own value net of commitments broken, and its believed value to the other.

    package: (R,) comprehensive p, limited P + q, -1 for none; value, other_value: (R,) points, NaN for none.
    """

    package: Integers
    value: Floats
    other_value: Floats


def book_of(
    packages: Comprehensive, break_cost: ArrayLike, limited: Limited | None = None, others: ArrayLike | None = None
) -> Book:
    """Lay out one side's packages for the search; done once.

    break_cost: (B,) points lost by the set of commitments broken, at least 0, B a power of two; others: (P + Q, N)
    support of each further institution, as in Book. Raises ValueError.
    """
    value, other_value = _floats(packages.value), _floats(packages.other_value)
    home, breaks, cost = _floats(packages.home), _integers(packages.breaks), _floats(break_cost)
    check_costs(breaks, cost)
    order = np.argsort(-value, axis=-1, kind="stable")
    in_order = np.ascontiguousarray(other_value.T[order])
    to_come = np.maximum.accumulate(in_order[:, ::-1], axis=1)[:, ::-1]
    limited = limited or _no_limited(len(value), len(other_value))
    count = value.shape[1] + len(np.asarray(limited.code))
    book = Book(
        order=order,
        place=np.argsort(order, axis=-1),
        value=np.take_along_axis(value, order, axis=-1),
        home=home[order],
        breaks=breaks[order],
        other_value=in_order,
        most_so_far=np.maximum.accumulate(in_order, axis=1),
        most_to_come=np.ascontiguousarray(to_come),
        break_cost=cost,
        net_order=_net_orders(value, breaks, cost),
        limited=_limited_book(limited),
        others=np.zeros((count, 0)) if others is None else _floats(others),
    )
    check_shapes(book)
    check_entries(book)
    return book


def checked_rows(book: Book, rows: Rows) -> Rows:
    """The rows as C-ordered arrays of the right type; ValueError where they would read outside the book."""
    if isinstance(rows, ExactRows):
        return Rows(*rows)  # the compiled search knows this type only
    kinds = (np.int64, np.bool_, *[np.float64] * 5, np.int64, np.int64, *[np.float64] * 3)
    institutions = book.others.shape[1]
    if rows.other_needs is NOBODY_ELSE:
        rows = rows._replace(other_needs=np.full((len(rows.own_type), institutions), -np.inf))
    exact = Rows(*(np.ascontiguousarray(column, dtype=kind) for column, kind in zip(rows, kinds, strict=True)))
    size, types, groups = len(exact.own_type), book.other_value.shape[2], exact.open_code.shape[-1]
    shapes = [*[(size,)] * 6, (size, types), (size,), (size, groups), (size, groups), (size, types, groups),
              (size, institutions)]  # fmt: skip
    for name, column, shape in zip(Rows._fields, exact, shapes, strict=True):
        check_shape(f"Rows.{name}", column, shape)
    check_range("Rows.own_type", exact.own_type, book.order.shape[0])
    check_range("Rows.committed", exact.committed, len(book.break_cost))
    if exact.belief.min(initial=0) < 0:
        raise ValueError(f"Rows.belief: entries must be at least 0; got {exact.belief.min()}")
    if book.limited.code.size:
        check_open_code(book.limited, exact.open_code)
    return exact


def _net_orders(value: Floats, breaks: Integers, cost: Floats) -> Integers:
    """Packages by own value net of commitments broken, highest first, under each set of commitments, (B, K, P)."""
    sets = np.arange(len(cost))
    net = value - cost[sets[:, None] & breaks][:, None, :]
    return np.ascontiguousarray(np.argsort(-net, axis=-1, kind="stable"))


def _limited_book(limited: Limited) -> LimitedBook:
    return LimitedBook(
        settled_value=_floats(limited.settled_value),
        other_settled=np.ascontiguousarray(_floats(limited.other_settled).T),
        home=_floats(limited.home),
        breaks=_integers(limited.breaks),
        code=_integers(limited.code),
        group=_integers(limited.group),
        present_value=_floats(limited.present_value),
        other_present_value=np.ascontiguousarray(_floats(limited.other_present_value).T),
    )


def _no_limited(own_types: int, other_types: int) -> Limited:
    own, other, none = np.zeros((own_types, 0)), np.zeros((other_types, 0)), np.zeros(0)
    return Limited(own, other, none, none, none, none, own, other)


def _floats(column: ArrayLike) -> Floats:
    return np.ascontiguousarray(column, dtype=np.float64)


def _integers(column: ArrayLike) -> Integers:
    return np.ascontiguousarray(column, dtype=np.int64)
