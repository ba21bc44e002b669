"""Between what the guesses of a scenario may lie: stated in it, or else by one rule for all.

A scenario states `range = [low, high]` beside a value (`latest_range` beside the latest week of a private deadline):
evenly likely between. Where it states none, a guess lies between half and double its value, evenly in its logarithm, so
that it is as likely below as above; a negative one likewise, likeliest at its value; a share between half and double
its odds, likeliest at its value; a deadline's latest week between half (never before its earliest) and double. A 0
stays 0. Of guesses without a range only the
families that were seen to matter count (FAMILIES, in this order; options by size), together at most MOST. What would
change solutions of the trade model is in none of them. docs/uncertainty.md has the screening.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from negotiation.scenario.quantity import Fraction, Quantity, Weeks
from negotiation.scenario.schema import Scenario

MOST = 40
FACTOR = 2.0
RULE = "assumption: half to double"
FAMILIES = (
    "countries.*.clock.latest",
    "countries.*.payoff.organised", "countries.*.payoff.balance", "countries.*.payoff.welfare",
    "countries.*.payoff.real_income", "countries.*.payoff.revenue", "countries.*.payoff.border_prices",
    "countries.*.payoff.unity",
    "countries.*.ratification.threshold", "countries.*.institutions.*.threshold",
    "countries.*.ratification.relief", "countries.*.ratification.slope",
    "countries.*.conduct.assurance", "countries.*.conduct.nerve", "countries.*.trust.breaks",
    "countries.*.strategy.pace", "countries.*.strategy.ratio",
    "bases.*.belief", "summit.proposed", "countries.*.election.turnover",
    "economy.phase_in", "economy.window", "allies.*.leaning",
)  # fmt: skip
OPTIONS = "issues.*.options.*.value.*"


@dataclass(frozen=True)
class Prior:
    """Where a number may lie. whole: a whole number; source: whose range it is, the scenario's words or the rule."""

    path: str
    value: float
    unit: str
    low: float
    high: float
    shape: Literal["uniform", "log-uniform", "triangular"]
    whole: bool
    source: str


def priors(scenario: Scenario, most: int = MOST) -> tuple[Prior, ...]:
    """The numbers that are uncertain, those with a stated range first."""
    numbers = dict(scenario.quantities())
    stated = [prior for prior in _deadlines(scenario) if prior.shape == "uniform"]
    stated += [stated_prior(path, number) for path, number in numbers.items() if number.range is not None]
    guesses = dict(_guesses(scenario))
    ranked = [path for family in FAMILIES for path in guesses if fnmatchcase(path, family)]
    options = [path for path in guesses if fnmatchcase(path, OPTIONS)]
    ranked += sorted(options, key=lambda path: -abs(guesses[path].value))
    found = [*stated, *(guesses[path] for path in ranked)]
    return tuple(found[:most])


def _guesses(scenario: Scenario) -> Iterator[tuple[str, Prior]]:
    """Every guess without a range, as the rule has it."""
    for prior in _deadlines(scenario):
        if prior.shape != "uniform":
            yield prior.path, prior
    for path, number in scenario.quantities():
        if number.assumed and number.range is None and number.value not in (0.0, 1.0 if _share(number) else 0.0):
            yield path, ruled_prior(path, number)


def _deadlines(scenario: Scenario) -> Iterator[Prior]:
    """The latest weeks of private deadlines, evenly between stated bounds or as the rule has it."""
    for side, country in scenario.countries.items():
        clock, path = country.clock, f"countries.{side}.clock.latest"
        if clock is None:
            continue
        if clock.latest_range is not None:
            low, high = max(clock.latest_range[0], clock.earliest), clock.latest_range[1]
            yield Prior(path, clock.latest, "week", low, high, "uniform", True, clock.range_source or clock.source)
        elif clock.source.lower().startswith("assumption"):
            low, high = max(round(clock.latest / FACTOR), clock.earliest), round(clock.latest * FACTOR)
            yield Prior(path, clock.latest, "week", low, high, "log-uniform", True, RULE)


def stated_prior(path: str, number: Quantity) -> Prior:
    """Evenly between the bounds the scenario states."""
    low, high = number.range or (number.value, number.value)
    said = number.range_source or number.source
    return Prior(path, number.value, number.unit, low, high, "uniform", isinstance(number, Weeks), said)


def ruled_prior(path: str, number: Quantity) -> Prior:
    """Half to double, within what the number's kind allows."""
    value, whole = float(number.value), isinstance(number, Weeks)
    if _share(number):
        low, high = value / (value + FACTOR * (1.0 - value)), FACTOR * value / (1.0 - value + FACTOR * value)
        return Prior(path, value, number.unit, low, high, "triangular", False, RULE)
    low, high = sorted((value / FACTOR, value * FACTOR))
    if whole:
        low, high = max(round(low), 1), round(high)
    return Prior(path, value, number.unit, low, high, "log-uniform" if value > 0.0 else "triangular", whole, RULE)


def _share(number: Quantity) -> bool:
    """Whether it lies between 0 and 1 by its kind."""
    return isinstance(number, Fraction)
