"""The search for an offer agrees with trying every package of random books, and keeps its laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.bargaining.search import (
    FEWEST_COMPILED_ROWS,
    appraised_offers,
    best_offers,
    best_products,
    offers_at_place,
)
from negotiation.bargaining.search_book import Comprehensive, Limited, Offers, Rows, book_of

QUARTER = 0.25  # grids of quarters make ties frequent and sums exact in any order


class Case:
    """A random book with everything a brute-force search needs."""

    def __init__(self, seed: int, size: int) -> None:
        self.luck = np.random.default_rng(seed)
        own, other, whole, self.limited_count, codes, groups = self.luck.integers(
            [1, 1, 1, 0, 4, 1], [4, 4, 30, 9, 9, 4]
        )
        self.whole = Comprehensive(
            self.grid(own, whole), self.grid(other, whole), self.grid(whole), self.luck.integers(0, 4, whole)
        )
        count = self.limited_count
        self.limited = Limited(
            self.grid(own, count),
            self.grid(other, count),
            self.grid(count),
            self.luck.integers(0, 4, count),
            self.luck.integers(0, 3, count),
            self.luck.integers(0, groups, count),
            self.grid(own, codes),
            self.grid(other, codes),
        )
        self.break_cost = np.concatenate([[0.0], self.luck.integers(0, 4, 3) * QUARTER])
        self.others = self.grid(whole + count, self.luck.integers(0, 3))
        self.book = book_of(self.whole, self.break_cost, self.limited, self.others)
        self.rows = self.random_rows(size, own, other, groups, codes)

    def grid(self, *shape: int) -> np.ndarray:
        return self.luck.integers(0, 8, shape) * QUARTER

    def random_rows(self, size, own, other, groups, codes) -> Rows:
        return Rows(
            own_type=self.luck.integers(0, own, size),
            asking=self.luck.random(size) < 0.9,
            least=self.grid(size),
            floor=self.grid(size) / 2,
            need=self.grid(size) / 2,
            limited_need=self.grid(size) / 2,
            belief=self.luck.integers(0, 4, (size, other)) * QUARTER,
            committed=self.luck.integers(0, 4, size),
            open_code=self.luck.integers(0, codes - 2, (size, groups)),
            open_value=self.grid(size, groups),
            other_open_value=self.grid(size, other, groups),
            other_needs=self.grid(size, self.others.shape[1]) / 2,
        )

    def tables(self, r: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Net value, believed value and permission of all P + Q packages in one row."""
        rows, part, k = self.rows, self.limited, self.rows.own_type[r]
        code = part.code + rows.open_code[r, part.group]
        limited = part.settled_value[k] + rows.open_value[r, part.group] + part.present_value[k, code]
        theirs = part.other_settled + rows.other_open_value[r][:, part.group] + part.other_present_value[:, code]
        broken = np.concatenate([self.whole.breaks, part.breaks]) & rows.committed[r]
        net = np.concatenate([self.whole.value[k], limited]) - self.break_cost[broken]
        believed = (rows.belief[r][:, None] * np.concatenate([self.whole.other_value, theirs], axis=1)).sum(axis=0)
        allowed = np.concatenate([self.whole.home >= rows.need[r], part.home >= rows.limited_need[r]])
        agreed = (self.others >= rows.other_needs[r]).all(axis=-1)
        return net, believed, allowed & agreed & rows.asking[r]


def ranked_first(*criteria: np.ndarray, among: np.ndarray) -> int:
    """The first of `among` by the criteria, highest first, then the lowest index."""
    chosen = np.flatnonzero(among)
    keys = [-criterion[chosen] for criterion in reversed(criteria)]
    return int(chosen[np.lexsort([chosen, *keys])[0]]) if chosen.size else -1


def tried_offer(case: Case, r: int) -> int:
    net, believed, allowed = case.tables(r)
    found = ranked_first(believed, net, among=allowed & (net >= case.rows.least[r]))
    return found if found >= 0 else ranked_first(net, among=allowed & (net >= case.rows.floor[r]))


def tried_product(case: Case, r: int, other_floor: float) -> int:
    net, believed, allowed = case.tables(r)
    gain, other_gain = net - case.rows.floor[r], believed - other_floor
    good = allowed & (gain > 1e-12) & (other_gain > 1e-12)
    whole = np.arange(net.size) < len(case.whole.home)
    found = ranked_first(gain * other_gain, among=good & whole)
    return found if found >= 0 else ranked_first(gain * other_gain, among=good)


def tried_place(case: Case, r: int, place: int) -> int:
    net, _, allowed = case.tables(r)
    order = np.argsort(-net[: len(case.whole.home)], kind="stable")
    passed = [int(p) for p in order if allowed[p] and net[p] >= case.rows.floor[r]]
    return passed[place] if place < len(passed) else -1


@pytest.mark.parametrize("size", [FEWEST_COMPILED_ROWS - 6, FEWEST_COMPILED_ROWS + 24])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_search_agrees_with_trying_every_package(size, seed):
    case = Case(seed, size)
    other_floor, place = case.grid(size) / 2, case.luck.integers(0, 12, size)
    offers = best_offers(case.book, case.rows).package
    products = best_products(case.book, case.rows, other_floor).package
    places = offers_at_place(case.book, case.rows, place).package
    for r in range(size):
        assert offers[r] == tried_offer(case, r)
        assert products[r] == tried_product(case, r, other_floor[r])
        assert places[r] == tried_place(case, r, place[r])


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_offers_carry_the_values_of_their_package(seed):
    case = Case(seed, 40)
    offers = best_offers(case.book, case.rows)
    for r in np.flatnonzero(offers.package >= 0):
        net, believed, _ = case.tables(r)
        assert (offers.value[r], offers.other_value[r]) == (net[offers.package[r]], believed[offers.package[r]])
    np.testing.assert_equal(tuple(appraised_offers(case.book, case.rows, offers.package)), tuple(offers))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_higher_least_value_never_gives_the_other_more(seed):
    case = Case(seed, 40)
    before = best_offers(case.book, case.rows._replace(least=case.rows.floor))
    after = best_offers(case.book, case.rows._replace(least=case.rows.floor + 2 * QUARTER))
    found = before.package >= 0
    assert (after.other_value[found] <= before.other_value[found]).all()
    assert np.array_equal(found, after.package >= 0)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_rows_do_not_influence_each_other(seed):
    case = Case(seed, 40)
    together = best_offers(case.book, case.rows)
    apart = [
        best_offers(case.book, Rows(*(column[part] for column in case.rows))) for part in np.split(np.arange(40), 8)
    ]
    for name in Offers._fields:
        separate = np.concatenate([getattr(offers, name) for offers in apart])
        assert separate.tobytes() == getattr(together, name).tobytes()
