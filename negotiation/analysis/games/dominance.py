"""Strategies that nobody should choose, whatever the other does."""

from typing import NamedTuple

import numpy as np

from negotiation.analysis.games.game import Bimatrix, Floats, Integers


class Dominated(NamedTuple):
    """A strategy of the side (0 rows, 1 columns) that `by` is better than against everything left in that round."""

    side: int
    strategy: int
    by: int
    round: int


def dominated(game: Bimatrix) -> list[Dominated]:
    """Strictly dominated pure strategies, taken away round by round; the order does not matter to what is left.

    Source: Gilboa, Kalai & Zemel (1990), that the order of strict elimination does not matter.
    """
    left = [np.arange(length) for length in game.first.shape]
    found: list[Dominated] = []
    turn = 1
    while True:
        rows, columns = left
        smaller = game.within(rows, columns)
        fallen = [_beaten(smaller.first), _beaten(smaller.turned.first)]
        if not any(fallen):
            return found
        for side, pairs in enumerate(fallen):
            found += [Dominated(side, int(left[side][worse]), int(left[side][by]), turn) for worse, by in pairs.items()]
        left = [np.delete(own, list(pairs)) for own, pairs in zip(left, fallen, strict=True)]
        turn += 1


def undominated(game: Bimatrix) -> tuple[Integers, Integers]:
    """The rows and columns left when dominated ones are taken away again and again."""
    gone = dominated(game)
    rows, columns = (
        np.setdiff1d(np.arange(length), [each.strategy for each in gone if each.side == side])
        for side, length in enumerate(game.first.shape)
    )
    return rows, columns


def _beaten(payoffs: Floats) -> dict[int, int]:
    """Row -> one that is better against every column and is not beaten itself."""
    better = np.all(payoffs[None, :, :] > payoffs[:, None, :], axis=2)  # [worse, by]
    lost = np.any(better, axis=1)
    return {int(worse): int(np.flatnonzero(better[worse] & ~lost)[0]) for worse in np.flatnonzero(lost)}
