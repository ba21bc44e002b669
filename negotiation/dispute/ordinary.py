"""Constituencies and allies as a scenario has them: their rules, outside any model, for whoever plays the game."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.ally_rates import pressure_of
from negotiation.dispute.players import DecidesForACountry, Players, Times
from negotiation.politics.approval import approval_after, warranted
from negotiation.politics.coalition import Situation, Temper, readiness, stance_after
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class OrdinaryConstituency:
    """A domestic group that moves towards what its losses, its pride and its grievances warrant."""

    def __init__(self, scenario: Scenario, key: str) -> None:
        self.group = scenario.constituencies[key]
        self.audience = scenario.countries[self.group.country].audience

    def approval_after(self, times: Times) -> Floats:
        """What it thinks of its government next week, share, (R,)."""
        target = warranted(self.group.base.value, times.income, self.audience.pain.value, times.pressure)
        return approval_after(times.approval, target, self.audience.reversion.value, times.shock)


class OrdinaryAlly:
    """A third country or bloc that weighs gain, solidarity and company."""

    def __init__(self, scenario: Scenario, key: str) -> None:
        given = scenario.allies[key]
        self.given = given
        self.temper = Temper(
            given.welfare.value, given.solidarity.value, given.company.value, given.request.value,
            given.settles.value, given.mediates.value, pressure_of(given),
        )  # fmt: skip

    def stance_after(self, stance: Integers, leaning: Floats, sees: Situation, chance: Floats) -> Integers:
        """Where it stands next week, (R,), by number in STANCES."""
        ready = readiness(self.given.leaning.value + leaning, self.temper, sees)
        return stance_after(stance, ready, self.temper, sees, chance)


def ordinary_players(scenario: Scenario, governments: Sequence[DecidesForACountry]) -> Players:
    """These governments, with everybody else as the scenario has them."""
    return Players(
        governments,
        [OrdinaryConstituency(scenario, key) for key in scenario.constituencies],
        [OrdinaryAlly(scenario, key) for key in scenario.allies],
    )
