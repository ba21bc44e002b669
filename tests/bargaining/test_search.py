"""The search for an offer: worked numbers, refusals, and the same bits compiled or not."""

import subprocess
import sys

import numpy as np
import pytest

from negotiation.bargaining import search_rules
from negotiation.bargaining.search import (
    appraised_offers,
    best_offers,
    best_products,
    compiled,
    offers_at_place,
)
from negotiation.bargaining.search_book import Book, Comprehensive, Limited, Offers, Rows, book_of, checked_rows


def small_book() -> Book:
    """Three comprehensive packages, the second breaks commitment 1 at a cost of 2, and one limited package."""
    whole = Comprehensive([[10.0, 8.0, 5.0]], [[0.0, 6.0, 9.0]], home=[0.6, 0.5, 0.3], breaks=[0, 1, 0])
    limited = Limited([[3.0]], [[4.0]], [0.7], [0], [1], [0], [[0.0, 1.0, 2.0]], [[0.0, -1.0, -2.0]])
    return book_of(whole, [0.0, 2.0], limited)


def one_row(**changed: float) -> Rows:
    row = {"least": 4.0, "floor": 1.0, "need": 0.0, "limited_need": 0.0, "committed": 0} | changed
    numbers = {name: np.array([number]) for name, number in row.items()}
    return Rows(
        own_type=np.array([0]),
        asking=np.array([True]),
        belief=np.array([[1.0]]),
        open_code=np.array([[1]]),
        open_value=np.array([[0.5]]),
        other_open_value=np.array([[[0.25]]]),
        **numbers,
    )


def first(offers: Offers) -> tuple[int, float, float]:
    return int(offers.package[0]), float(offers.value[0]), float(offers.other_value[0])


@pytest.mark.parametrize(
    ("changed", "package", "value", "other_value"),
    [
        ({"least": 4.0}, 2, 5.0, 9.0),
        ({"least": 5.5}, 1, 8.0, 6.0),
        ({"least": 5.5, "committed": 1}, 1, 6.0, 6.0),
        ({"least": 7.0, "committed": 1}, 0, 10.0, 0.0),
        ({"least": 4.0, "need": 0.4}, 1, 8.0, 6.0),
        ({"least": 4.0, "need": 0.9}, 3, 5.5, 2.25),
        ({"least": 11.0}, 0, 10.0, 0.0),
        ({"least": 11.0, "need": 0.9, "limited_need": 0.9}, -1, np.nan, np.nan),
    ],
)
def test_accommodating_offer_by_hand(changed, package, value, other_value):
    np.testing.assert_equal(first(best_offers(small_book(), one_row(**changed))), (package, value, other_value))


def test_best_product_by_hand():
    # Gains over floors (1, 1): 9 x -1, 7 x 5 = 35, 4 x 8 = 32.
    assert first(best_products(small_book(), one_row(), np.array([1.0]))) == (1, 8.0, 6.0)


def test_best_product_takes_a_limited_package_only_without_a_comprehensive_one():
    assert best_products(small_book(), one_row(need=0.9), np.array([1.0])).package[0] == 3


@pytest.mark.parametrize(("place", "package"), [(0, 0), (1, 1), (2, 2), (3, -1)])
def test_offer_at_place_by_hand(place, package):
    assert offers_at_place(small_book(), one_row(), np.array([place])).package[0] == package


def test_offer_at_place_passes_over_what_has_too_little_support():
    assert offers_at_place(small_book(), one_row(need=0.55, floor=0.0), np.array([1])).package[0] == -1


def test_appraised_limited_package_by_hand():
    # Own 3 + .5 + 2 and the other's 4 + .25 - 2: the code is 1 of the package plus 1 of the row.
    assert first(appraised_offers(small_book(), one_row(), np.array([3]))) == (3, 5.5, 2.25)


def test_rows_not_asking_get_nothing():
    offers = best_offers(small_book(), one_row()._replace(asking=np.array([False])))
    np.testing.assert_equal(first(offers), (-1, np.nan, np.nan))


def test_search_leaves_numba_alone_until_rows_are_many():
    program = "import sys, negotiation.bargaining.search; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("column", "wrong"),
    [("own_type", [1]), ("committed", [2]), ("open_code", [[2]]), ("belief", [[-1.0]]), ("need", [0.0, 0.0])],
)
def test_rows_outside_the_book_are_named(column, wrong):
    with pytest.raises(ValueError, match=column):
        checked_rows(small_book(), one_row()._replace(**{column: np.array(wrong)}))


def test_a_book_refuses_a_negative_cost_of_breaking_a_commitment():
    with pytest.raises(ValueError, match="break_cost"):
        book_of(Comprehensive([[1.0]], [[1.0]], [1.0], [0]), [-1.0])


@pytest.mark.parametrize("rule", [search_rules.accommodate, search_rules.multiply, search_rules.rank])
def test_plain_and_compiled_runs_have_the_same_bits(rule):
    luck = np.random.default_rng(7)
    whole = Comprehensive(luck.random((3, 90)), luck.random((3, 90)), luck.random(90), luck.integers(0, 4, 90))
    book, size = book_of(whole, [0.0, 0.1, 0.2, 0.3]), 50
    fixed = [luck.random(size) for _ in range(4)]
    belief, committed = luck.dirichlet(np.ones(3), size), luck.integers(0, 4, size)
    nothing = np.zeros((size, 0))
    rows = Rows(luck.integers(0, 3, size), np.full(size, True), *fixed, belief, committed, nothing, nothing, nothing)
    rows = checked_rows(book, rows._replace(other_open_value=np.zeros((size, 3, 0))))
    extra = {search_rules.multiply: (np.zeros(size),), search_rules.rank: (luck.integers(0, 30, size),)}.get(rule, ())
    runs = [Offers(np.full(size, -1), np.full(size, np.nan), np.full(size, np.nan)) for _ in range(2)]
    rule(book, rows, *extra, runs[0])
    compiled(rule)(book, rows, *extra, runs[1])
    assert [column.tobytes() for column in runs[0]] == [column.tobytes() for column in runs[1]]
    assert (runs[0].package >= 0).any()
