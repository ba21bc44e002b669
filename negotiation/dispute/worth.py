"""What combinations of rates are worth to each government: payoff terms, their weights, and present values.

Points: one point is one percent of a country's yearly real income for a year. A term is one function of the code of
rates; prices and revenue are felt at once, jobs and incomes are phased in.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.scenario.countries import TERMS
from negotiation.scenario.schema import Scenario

FAST = ("revenue", "border_prices")
COMPONENTS = (*TERMS, "jobs")
FEARED = tuple(COMPONENTS.index(component) for component in ("real_income", "organised", "jobs"))  # before any tariff
WEEKS_A_YEAR = 52
GRID = 2.0**30  # steps a point; about 1e-9 points, far below what any weight is known to
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Horizon:
    """What a flow of one point a year is worth now, over the rolling window: felt at once, or phased in."""

    at_once: float
    phased: float


def horizon(scenario: Scenario) -> Horizon:
    """The two annuity factors of a scenario, in years.

    A flow of one point a year pays 1/52 a week, discounted weekly; phased in, week i pays only the part
    1 - (1 - 1/L)^i of it. Source: present value of an annuity; the phase-in is DESIGN's e <- e + (E - e)/L.
    """
    economy = scenario.economy
    ahead = np.arange(1, economy.window.value + 1, dtype=np.float64)
    discount = np.power(1.0 + economy.discount.value / 100.0, -ahead / WEEKS_A_YEAR) / WEEKS_A_YEAR
    felt = 1.0 - np.power(1.0 - 1.0 / economy.phase_in.value, ahead)
    return Horizon(float(discount.sum()), float((discount * felt).sum()))


def term_years(scenario: Scenario) -> Floats:
    """Years that a lasting flow of each term counts, (J,)."""
    factor = horizon(scenario)
    return np.array([factor.at_once if term in FAST else factor.phased for term in TERMS])


def weights(scenario: Scenario, side: str) -> Floats:
    """The weight of each term for each type of a government, points per unit, (K, J)."""
    country = scenario.countries[side]
    plain = np.array([getattr(country.payoff, term).value for term in TERMS])
    organised = np.array([term == "organised" for term in TERMS])
    return np.stack([np.where(organised, plain * kind.sectors, plain) for kind in country.types.values()])


def issue_values(scenario: Scenario, side: str) -> list[Floats]:
    """For each issue, what each option is worth a year to each type, points, (K, options).

    A type's multiplier `concessions` scales the issues its own side concedes, `demands` those the other side does.
    """
    country = scenario.countries[side]
    values = []
    for issue in scenario.issues.values():
        plain = np.array([_worth(option.value.get(side)) for option in issue.options.values()])
        ours = issue.conceded_by == side
        scale = np.array([kind.concessions if ours else kind.demands for kind in country.types.values()])
        values.append(scale[:, None] * plain)
    return values


def _worth(quantity: object) -> float:
    """The value of an option to one side; nothing said is nothing."""
    return float(getattr(quantity, "value", 0.0))


def type_probabilities(scenario: Scenario, side: str) -> Floats:
    """The prior over a government's types, (K,)."""
    return np.array([kind.probability for kind in scenario.countries[side].types.values()])


def on_grid(points: Floats) -> Floats:
    """Points rounded to the nearest 2^-30, so that sums of them are exact and two equal packages are worth the same."""
    return np.round(points * GRID) / GRID


def present_values(components: Floats, weight: Floats, years: Floats) -> Floats:
    """What a lasting code of rates is worth, points on the grid.

    components: (J, codes) yearly flows; weight: (K, J); years: (J,). Returns (K, codes).
    """
    scaled = weight * years
    total = np.zeros((len(weight), components.shape[-1]))
    for term, flow in enumerate(components):  # in a fixed order: the same bits whatever the block
        total = total + scaled[:, term, None] * flow
    return np.ascontiguousarray(on_grid(total))
