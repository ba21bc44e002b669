"""One side of a dispute made ready to play: what packages are worth to it and to its people, and its book of them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search_book import Book, Comprehensive, Limited, book_of
from negotiation.dispute.economy_tables import Tables
from negotiation.dispute.home import Chamber, Content, People, chambers_of, support_at_home
from negotiation.dispute.needs import worth_when_signed
from negotiation.dispute.packages import Packages, Values, Worths, issue_sums
from negotiation.dispute.worth import horizon, type_probabilities
from negotiation.politics.support import rank_correlation
from negotiation.scenario.countries import TERMS, Country
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Side:
    """What one government knows of itself. K its types, P packages (comprehensive first), C all constituencies.

    prior: (K,); present_value: (K, codes) points of rates that last; worth: by issue, (K, options) points;
    package_worth: (K, P) points, a limited package at otherwise free trade; peak: (K,) the best comprehensive package;
    satisfaction: (K, P) package_worth from 0 for a type's worst to 1 for its best; home: (P,) support for the content;
    book: for the search; breaks: (P,) bitmask; break_cost: (2^n,) points; promise_cost: (2^n, I, options) points lost
    by going to an option under a set of commitments; settled_worth: (S, 1 + Q groups, K) points of the options in
    force, all of them and those that each limited deal leaves open, by the number of the combination; groups: its
    constituencies by number; influence: theirs; constituencies: how many there are on both sides; threshold: (K,)
    support a comprehensive deal needs; chambers: the further institutions that must agree; prices:
    (codes,) percent-years of consumer prices over the window.
    """

    key: str
    country: Country
    prior: Floats
    present_value: Floats
    worth: list[Floats]
    package_worth: Floats
    peak: Floats
    satisfaction: Floats
    home: Floats
    book: Book
    breaks: Integers
    break_cost: Floats
    promise_cost: Floats
    settled_worth: Floats
    groups: Integers
    influence: Floats
    constituencies: int
    threshold: Floats
    chambers: tuple[Chamber, ...]
    prices: Floats

    @cached_property
    def voice(self) -> Floats:
        """Every constituency's influence on this government, 0 for the other's, (C,)."""
        voice = np.zeros(self.constituencies)
        voice[self.groups] = self.influence
        return voice

    @cached_property
    def resolve(self) -> Floats:
        """What each type adds to carrying out a threat, points, (K,)."""
        return np.array([kind.resolve for kind in self.country.types.values()])

    @cached_property
    def has_resolve(self) -> bool:
        """Whether its types differ in how readily they carry out threats."""
        return bool(self.resolve.any())

    @cached_property
    def price_value(self) -> Floats:
        """What the prices at each code of rates are worth, points, (codes,), at most 0 where prices rise."""
        return self.country.payoff.border_prices.value * self.prices

    @cached_property
    def alignment(self) -> Floats:
        """Rank correlation of support at home with a type's own value over comprehensive packages, (K,)."""
        whole = len(self.book.order[0])
        return np.array([rank_correlation(self.home[:whole], worth[:whole]) for worth in self.package_worth])

    @cached_property
    def by_code(self) -> Floats:
        """`present_value` by code, (codes, K)."""
        return np.ascontiguousarray(self.present_value.T)

    @cached_property
    def satisfied(self) -> Floats:
        """`satisfaction` by package, (P, K)."""
        return np.ascontiguousarray(self.satisfaction.T)

    @cached_property
    def worth_by_option(self) -> list[Floats]:
        """`worth` by option, by issue (options, K)."""
        return [np.ascontiguousarray(value.T) for value in self.worth]

    @cached_property
    def worth_table(self) -> Floats:
        """`worth` as one table, (K, I, options), padded with the last option."""
        widest = max(value.shape[1] for value in self.worth)
        return np.stack([value[:, np.minimum(np.arange(widest), value.shape[1] - 1)] for value in self.worth], axis=1)

    @property
    def mean_value(self) -> Floats:
        """What lasting rates are worth at the prior's mean weights, points, (codes,)."""
        value: Floats = (np.ascontiguousarray(self.present_value.T) * self.prior).sum(axis=-1)
        return value

    @property
    def mean_worth(self) -> list[Floats]:
        """What each issue's options are worth at the prior's mean weights, points, by issue (options,)."""
        return [(np.ascontiguousarray(value.T) * self.prior).sum(axis=-1) for value in self.worth]


def both_sides(
    scenario: Scenario, tables: Tables, packages: Packages, value: Values, worth: Worths
) -> tuple[Side, Side]:
    """The two sides; each one's book holds what the other's types would think of a package."""
    first = _side(scenario, tables, packages, (value[0], worth[0]), (value[1], worth[1]), 0)
    second = _side(scenario, tables, packages, (value[1], worth[1]), (value[0], worth[0]), 1)
    return first, second


