"""What is calibrated: seven numbers of two governments, with the ranges they are thought to lie in."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.model.varied import Ways, ways_as_stated
from negotiation.scenario.institutions import Election
from negotiation.scenario.schema import Scenario
from negotiation.study.errors import StudyError

Floats = NDArray[np.float64]
SHARES, WEEKS = ("floor", "swing", "renewal", "turnover", "heed"), ("campaign", "rest", "eve")
NEVER_HELD = "never held"
THREATENER, ANSWERER, BOTH = "threatens", "answers", "both"
DOCTRINES = {THREATENER: "brinkmanship", ANSWERER: "proportional"}


class Parameter(NamedTuple):
    """A number between low and high; who: whose; whole: whether only its whole part counts."""

    name: str
    who: str
    low: float
    high: float
    unit: str
    words: str
    path: str
    whole: bool = False


PARAMETERS = (
    Parameter("resolve", THREATENER, -0.4, 0.6, "points", "what speaks for carrying out a threat, beyond its gain",
              "types.*.resolve"),
    Parameter("follow_through", THREATENER, 0.05, 0.9, "points, standard deviation",
              "spread of carrying out's private cost", "conduct.nerve"),
    Parameter("fatigue", ANSWERER, 0.0, 0.15, "chance a week", "easing a measure long in force", "strategy.fatigue"),
    Parameter("reciprocity", ANSWERER, 0.0, 1.0, "own rate per the other's", "how much of the other's rate is answered",
              "strategy.ratio"),
    Parameter("audience_cost", THREATENER, 0.0, 0.2, "share of approval", "approval lost by a dropped threat",
              "audience.dropped_threat"),
    Parameter("mandate", ANSWERER, -0.1, 0.2, "share of influence", "added to the support a deal needs at home",
              "institutions.*.threshold"),
    Parameter("suspension", BOTH, 0.0, 4.0, "weeks", "whole weeks without talks after a blow", "conduct.suspension",
              whole=True),
)  # fmt: skip
NAMES = tuple(each.name for each in PARAMETERS)
BY_BASE_RATE = ("resolve", "follow_through", "audience_cost")  # what decides how many threats are carried out
LOW, HIGH = np.array([each.low for each in PARAMETERS]), np.array([each.high for each in PARAMETERS])


def side_of(scenario: Scenario, who: str) -> str:
    """The country that threatens, or the one that answers. Raises StudyError where none does."""
    for side in scenario.countries:
        if scenario.countries[side].strategy.doctrine == DOCTRINES[who]:
            return side
    raise StudyError(
        f"{scenario.name}: needs a government that {who}, by doctrine '{DOCTRINES[who]}', to be calibrated; it has none"
    )


def whose(scenario: Scenario, parameter: Parameter) -> str:
    """The id of the country a parameter is of, or 'both'."""
    return BOTH if parameter.who == BOTH else side_of(scenario, parameter.who)


def ways_of(scenario: Scenario, values: Floats) -> Ways:
    """Governments as some values (R, 7) say, otherwise as in the scenario."""
    ways = ways_as_stated(scenario, len(values))
    value = dict(zip(NAMES, values.T, strict=True))
    us, ca = (scenario.sides.index(side_of(scenario, who)) for who in (THREATENER, ANSWERER))
    stated = scenario.countries[scenario.sides[us]].audience.dropped_threat.value
    ways.resolve[:, us], ways.nerve[:, us] = value["resolve"], value["follow_through"]
    ways.outcry[:, us] = value["audience_cost"] / stated
    ways.fatigue[:, ca], ways.ratio[:, ca] = value["fatigue"], value["reciprocity"]
    ways.mandate[:, ca] = value["mandate"]
    ways.suspension[:] = np.floor(value["suspension"])[:, None]
    return ways


def calibratable(scenario: Scenario) -> Scenario:
    """The scenario in which every parameter counts. Raises StudyError where one cannot.

    An answerer without elections is given one that is never held, for its mandate; a government that talks on after a
    blow is given a suspension, which each world sets anew.
    """
    for who in (THREATENER, ANSWERER):
        side_of(scenario, who)
    threatener = side_of(scenario, THREATENER)
    if scenario.countries[threatener].audience.dropped_threat.value == 0.0:
        raise StudyError(
            f"{scenario.name}: countries.{threatener}.audience.dropped_threat: must be above 0 to be calibrated, got 0"
        )
    table = {name: {"value": 0.0, "unit": "none", "source": NEVER_HELD} for name in SHARES}
    table |= {name: {"value": 1, "unit": "weeks", "source": NEVER_HELD} for name in WEEKS}
    never = Election.model_validate(table)
    countries = {}
    for side, country in scenario.countries.items():
        weeks = country.conduct.suspension
        lasts = weeks.model_copy(update={"value": max(weeks.value, 1)})
        conduct = country.conduct.model_copy(update={"suspension": lasts})
        votes = country.election or (never if side == side_of(scenario, ANSWERER) else None)
        countries[side] = country.model_copy(update={"election": votes, "conduct": conduct})
    return scenario.model_copy(update={"countries": countries})
