"""What the economy feels this week: the rates in force by their code, or those that were observed.

Observed rates are felt as in the long run: how trade adapts to them is not reckoned.
"""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute import adaptation
from negotiation.dispute.game import Game
from negotiation.dispute.state import State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def components_now(game: Game, state: State) -> Floats:
    """The payoff terms and jobs towards which the economy moves, (R, G, J + 1)."""
    row = _observed(game, state)
    if row is None or game.observed is None:
        return adaptation.components_now(game, state)
    return np.repeat(game.observed.components[row : row + 1], state.worlds, axis=0)


def income_now(game: Game, state: State) -> Floats:
    """The constituencies' income towards which it moves, percent, (R, C)."""
    row = _observed(game, state)
    if row is None or game.observed is None:
        return adaptation.income_now(game, state)
    return np.repeat(game.observed.income[row : row + 1], state.worlds, axis=0)


def rate_now(game: Game, state: State) -> Floats:
    """What each side's measures put on trade with the other, percent, (R, G)."""
    row = _observed(game, state)
    if row is None or game.observed is None:
        return game.tables.rate_by_code.take(state.code, axis=0)
    return np.repeat(game.observed.rate[row : row + 1], state.worlds, axis=0)


def sectors_felt(game: Game, codes: Integers) -> tuple[tuple[Integers, Floats], tuple[Integers, Floats]]:
    """Codes (R, W) and tables (codes, G, S) of sectors' income and jobs; observed rows follow after the last code."""
    income, jobs = game.tables.sector_income, game.tables.sector_jobs
    if game.observed is None:
        return (codes, income), (codes, jobs)
    row, known = game.observed.row, game.observed.row >= 0
    codes = np.where(known, len(income) + row, codes)
    income = np.concatenate([income, game.observed.sector_income])
    return (codes, income), (codes, np.concatenate([jobs, game.observed.sector_jobs]))


def _observed(game: Game, state: State) -> int | None:
    """The row of the rates observed this week; None where they follow from the levels in force."""
    row = -1 if game.observed is None else game.observed.row_in(state.week)
    return None if row < 0 else row