def _side(
    scenario: Scenario,
    tables: Tables,
    packages: Packages,
    own: tuple[Floats, list[Floats]],
    other: tuple[Floats, list[Floats]],
    seat: int,
) -> Side:
    """One side, seat 0 or 1."""
    key = scenario.sides[seat]
    country = scenario.countries[key]
    prior = type_probabilities(scenario, key)
    signed = worth_when_signed(scenario, own[1])
    settled = issue_sums(packages.options, signed)
    theirs = issue_sums(packages.options, worth_when_signed(scenario, other[1]))
    package_worth = np.ascontiguousarray(settled + own[0][:, packages.code])
    other_worth = theirs + other[0][:, packages.code]
    names = [place for place, group in enumerate(scenario.constituencies.values()) if group.country == key]
    groups = np.array(names, np.int64)
    influence = np.array([list(scenario.constituencies.values())[place].influence.value for place in names])
    content = Content(scenario, tables, packages, signed, prior, package_worth)
    home = support_at_home(content, People(groups, influence, country.ratification.slope.value))
    chambers = chambers_of(content, key)
    others = np.stack([chamber.support for chamber in chambers], axis=-1) if chambers else np.zeros((len(home), 0))
    breaks, cost = _breaks(scenario, packages, country)
    whole = packages.whole
    comprehensive = Comprehensive(package_worth[:, :whole], other_worth[:, :whole], home[:whole], breaks[:whole])
    limited = Limited(
        settled[:, whole:], theirs[:, whole:], home[whole:], breaks[whole:],
        packages.code[whole:], packages.group[whole:], own[0], other[0],
    )  # fmt: skip
    low, high = package_worth.min(axis=-1, keepdims=True), package_worth.max(axis=-1, keepdims=True)
    return Side(
        key=key,
        country=country,
        prior=prior,
        present_value=own[0],
        worth=own[1],
        package_worth=package_worth,
        peak=package_worth[:, :whole].max(axis=-1),
        satisfaction=np.ascontiguousarray((package_worth - low) / np.maximum(high - low, 1e-12)),
        home=home,
        book=book_of(comprehensive, cost, limited, others),
        breaks=breaks,
        break_cost=cost,
        promise_cost=_promise_costs(scenario, country),
        settled_worth=_settled_worth(scenario, own[1]),
        groups=groups,
        influence=influence,
        constituencies=len(scenario.constituencies),
        threshold=np.array([country.ratification.threshold.value + kind.threshold for kind in country.types.values()]),
        chambers=chambers,
        prices=horizon(scenario).at_once * tables.components[seat, TERMS.index("border_prices")],
    )


def _breaks(scenario: Scenario, packages: Packages, country: Country) -> tuple[Integers, Floats]:
    """Which commitments each package would break, as a bitmask (P,), and the cost of each set of them, points."""
    breaks = np.zeros(len(packages.code), np.int64)
    costs = []
    for bit, commitment in enumerate(country.commitments.values()):
        issue = list(scenario.issues).index(commitment.issue)
        most = list(scenario.issues[commitment.issue].options).index(commitment.most)
        breaks = breaks | np.where(packages.options[:, issue] > most, 1 << bit, 0)
        costs.append(commitment.cost.value)
    sets = np.arange(1 << len(costs))
    cost = np.zeros(len(sets))
    for bit, each in enumerate(costs):
        cost = cost + np.where((sets >> bit) & 1, each, 0.0)
    return breaks, cost


def _promise_costs(scenario: Scenario, country: Country) -> Floats:
    """What going alone to an option of an issue costs under each set of commitments, points, (2^n, I, options)."""
    widest = max(len(issue.options) for issue in scenario.issues.values())
    options = np.arange(widest)
    sets = np.arange(1 << len(country.commitments))
    costs = np.zeros((len(sets), len(scenario.issues), widest))
    for bit, commitment in enumerate(country.commitments.values()):
        issue = list(scenario.issues).index(commitment.issue)
        most = list(scenario.issues[commitment.issue].options).index(commitment.most)
        stands = ((sets >> bit) & 1 == 1)[:, None]
        costs[:, issue] += np.where(stands & (options > most), commitment.cost.value, 0.0)
    return costs


def _settled_worth(scenario: Scenario, worth: list[Floats]) -> Floats:
    """What every combination of options in force is worth to each type, points, (S, 1 + Q groups, K)."""
    left_open = [[True] * len(worth)]
    left_open += [[issue not in limited.issues for issue in scenario.issues] for limited in scenario.limited.values()]
    sums = [combination_sums([np.where(counts, value, 0.0) for counts, value in zip(each, worth, strict=True)])
            for each in left_open]  # fmt: skip
    return np.ascontiguousarray(np.stack(sums).transpose(2, 0, 1))


def combination_sums(worth: list[Floats]) -> Floats:
    """What every combination of options is worth to each type, (K, S), the last issue's option changing fastest."""
    total = np.zeros((len(worth[0]), 1))
    for by_option in worth:
        total = (total[:, :, None] + by_option[:, None, :]).reshape(len(total), -1)
    return total
