"""The support at home that a deal needs: of the vote, and of further institutions."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.state import State
from negotiation.politics.support import mood, weighted_mean

Floats = NDArray[np.float64]


def needs_of_the_vote(game: Game, state: State, seat: int, home: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    """The support a comprehensive and a limited deal need for their content, share, (R,); at threshold 0 none.

    home: (R, C) income felt and (R,) approval.
    """
    side, (income, approval) = game.sides[seat], home
    rules = side.country.ratification
    felt, voice = (income, side.voice) if side.groups.size else (np.zeros((state.worlds, 1)), np.ones(1))
    shift = mood(felt, voice, approval, rules.relief.value, rules.trust.value)
    threshold = side.threshold[state.type[:, seat]] + rules.vote.value * state.failed[:, seat]
    threshold = threshold + state.mandate[:, seat] if side.country.election else threshold
    nothing = np.full(state.worlds, -np.inf)
    limited = rules.limited_threshold.value
    return threshold - shift if rules.threshold.value > 0.0 else nothing, limited - shift if limited > 0.0 else nothing


def needs_of_chambers(game: Game, state: State, seat: int, income: Floats) -> Floats:
    """The support that each further institution needs for what is in a deal, share, (R, N).

    income: (R, C) felt. The mood that shifts it is that of its own constituencies; elected ones follow the leader's
    type and the mandate.
    """
    side = game.sides[seat]
    needs = np.empty((state.worlds, len(side.chambers)))
    if not side.chambers:
        return needs
    rules, kinds = side.country.ratification, list(side.country.types.values())
    for n, chamber in enumerate(side.chambers):
        felt, voice = (income, chamber.voice) if side.groups.size else (np.zeros((state.worlds, 1)), np.ones(1))
        approval = weighted_mean(state.approval, voice) if side.groups.size else np.full(state.worlds, 0.5)
        threshold = chamber.given.threshold.value + chamber.given.vote.value * state.refusals[seat][:, n]
        if chamber.elected:
            shifts = np.array([kind.threshold for kind in kinds])[state.type[:, seat]]
            threshold = threshold + shifts + state.mandate[:, seat]
        need = threshold - mood(felt, voice, approval, rules.relief.value, rules.trust.value)
        needs[:, n] = need if chamber.given.threshold.value > 0.0 else -np.inf
    return needs
