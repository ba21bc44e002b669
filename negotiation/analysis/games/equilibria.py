"""Nash equilibria, pure and mixed. Nashpy solves; what is dominated is taken away before."""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from negotiation.analysis.games.dominance import undominated
from negotiation.analysis.games.game import Bimatrix, Floats, Integers

ENUMERATED = 5  # strategies a side up to which all supports are tried: 0.1 s; with 8 it is 6 s
NOUGHT = 1e-9  # of the payoffs' range, and of probability


@dataclass(frozen=True)
class Equilibrium:
    """rows, columns: each side's probabilities, (n,) and (m,); worth: to both."""

    rows: Floats
    columns: Floats
    worth: tuple[float, float]

    @property
    def support(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Which strategies of each side are played at all."""
        first, second = (tuple(np.flatnonzero(side > NOUGHT).tolist()) for side in (self.rows, self.columns))
        return first, second

    @property
    def pure(self) -> bool:
        """Whether each side plays one strategy."""
        return all(len(side) == 1 for side in self.support)


@dataclass(frozen=True)
class Equilibria:
    """found: pure ones first; all_of_them: whether every support was tried, else there may be more."""

    found: tuple[Equilibrium, ...]
    all_of_them: bool


def equilibria(game: Bimatrix) -> Equilibria:
    """The equilibria of a game: by trying supports, or in large games those that Lemke and Howson's paths lead to.

    Source: Nash (1951); Lemke & Howson (1964); supports, Dickhaut & Kaplan (1991); Nashpy, Knight & Campbell (2018).
    """
    rows, columns = undominated(game)
    smaller = game.within(rows, columns)
    small_enough = max(smaller.first.shape) <= ENUMERATED
    found: list[Equilibrium] = []
    for ours, theirs in _solved(smaller, small_enough):
        each = _in_full(game, (rows, ours), (columns, theirs))
        if each is not None and not any(_same(each, other) for other in found):
            found.append(each)
    return Equilibria(tuple(sorted(found, key=lambda each: (not each.pure, each.support))), small_enough)


def _solved(game: Bimatrix, small_enough: bool) -> Iterator[tuple[Floats, Floats]]:
    """Nashpy's candidates; every pure one besides, which Lemke and Howson's paths may miss."""
    import nashpy

    solver = nashpy.Game(game.first, game.second)
    yield from _pure(game)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of degenerate games: ties are seen in what is found
        yield from solver.support_enumeration() if small_enough else _along_paths(solver, sum(game.first.shape))


def _pure(game: Bimatrix) -> Iterator[tuple[Floats, Floats]]:
    """Pairs in which each is a best reply to the other."""
    best = (game.first == game.first.max(axis=0)[None, :]) & (game.second == game.second.max(axis=1)[:, None])
    for row, column in np.argwhere(best):
        yield np.eye(game.first.shape[0])[row], np.eye(game.first.shape[1])[column]


def _along_paths(solver: object, labels: int) -> Iterable[tuple[Floats, Floats]]:
    """Where the path from each label ends."""
    for label in range(labels):
        yield solver.lemke_howson(initial_dropped_label=label)  # type: ignore[attr-defined]  # Nashpy states no types


def _in_full(game: Bimatrix, ours: tuple[Integers, Floats], theirs: tuple[Integers, Floats]) -> Equilibrium | None:
    """A candidate over all strategies; none if a side could gain by leaving it."""
    full = []
    for length, (places, weights) in zip(game.first.shape, (ours, theirs), strict=True):
        if len(weights) != len(places) or not np.isfinite(weights).all() or weights.sum() <= 0.0:
            return None
        mixture = np.zeros(length)
        mixture[places] = np.where(weights > NOUGHT, weights, 0.0)
        full.append(mixture / mixture.sum())
    rows, columns = full
    if max(game.regrets(rows, columns)) > 1e3 * NOUGHT * game.reach:
        return None
    return Equilibrium(rows, columns, game.worth(rows, columns))


def _same(one: Equilibrium, other: Equilibrium) -> bool:
    """Whether two are one, up to rounding."""
    apart = max(float(np.abs(one.rows - other.rows).max()), float(np.abs(one.columns - other.columns).max()))
    return apart < 1e3 * NOUGHT
