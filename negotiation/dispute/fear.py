"""Fear: believed threats depress investment, and with it incomes and jobs, before any tariff.

Source: news of higher tariffs to come lowers investment and activity, Caldara et al. (2020); exporters wait under a
threat, Handley & Limão (2017). The share and the time are the scenario's.
"""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.state import NONE, State
from negotiation.dispute.worth import FEARED
from negotiation.politics.belief import believed_share

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def width_of_fear(game: Game) -> int:
    """Columns of `State.fear`: both sides' feared components, then every constituency's income; none without fear."""
    return 0 if game.scenario.economy.fear is None else 2 * len(FEARED) + len(game.scenario.constituencies)


def be_afraid(game: Game, state: State) -> None:
    """Fear grows towards a share of believed harm where threats stand, and fades where none do, in place."""
    rules = game.scenario.economy.fear
    if rules is None:
        return
    dread = np.zeros_like(state.fear)
    for m in range(len(game.scenario.measures)):
        rows = np.flatnonzero((state.threat_level[:, m] != NONE) & state.open)
        if rows.size:
            dread[rows] += _believed_harm(game, state, m, rows)
    state.fear += (rules.share.value * dread - state.fear) / rules.weeks.value


def _believed_harm(game: Game, state: State, m: int, rows: Integers) -> Floats:
    """Belief x what incomes and jobs would lose by the threat on a measure, percent, <= 0, (N, columns of fear)."""
    level, target, basis = state.level[rows, m], 1 - game.imposer[m], state.basis[rows, m]
    in_force = np.where(state.paused_until[rows, m] > state.week, 0, level)
    now = state.code[rows]
    then = now + (np.maximum(state.threat_level[rows, m], in_force) - in_force) * game.strides[m]
    believed = believed_share(state.carried[rows, target, basis], state.seen_threats[rows, target, basis])
    felt = game.tables.feared_by_code
    harm: Floats = np.minimum(felt.take(then, axis=0) - felt.take(now, axis=0), 0.0)
    return believed[:, None] * harm


def felt_with_fear(game: Game, state: State) -> Floats:
    """The components felt, what fear takes included, (R, G, J)."""
    if game.scenario.economy.fear is None:
        return state.felt
    felt = state.felt.copy()
    for place, component in enumerate(FEARED):
        felt[:, :, component] += state.fear[:, place : 2 * len(FEARED) : len(FEARED)]
    return felt


def income_with_fear(game: Game, state: State) -> Floats:
    """Constituencies' income felt, percent, what fear takes included, (R, C)."""
    if game.scenario.economy.fear is None:
        return state.income
    income: Floats = state.income + state.fear[:, 2 * len(FEARED) :]
    return income


def fear_of(game: Game, state: State, seat: int) -> Floats:
    """What fear takes from a country's real income, percent, <= 0, (R,)."""
    taken: Floats = state.fear[:, seat * len(FEARED)]
    return taken
