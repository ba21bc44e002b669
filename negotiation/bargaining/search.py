"""Which package a side offers in every row: the accommodating offer, the best product of gains, the n-th own best.

The rules are `search_rules`, one function, two executions with the same bits: few rows run it as plain Python until
many have needed it compiled. Numba is imported and the function compiled at the first call that needs it, then cached.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from inspect import isfunction

import numpy as np

from negotiation.bargaining import search_rules
from negotiation.bargaining.search_book import Book, Floats, Integers, Offers, Rows, checked_rows
from negotiation.bargaining.search_checks import check_range

FEWEST_COMPILED_ROWS = 16


def best_offers(book: Book, rows: Rows) -> Offers:
    """The accommodating offer: among packages worth at least `least` with enough support, the best for the other.

    Ties: higher own net value, then comprehensive before limited, then the lower index. If none reaches `least`: the
    package of highest own net value at or above the floor. If there is none: -1.
    """
    rows = checked_rows(book, rows)
    offers = _no_offers(len(rows.asking))
    _execution(search_rules.accommodate, rows)(book, rows, offers)
    return offers


def best_products(book: Book, rows: Rows, other_floor: Floats) -> Offers:
    """The package of highest (own net value - floor) x (believed other value - other_floor), both gains positive.

    other_floor: (R,) points. A limited package only if no comprehensive one qualifies; ties to the lower index.
    Source: Nash (1950), with the other's value as one believes it.
    """
    rows = checked_rows(book, rows)
    offers = _no_offers(len(rows.asking))
    floors = np.ascontiguousarray(np.broadcast_to(other_floor, rows.asking.shape), dtype=np.float64)
    _execution(search_rules.multiply, rows)(book, rows, floors, offers)
    return offers


def offers_at_place(book: Book, rows: Rows, place: Integers) -> Offers:
    """The comprehensive package at a place in order of own value, among those above the floor with enough support.

    place: (R,) 0 the first. The value is net of the commitments a package would break; -1 if fewer packages qualify.
    Source: de Jonge (2022), MiCRO.
    """
    rows = checked_rows(book, rows)
    offers = _no_offers(len(rows.asking))
    places = np.ascontiguousarray(np.broadcast_to(place, rows.asking.shape), dtype=np.int64)
    _execution(search_rules.rank, rows)(book, rows, places, offers)
    return offers


def appraised_offers(book: Book, rows: Rows, package: Integers) -> Offers:
    """What given packages are worth in each row, to oneself and, as one believes, to the other.

    package: (R,) comprehensive p, limited P + q, or -1, which stays -1.
    """
    rows = checked_rows(book, rows)
    offers = _no_offers(len(rows.asking))
    packages = np.ascontiguousarray(np.broadcast_to(package, rows.asking.shape), dtype=np.int64)
    check_range("package plus 1", packages + 1, book.order.shape[1] + len(book.limited.code) + 1)
    _execution(search_rules.appraise, rows)(book, rows, packages, offers)
    return offers


def _no_offers(size: int) -> Offers:
    return Offers(np.full(size, -1, dtype=np.int64), np.full(size, np.nan), np.full(size, np.nan))


def _execution(rule: Callable[..., None], rows: Rows) -> Callable[..., None]:
    few = len(rows.asking) < FEWEST_COMPILED_ROWS
    return rule if few and rule not in _COMPILED else compiled(rule)


_COMPILED: dict[Callable[..., None], Callable[..., None]] = {}


def compiled(rule: Callable[..., None]) -> Callable[..., None]:
    """The rule as machine code, kept on disk where a directory can be written."""
    if rule not in _COMPILED:
        import numba

        _let_parts_compile()
        try:
            _COMPILED[rule] = numba.njit(cache=True)(rule)
        except RuntimeError:  # no directory for the cache can be written: compile again in every process
            _COMPILED[rule] = numba.njit(rule)
    return _COMPILED[rule]


@cache
def _let_parts_compile() -> None:
    from numba.extending import register_jitable

    for part in vars(search_rules).values():
        if isfunction(part):
            register_jitable(part)
