"""Whether the other side keeps its word: what its broken deals and promises teach, and what that makes a deal worth."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.state import State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def premium_for_breaking(game: Game, state: State, seat: int) -> Floats | float:
    """What any deal must be worth to a government beyond no deal, because the other may break it, points, (R,).

    With chance q the deal ends, leaving what no deal is worth less the reliance lost: (1 - q) x gain >= q x reliance.
    """
    trust = game.sides[seat].country.trust
    if trust is None:
        return 0.0
    broken = state.broken_deals[:, seat]
    return trust.reliance.value * broken / (state.deals_counted[:, seat] - broken)


def prior_counts(game: Game, seat: int) -> tuple[float, float]:
    """Deals broken and deals in all that a government's prior is worth."""
    trust = game.sides[seat].country.trust
    return (0.0, 0.0) if trust is None else (trust.breaks.value * trust.weight.value, trust.weight.value)


def note_deal(game: Game, state: State, rows: Integers) -> None:
    """A limited deal is in force: each side counts one that the other has not broken so far, in place."""
    for seat, side in enumerate(game.sides):
        if side.country.trust is not None:
            state.deals_counted[rows, seat] += 1.0


def note_broken_word(game: Game, state: State, seat: int, where: Flags) -> None:
    """A government broke a promise: the other trusts its deals less, in place. where: (R,)."""
    trust = game.sides[1 - seat].country.trust
    if trust is None:
        return
    counted = np.where(where, trust.promises.value, 0.0)
    state.broken_deals[:, 1 - seat] += counted
    state.deals_counted[:, 1 - seat] += counted


def note_broken_deal(game: Game, state: State, seat: int, where: Flags) -> None:
    """A government broke a limited deal: the other counts it, and loses what it did relying on it, in place."""
    trust = game.sides[1 - seat].country.trust
    if trust is not None:
        state.broken_deals[:, 1 - seat] += where
        state.once[:, 1 - seat] -= np.where(where, trust.reliance.value, 0.0)
