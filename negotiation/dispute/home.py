"""Who must agree at home, and how well each package is supported there for what is in it."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.search_book import NOT_ASKED
from negotiation.dispute.economy_tables import Tables
from negotiation.dispute.packages import OPEN, Packages, issue_sums
from negotiation.dispute.worth import horizon
from negotiation.politics.support import content_support
from negotiation.scenario.institutions import Institution
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
ELECTED = ("legislature", "confidence")


class People(NamedTuple):
    """Whose support is needed: constituencies by number, their influence, share won by a point."""

    groups: Integers
    influence: Floats
    slope: float


class Content(NamedTuple):
    """What is in the packages for one country: worth of options by issue (K, options), the prior over its government's
    types (K,), and package_worth (K, P), as in `Side`."""

    scenario: Scenario
    tables: Tables
    packages: Packages
    worth: list[Floats]
    prior: Floats
    package_worth: Floats


@dataclass(frozen=True)
class Chamber:
    """A further institution that must agree. voice: (C,) influence of every constituency in it; support: (P,) for the
    content of each package, share, NOT_ASKED where it has no say; elected: whether it stands for election."""

    key: str
    given: Institution
    voice: Floats
    support: Floats
    elected: bool

    @property
    def asked(self) -> NDArray[np.bool_]:
        """Which packages it must agree to, (P,)."""
        return self.support < NOT_ASKED


def support_at_home(content: Content, people: People) -> Floats:
    """Support at home for what is in each package, share, (P,). A country without constituencies is its government."""
    scenario, packages = content.scenario, content.packages
    country_gain = (np.ascontiguousarray(content.package_worth.T) * content.prior).sum(axis=-1)
    if len(people.groups) == 0:
        return content_support(country_gain[None], np.ones(1), people.slope)
    phased = horizon(scenario).phased
    gains = []
    for place in people.groups:
        group = list(scenario.constituencies.values())[place]
        if not group.sectors:
            gains.append(country_gain)
            continue
        options = zip(scenario.issues, content.worth, strict=True)
        cared = [value * group.cares.get(issue, 1.0) for issue, value in options]
        stakes = (np.ascontiguousarray(issue_sums(packages.options, cared).T) * content.prior).sum(axis=-1)
        gains.append(phased * content.tables.income[place, packages.code] + stakes)
    return content_support(np.stack(gains), people.influence, people.slope)


def chambers_of(content: Content, key: str) -> tuple[Chamber, ...]:
    """A country's further institutions, in the file's order."""
    country = content.scenario.countries[key]
    chambers = []
    for name, given in country.institutions.items():
        groups, influence = electorate(content.scenario, key, given.places, given.constituencies)
        voice = np.zeros(len(content.scenario.constituencies))
        voice[groups] = influence
        support = support_at_home(content, People(groups, influence, country.ratification.slope.value))
        support = np.where(_has_say(content.scenario, content.packages, given), support, NOT_ASKED)
        chambers.append(Chamber(name, given, voice, support, given.kind in ELECTED))
    return tuple(chambers)


def electorate(
    scenario: Scenario, key: str, places: tuple[str, ...], names: tuple[str, ...]
) -> tuple[Integers, Floats]:
    """The constituencies of a country in some places or by name, by number, and their influence; all if neither."""
    chosen = [
        (number, group.influence.value)
        for number, (name, group) in enumerate(scenario.constituencies.items())
        if group.country == key and (not (places or names) or name in names or bool(set(places) & set(group.places)))
    ]
    return np.array([number for number, _ in chosen], np.int64), np.array([weight for _, weight in chosen])


def _has_say(scenario: Scenario, packages: Packages, given: Institution) -> NDArray[np.bool_]:
    """Which packages an institution must agree to, (P,)."""
    whole = packages.group == OPEN
    kind: NDArray[np.bool_] = {"all": whole | True, "comprehensive": whole, "limited": ~whole}[given.deals]
    if not given.agrees_to:
        return kind
    touched = np.zeros(len(whole), np.bool_)
    for issue, least in given.agrees_to.items():
        place = list(scenario.issues).index(issue)
        touched |= packages.options[:, place] >= list(scenario.issues[issue].options).index(least)
    return kind & touched
