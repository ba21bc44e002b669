"""Governments, allies and constituencies as Mesa agents that live in R worlds at once."""

from typing import TYPE_CHECKING

import mesa
import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.ally_rates import pressure_of
from negotiation.dispute.decision import Decision
from negotiation.dispute.players import Times
from negotiation.dispute.standing import approval_of
from negotiation.dispute.view import View
from negotiation.politics.approval import approval_after, warranted
from negotiation.politics.coalition import Situation, Temper, readiness, stance_after
from negotiation.strategies import strategy_of

if TYPE_CHECKING:
    from negotiation.model.dispute import Dispute

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Government(mesa.Agent):
    """One country's government. Override `at_table` and `away` to decide otherwise; both answer a View.

    key: the country's id; seat: its place in the engine's order; tactic, doctrine: how it decides.
    """

    def __init__(self, model: "Dispute", key: str) -> None:
        super().__init__(model)
        self.key = key
        self.seat = model.game.scenario.sides.index(key)
        self.country = model.game.scenario.countries[key]
        self.tactic, self.doctrine = strategy_of(model.game.scenario, key)

    def at_table(self, view: View) -> Decision:
        """Accept, offer or hold."""
        return self.tactic.at_table(view)

    def away(self, view: View) -> Decision:
        """This week's moves away from the table."""
        return self.doctrine.away(view)

    @property
    def tariff(self) -> Floats:
        """What its measures put on trade with the other, percent, (R,)."""
        rate: Floats = self.model.game.tables.rate[self.seat][self.model.state.code]
        return rate

    @property
    def approval(self) -> Floats:
        """Its approval over its constituencies, share, (R,)."""
        side = self.model.game.sides[self.seat]
        return approval_of(side, self.model.state)


class Constituency(mesa.Agent):
    """A domestic group. Override `approval_after` to give it another temper."""

    def __init__(self, model: "Dispute", key: str) -> None:
        super().__init__(model)
        self.key = key
        self.place = list(model.game.scenario.constituencies).index(key)
        self.group = model.game.scenario.constituencies[key]
        self.audience = model.game.scenario.countries[self.group.country].audience

    def approval_after(self, times: Times) -> Floats:
        """What it thinks of its government next week, share, (R,)."""
        target = warranted(self.group.base.value, times.income, self.audience.pain.value, times.pressure)
        return approval_after(times.approval, target, self.audience.reversion.value, times.shock)

    @property
    def approval(self) -> Floats:
        """What it thinks of its government, share, (R,)."""
        approval: Floats = self.model.state.approval[:, self.place]
        return approval


class Ally(mesa.Agent):
    """A third country or bloc. Override `stance_after` to let it choose otherwise."""

    def __init__(self, model: "Dispute", key: str) -> None:
        super().__init__(model)
        self.key = key
        self.place = list(model.game.scenario.allies).index(key)
        given = model.game.scenario.allies[key]
        self.given = given
        self.temper = Temper(
            given.welfare.value, given.solidarity.value, given.company.value, given.request.value,
            given.settles.value, given.mediates.value, pressure_of(given),
        )  # fmt: skip

    def stance_after(self, stance: Integers, leaning: Floats, sees: Situation, chance: Floats) -> Integers:
        """Where it stands next week, (R,), by number in STANCES."""
        ready = readiness(self.given.leaning.value + leaning, self.temper, sees)
        return stance_after(stance, ready, self.temper, sees, chance)

    @property
    def stance(self) -> Integers:
        """Where it stands, (R,), by number in STANCES."""
        stance: Integers = self.model.state.stance[:, self.place]
        return stance
