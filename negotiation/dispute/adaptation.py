"""Before the long run: what new rates do while trade has not yet adapted, and how it adapts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.economy_tables import Tables
from negotiation.dispute.state import State
from negotiation.dispute.worth import FAST, WEEKS_A_YEAR
from negotiation.scenario.countries import TERMS
from negotiation.scenario.schema import Scenario

if TYPE_CHECKING:
    from negotiation.dispute.game import Game

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Gap:
    """What differs before trade has adapted, the short run less the long: flows and incomes a year by code.

    components: (codes, G, J + 1); income: (codes, C) percent; units as in `Tables`.
    """

    components: Floats
    income: Floats


def gap_between(short: Tables, long: Tables) -> Gap:
    """The gap by code."""
    components = np.ascontiguousarray((short.components - long.components).transpose(2, 0, 1))
    return Gap(components, np.ascontiguousarray((short.income - long.income).T))


def lasting_flows(scenario: Scenario, flows: Floats, gap: Floats, years: Floats) -> Floats:
    """The flows that are worth as much as those that begin in the short run and go to the long one, (J, codes).

    flows, gap: (J, codes) in the long run, and what is added before; years: (J,) that lasting flows count.
    """
    share = years_before(scenario) / years
    return flows + share[:, None] * gap


def years_before(scenario: Scenario) -> Floats:
    """Years that the gap of each term counts, over the rolling window, if rates are new now, (J,)."""
    rules, economy = scenario.economy.short_run, scenario.economy
    if rules is None:
        return np.zeros(len(TERMS))
    kept, at_once, phased, felt = 1.0 - 1.0 / rules.weeks.value, 0.0, 0.0, 0.0
    for week in range(1, economy.window.value + 1):
        unadapted = float(np.power(kept, week - 1.0))
        felt += (unadapted - felt) / economy.phase_in.value
        discount = float(np.power(1.0 + economy.discount.value / 100.0, -week / WEEKS_A_YEAR)) / WEEKS_A_YEAR
        at_once += discount * unadapted
        phased += discount * felt
    return np.array([at_once if term in FAST else phased for term in TERMS])


def note_new_rates(game: "Game", state: State) -> None:
    """What was adapted to is what is left of the rates that were there before, in place, before they are felt."""
    if game.gap is None:
        return
    rate = game.tables.rate_by_code.take(state.code, axis=0)
    now, before = rate[:, 0] + rate[:, 1], state.adapted_to
    most = np.maximum(now, before)
    state.adapted = state.adapted * np.where(most > 0.0, np.minimum(now, before) / np.where(most > 0.0, most, 1.0), 1.0)
    state.adapted_to = now


def adapt(game: "Game", state: State) -> None:
    """Trade adapts for a week, in place."""
    rules = game.scenario.economy.short_run
    if rules is not None:
        state.adapted = state.adapted + (1.0 - state.adapted) / rules.weeks.value


def components_now(game: "Game", state: State) -> Floats:
    """The components that the rates in force lead to, as far as trade has adapted, (R, G, J + 1)."""
    flows: Floats = game.tables.components_by_code.take(state.code, axis=0)
    if game.gap is None:
        return flows
    return flows + (1.0 - state.adapted)[:, None, None] * game.gap.components.take(state.code, axis=0)


def income_now(game: "Game", state: State) -> Floats:
    """Constituencies' income that the rates in force lead to, as far as trade has adapted, percent, (R, C)."""
    income: Floats = game.tables.income_by_code.take(state.code, axis=0)
    if game.gap is None:
        return income
    return income + (1.0 - state.adapted)[:, None] * game.gap.income.take(state.code, axis=0)
