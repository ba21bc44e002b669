"""Governments, allies and constituencies as Mesa agents that live in R worlds at once."""

from typing import TYPE_CHECKING

import mesa
import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.ordinary import OrdinaryAlly, OrdinaryConstituency
from negotiation.dispute.players import Times
from negotiation.dispute.standing import approval_of
from negotiation.dispute.view import View
from negotiation.politics.coalition import Situation
from negotiation.strategies import strategy_of

if TYPE_CHECKING:
    from negotiation.model.dispute import Dispute

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


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


class Premier(mesa.Agent):
    """The head of a province or state; seated where `classes` names one. Override what it is to decide itself: each
    answers where the rules leave it the choice, (R,), and None leaves it to its people's mood.

    key: country and id of the province, or of the institution it votes in ("ca.quebec").
    """

    def __init__(self, model: "Dispute", key: str) -> None:
        super().__init__(model)
        self.key = key

    def imposes(self, may: Flags) -> Flags | None:
        """Whether it sets the measure of its own, where it may."""
        return None

    def withdraws(self, may: Flags) -> Flags | None:
        """Whether it withdraws that measure, where it is in force since an earlier week."""
        return None

    def objects(self, may: Flags) -> Flags | None:
        """Whether it objects to its government's raising a measure it resists."""
        return None

    def refuses(self, may: Flags) -> Flags | None:
        """Whether it refuses a deal that it is asked about."""
        return None


class Constituency(mesa.Agent):
    """A domestic group. Override `approval_after` to give it another temper."""

    def __init__(self, model: "Dispute", key: str) -> None:
        super().__init__(model)
        self.key = key
        self.place = list(model.game.scenario.constituencies).index(key)
        self.nature = OrdinaryConstituency(model.game.scenario, key)
        self.group, self.audience = self.nature.group, self.nature.audience

    def approval_after(self, times: Times) -> Floats:
        """What it thinks of its government next week, share, (R,)."""
        return self.nature.approval_after(times)

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
        self.nature = OrdinaryAlly(model.game.scenario, key)
        self.given, self.temper = self.nature.given, self.nature.temper

    def stance_after(self, stance: Integers, leaning: Floats, sees: Situation, chance: Floats) -> Integers:
        """Where it stands next week, (R,), by number in STANCES."""
        return self.nature.stance_after(stance, leaning, sees, chance)

    @property
    def stance(self) -> Integers:
        """Where it stands, (R,), by number in STANCES."""
        stance: Integers = self.model.state.stance[:, self.place]
        return stance
