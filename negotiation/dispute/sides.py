"""One side of a dispute made ready to play: what packages are worth to it and to its people, and its book of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search_book import Book, Comprehensive, Limited, book_of
from negotiation.dispute.economy_tables import Tables
from negotiation.dispute.packages import Packages, issue_sums
from negotiation.dispute.worth import horizon, type_probabilities
from negotiation.politics.support import content_support
from negotiation.scenario.countries import Country
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Values = tuple[Floats, Floats]
Worths = tuple[list[Floats], list[Floats]]


@dataclass(frozen=True)
class Side:
    """What one government knows of itself. K its types, P packages (comprehensive first), C all constituencies.

    prior: (K,); present_value: (K, codes) points of rates that last; worth: by issue, (K, options) points; package_worth:
    (K, P) points, a limited package at otherwise free trade; peak: (K,) the best comprehensive package; satisfaction:
    (K, P) package_worth from 0 for a type's worst to 1 for its best; home: (P,) support for the content; book: for the
    search; breaks: (P,) bitmask; break_cost: (2^n,) points; groups: its constituencies; influence: theirs; threshold: (K,)
    support a comprehensive deal needs.
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
    groups: Integers
    influence: Floats
    threshold: Floats

    @property
    def mean_value(self) -> Floats:
        """What lasting rates are worth at the prior's mean weights, points, (codes,)."""
        return (np.ascontiguousarray(self.present_value.T) * self.prior).sum(axis=-1)

    @property
    def mean_worth(self) -> list[Floats]:
        """What each issue's options are worth at the prior's mean weights, points, by issue (options,)."""
        return [(np.ascontiguousarray(value.T) * self.prior).sum(axis=-1) for value in self.worth]


def both_sides(scenario: Scenario, tables: Tables, packages: Packages, value: Values, worth: Worths) -> tuple[Side, Side]:
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
    settled, others = issue_sums(packages.options, own[1]), issue_sums(packages.options, other[1])
    package_worth = np.ascontiguousarray(settled + own[0][:, packages.code])
    other_worth = others + other[0][:, packages.code]
    names = [place for place, group in enumerate(scenario.constituencies.values()) if group.country == key]
    groups = np.array(names, np.int64)
    influence = np.array([list(scenario.constituencies.values())[place].influence.value for place in names])
    home = _home(scenario, tables, packages, groups, influence, own[1], prior, package_worth)
    breaks, cost = _breaks(scenario, packages, country)
    whole = packages.whole
    comprehensive = Comprehensive(package_worth[:, :whole], other_worth[:, :whole], home[:whole], breaks[:whole])
    limited = Limited(
        settled[:, whole:], others[:, whole:], home[whole:], breaks[whole:],
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
        book=book_of(comprehensive, cost, limited),
        breaks=breaks,
        break_cost=cost,
        groups=groups,
        influence=influence,
        threshold=np.array([country.ratification.threshold.value + kind.threshold for kind in country.types.values()]),
    )


def _home(
    scenario: Scenario,
    tables: Tables,
    packages: Packages,
    groups: Integers,
    influence: Floats,
    worth: list[Floats],
    prior: Floats,
    package_worth: Floats,
) -> Floats:
    """Support at home for what is in each package, share, (P,). A country without constituencies is its government."""
    slope = float(next(iter(scenario.countries.values())).ratification.slope.value)
    country_gain = (np.ascontiguousarray(package_worth.T) * prior).sum(axis=-1)
    if len(groups) == 0:
        return content_support(country_gain[None], np.ones(1), slope)
    phased = horizon(scenario).phased
    gains = []
    for place in groups:
        group = list(scenario.constituencies.values())[place]
        if not group.sectors:
            gains.append(country_gain)
            continue
        cared = [value * group.cares.get(issue, 1.0) for issue, value in zip(scenario.issues, worth, strict=True)]
        stakes = (np.ascontiguousarray(issue_sums(packages.options, cared).T) * prior).sum(axis=-1)
        gains.append(phased * tables.income[place, packages.code] + stakes)
    return content_support(np.stack(gains), influence, slope)


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
