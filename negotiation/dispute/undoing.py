"""What held before a limited deal, and what going back to it would bring."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import LEAVE
from negotiation.dispute.game import Game
from negotiation.dispute.state import LIMITED_DEAL, State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
PERCENT = 100.0


def gain_from_breaking(game: Game, state: State, seat: int, answer: float) -> Floats:
    """What a government would gain by what held before the limited deal, approval lost taken off, points, (R,).

    Its own measures go back to what they were; with chance `answer` the other's do as well. Nothing to gain without a
    limited deal in force.
    """
    side, types = game.sides[seat], state.type[:, seat]
    before = np.where(settles(game, state), state.settled_before, state.settled)
    options = _worth_of_options(game, state, seat, before) - _worth_of_options(game, state, seat, state.settled)
    now = side.present_value[types, state.code]
    alone = side.present_value[types, state.code + _undoing(game, state, game.imposer == seat)] - now
    both = side.present_value[types, state.code + _undoing(game, state, np.ones_like(game.imposer, np.bool_))] - now
    country = side.country
    shame = country.payoff.approval.value * PERCENT * country.audience.broken_promise.value
    gain = options + (1.0 - answer) * alone + answer * both - shame
    return np.where(state.settlement == LIMITED_DEAL, gain, -np.inf)


def levels_before(game: Game, state: State, seat: int) -> Integers:
    """What a government's measures that the limited deal fixes stood at before it, -1 for all others, (R, M)."""
    ours = game.packages.fixes[np.maximum(state.package, 0)] & (game.imposer == seat)
    return np.where(ours & (state.settlement == LIMITED_DEAL)[:, None], state.level_before, LEAVE)


def _undoing(game: Game, state: State, whose: NDArray[np.bool_]) -> Integers:
    """The change of code if some of the measures (M,) that the deal fixes went back to what they were, (R,)."""
    in_force = np.where(state.paused_until > state.week, 0, state.level)
    fixed = game.packages.fixes[np.maximum(state.package, 0)] & whose
    change: Integers = np.einsum("rm,m->r", np.where(fixed, state.level_before - in_force, 0), game.strides)
    return change


def settles(game: Game, state: State) -> NDArray[np.bool_]:
    """The issues that the last package settled, (R, I)."""
    which: NDArray[np.bool_] = game.packages.options[np.maximum(state.package, 0)] >= 0
    return which


def _worth_of_options(game: Game, state: State, seat: int, settled: Integers) -> Floats:
    """What options, by issue (R, I), are worth to a government's true type, points, (R,)."""
    combination = np.einsum("ri,i->r", settled, game.option_strides)
    worth: Floats = game.sides[seat].settled_worth[combination, 0, state.type[:, seat]]
    return worth
