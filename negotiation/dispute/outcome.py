"""How a dispute ended: four facts, and a headline by precedence."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Categories
from negotiation.dispute.game import Game
from negotiation.dispute.now import rate_now
from negotiation.dispute.state import COMPREHENSIVE_DEAL, LIMITED_DEAL, State

Integers = NDArray[np.int64]


class Facts(NamedTuple):
    """settlement, tariffs_at_end, talks_at_end and outcome of each world, and whether a deal was ever in force (R,)."""

    settlement: Categories
    tariffs_at_end: Categories
    talks_at_end: Categories
    outcome: Categories
    deal_ever: Integers


SETTLEMENTS = ("none", "limited", "comprehensive", "broken")
TALKS = ("talking", "suspended", "ended")


def outcome_labels(game: Game) -> tuple[str, ...]:
    """The headlines, in order of precedence."""
    first, second = game.scenario.sides
    return ("comprehensive deal", "limited deal", "no tariffs", f"one-sided: {first}", f"one-sided: {second}",
            "standoff", "trade war")  # fmt: skip


def facts(game: Game, state: State) -> Facts:
    """The facts of every world at its end. Disputed tariffs: what the scenario's measures add, trade-weighted."""
    limits = game.scenario.outcome
    rate = rate_now(game, state)
    in_force, high = rate >= limits.in_force.value, rate >= limits.war.value
    both = in_force.all(axis=-1)
    tariffs = np.select([both & high.all(axis=-1), both, in_force[:, 0], in_force[:, 1]], [4, 3, 1, 2], 0)
    first, second = game.scenario.sides
    headline = np.select(
        [state.settlement == COMPREHENSIVE_DEAL, state.settlement == LIMITED_DEAL],
        [0, 1],
        np.array([2, 3, 4, 5, 6])[tariffs],
    )
    return Facts(
        settlement=Categories(state.settlement, SETTLEMENTS),
        tariffs_at_end=Categories(tariffs, ("none", first, second, "both below", "both above")),
        talks_at_end=Categories(state.talks, TALKS),
        outcome=Categories(headline, outcome_labels(game)),
        deal_ever=state.ever_deal.astype(np.int64),
    )
