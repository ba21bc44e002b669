"""What is calibrated: six numbers of two governments, with what was thought of them before."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.model.varied import Ways
from negotiation.scenario.institutions import Election
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
SHARES, WEEKS = ("floor", "swing", "renewal", "turnover", "heed"), ("campaign", "rest", "eve")
NEVER_HELD = "never held"


class Parameter(NamedTuple):
    """A number, even between low and high before anything is seen; side: whose."""

    name: str
    side: str
    low: float
    high: float
    unit: str
    words: str
    path: str


PARAMETERS = (
    Parameter("resolve", "us", -0.4, 0.6, "points", "what speaks for carrying out a threat, beyond its gain",
              "countries.us.types.*.resolve"),
    Parameter("follow_through", "us", 0.05, 0.9, "points, standard deviation", "spread of carrying out's private cost",
              "countries.us.conduct.nerve"),
    Parameter("fatigue", "ca", 0.0, 0.15, "chance a week", "easing a measure long in force",
              "countries.ca.strategy.fatigue"),
    Parameter("reciprocity", "ca", 0.0, 1.0, "own rate per the other's", "how much of the other's rate is answered",
              "countries.ca.strategy.ratio"),
    Parameter("audience_cost", "us", 0.0, 0.2, "share of approval", "approval lost by a dropped threat",
              "countries.us.audience.dropped_threat"),
    Parameter("mandate", "ca", -0.1, 0.2, "share of influence", "added to the support a deal needs at home",
              "countries.ca.ratification.threshold"),
)  # fmt: skip
NAMES = tuple(each.name for each in PARAMETERS)
LOW, HIGH = np.array([each.low for each in PARAMETERS]), np.array([each.high for each in PARAMETERS])


def ways_of(scenario: Scenario, values: Floats, outcry: float) -> Ways:
    """Governments as some values (R, 6) say, otherwise as in the scenario.

    outcry: points lost per share of approval that a dropped threat costs. In the decision to carry out, an audience's
    cost adds to resolve and does nothing else; what it does to approval is left as it is.
    """
    size = len(values)
    ways = Ways(*(np.zeros((size, 2)) for _ in Ways._fields))
    for seat, side in enumerate(scenario.sides):
        country = scenario.countries[side]
        ways.nerve[:, seat] = country.conduct.nerve.value
        ways.fatigue[:, seat], ways.ratio[:, seat] = country.strategy.fatigue.value, country.strategy.ratio.value
    by_name = {each.name: (values[:, place], scenario.sides.index(each.side)) for place, each in enumerate(PARAMETERS)}
    for name, column in (("follow_through", ways.nerve), ("fatigue", ways.fatigue), ("reciprocity", ways.ratio),
                         ("mandate", ways.mandate), ("resolve", ways.resolve)):  # fmt: skip
        value, seat = by_name[name]
        column[:, seat] = value
    value, seat = by_name["audience_cost"]
    stated = scenario.countries[scenario.sides[seat]].audience.dropped_threat.value
    ways.resolve[:, seat] += (value - stated) * outcry
    return ways


def with_mandates(scenario: Scenario) -> Scenario:
    """The scenario in which mandates count: a country without elections is given one that is never held."""
    table = {name: {"value": 0.0, "unit": "none", "source": NEVER_HELD} for name in SHARES}
    table |= {name: {"value": 0, "unit": "weeks", "source": NEVER_HELD} for name in WEEKS}
    never = Election.model_validate(table)
    countries = {
        side: country if country.election else country.model_copy(update={"election": never})
        for side, country in scenario.countries.items()
    }
    return scenario.model_copy(update={"countries": countries})


def as_row(values: Mapping[str, float]) -> Floats:
    """Values by name as a row."""
    return np.array([float(values[name]) for name in NAMES])
