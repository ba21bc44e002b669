"""What a government gets out of a course of events: the present value of its flows, with the last ones going on."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.fear import felt_with_fear
from negotiation.dispute.game import Game
from negotiation.dispute.start import codes_in_force
from negotiation.dispute.state import State
from negotiation.dispute.worth import FAST, WEEKS_A_YEAR, horizon, weights
from negotiation.scenario.countries import TERMS

Floats = NDArray[np.float64]
PERCENT = 100.0


class Purse:
    """One government's points from now on: weekly flows, then what lasts; for its true type.

    A week i ahead counts d(i) = (1 + r)^(-i/52) / 52 of its yearly flow. At the end of n weeks the rates and options in
    force go on for the scenario's window: sum over terms of weight x (flow x b + (a - b) x felt), felt for the slow
    terms alone, a and b the annuities of what is felt at once and phased in. Source: DESIGN's present values.
    """

    def __init__(self, game: Game, seat: int) -> None:
        self.game, self.seat, self.side = game, seat, game.sides[seat]
        self.weight = np.ascontiguousarray(weights(game.scenario, self.side.key))
        self.slow = np.array([term not in FAST for term in TERMS], np.float64)
        self.years = horizon(game.scenario)

    def flow(self, state: State, ahead: int) -> Floats:
        """The points of a week that lies so many ahead, (R,)."""
        kinds = state.type[:, self.seat]
        felt = (self.weight[kinds] * felt_with_fear(self.game, state)[:, self.seat, : len(TERMS)]).sum(axis=-1)
        yearly: Floats = felt + self._settled(state) / self.years.at_once
        return yearly * (self._discount(ahead) / WEEKS_A_YEAR)

    def lasting(self, state: State, ahead: int) -> Floats:
        """What rates and options in force are worth if they last, from so many weeks ahead on, (R,)."""
        kinds = state.type[:, self.seat]
        rates = self.side.by_code[codes_in_force(self.game, state), kinds]
        under_way = (self.weight[kinds] * self.slow * state.felt[:, self.seat, : len(TERMS)]).sum(axis=-1)
        going_on: Floats = rates + (self.years.at_once - self.years.phased) * under_way + self._settled(state)
        return going_on * self._discount(ahead)

    def _settled(self, state: State) -> Floats:
        """The present value of the options in force, (R,)."""
        combination = np.einsum("ri,i->r", state.settled, self.game.option_strides)
        worth: Floats = self.side.settled_worth[combination, 0, state.type[:, self.seat]]
        return worth

    def _discount(self, ahead: int) -> float:
        """What a point so many weeks ahead is worth now."""
        yearly = 1.0 + self.game.scenario.economy.discount.value / PERCENT
        return float(np.power(yearly, -ahead / WEEKS_A_YEAR))
