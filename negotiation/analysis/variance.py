"""How much of what varies between worlds comes from what: private types and clocks, conduct, chances, news, allies.

Luck is data, so a channel can be drawn again while all else stays: the total-effect index of a channel is the share of
the variance that would remain if everything but it were known.
Source: Jansen (1999), estimator of total-effect indices; Saltelli et al. (2010).
"""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Block, Categories
from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck, draw
from negotiation.model import Dispute

Floats = NDArray[np.float64]
CHANNELS = {
    "private types and deadlines": ("start",),
    "private costs and votes": ("conduct",),
    "initiative, summits, courts": ("chances", "courts"),
    "allies": ("allies", "dealings"),
    "news and polls": ("news", "polls"),
}
Z = 1.959963984540054  # standard normal quantile at 97.5 %


class Effect(NamedTuple):
    """The total effect of a group of channels on an outcome, share of variance, with its 95 % interval."""

    channel: str
    outcome: str
    share: float
    low: float
    high: float


def variance_shares(game: Game, seed: int = 2025, worlds: int = 2000) -> list[Effect]:
    """Total-effect indices of every group of channels on a deal, and on each side's welfare. Sums may exceed one."""
    luck = draw(game.scenario, seed, range(worlds))
    again = draw(game.scenario, seed, range(worlds, 2 * worlds))
    base = _outcomes(game, luck)
    effects = []
    for channel, names in CHANNELS.items():
        changed = _outcomes(game, replace(luck, **{name: getattr(again, name) for name in names}))
        effects += [_effect(channel, outcome, base[outcome], changed[outcome]) for outcome in base]
    return effects


def _outcomes(game: Game, luck: Luck) -> dict[str, Floats]:
    """What is explained: whether there is a comprehensive deal, any deal, and each side's welfare."""
    dispute = Dispute(game, len(luck.start), luck, logged=0)
    block: Block = dispute.finish()
    settlement = block.worlds["settlement"]
    if not isinstance(settlement, Categories):
        raise TypeError("settlement is a column of words")
    ended = np.array(settlement.labels)[settlement.codes]
    columns: dict[str, Floats] = {
        "comprehensive deal": (ended == "comprehensive").astype(np.float64),
        "any deal": (ended != "none").astype(np.float64),
    }
    for side in game.scenario.sides:
        columns[f"welfare of {side}"] = np.asarray(block.worlds[f"welfare_{side}"], np.float64)
    return columns


def _effect(channel: str, outcome: str, base: Floats, changed: Floats) -> Effect:
    """Jansen's estimator: half the mean squared difference over the variance; the interval from the mean's error."""
    variance = float(np.concatenate([base, changed]).var())
    if variance == 0.0:
        return Effect(channel, outcome, 0.0, 0.0, 0.0)
    squares = np.square(base - changed) / (2.0 * variance)
    share, error = float(squares.mean()), float(squares.std() / np.sqrt(len(squares)))
    return Effect(channel, outcome, share, max(share - Z * error, 0.0), share + Z * error)
