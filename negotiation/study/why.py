"""Why worlds end without a comprehensive deal: each played again under the same luck, one friction taken away.

Source: Fearon (1995) asks what keeps two sides from a bargain that both prefer; here it can be tried.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Categories
from negotiation.dispute.luck import draw
from negotiation.model import Dispute
from negotiation.scenario import Scenario
from negotiation.scenario.frictions import FRICTIONS, without
from negotiation.scenario.neutral import concerns
from negotiation.study.ensemble import BLOCK, PLAYING, Ensemble, EnsembleError, Progress
from negotiation.study.pool import own_processes
from negotiation.study.task import Task, game_of, real_engine

Flags = NDArray[np.bool_]
Keys = tuple[str, ...]
AS_IT_IS: Keys = ()
EVERY: Keys = tuple(friction.key for friction in FRICTIONS)
SINGLES: tuple[Keys, ...] = tuple((key,) for key in EVERY)
PAIRS: tuple[Keys, ...] = tuple(combinations(EVERY, 2))


@dataclass(frozen=True)
class Attempt:
    """Some worlds of a scenario, by number, to play without some frictions."""

    scenario: Scenario
    seed: int
    worlds: Sequence[int]
    frictions: Keys


Play = Callable[[Sequence[Attempt]], Iterator[Flags]]


@dataclass(frozen=True)
class Explanation:
    """Which friction prevented a deal in which world.

    deal: (R,) whether worlds 0, 1, ... have a comprehensive deal as things are; deal_without: (R,) the same without
    some frictions, for each friction, and for all; deal_without_pair: (N,) for each pair, in the worlds `unexplained`
    (N,), those without a deal that no single friction explains; inert: frictions that the scenario does not have.
    """

    scenario: Scenario
    seed: int
    deal: Flags
    deal_without: Mapping[Keys, Flags]
    unexplained: NDArray[np.int64]
    deal_without_pair: Mapping[Keys, Flags]
    inert: frozenset[str]

    @property
    def prevented(self) -> NDArray[np.int64]:
        """How many single frictions would each have saved a world, 0 where it has a deal anyway, (R,)."""
        saved = np.stack([self.deal_without[single] & ~self.deal for single in SINGLES], axis=-1)
        count: NDArray[np.int64] = saved.astype(np.int64).sum(axis=-1)
        return count


def explain(
    scenario: Scenario,
    seed: int,
    worlds: int,
    workers: int = 1,
    on_progress: Progress = lambda stage, done, total: None,
) -> Explanation:
    """Play every world as it is, without each friction and without all; what is left, without every pair.

    Raises EnsembleError for worlds, a seed or workers there cannot be.
    """
    Ensemble(scenario, worlds, seed)  # checks them
    if workers < 1:
        raise EnsembleError(f"workers: must be 1 or more, got {workers}")
    inert = frozenset(friction.key for friction in FRICTIONS if not concerns(scenario, friction.settings))
    with _hands(workers) as play:
        task = Attempt(scenario, seed, range(worlds), AS_IT_IS)
        first = _played(play, task, _changing((AS_IT_IS, *SINGLES, EVERY), inert), on_progress)
        single = {each: first[_left(each, inert)] for each in (*SINGLES, EVERY)}
        explained = np.stack([first[AS_IT_IS], *(single[each] for each in SINGLES)], axis=-1).any(axis=-1)
        unexplained = np.flatnonzero(~explained)
        pairs = [pair for pair in PAIRS if not inert.intersection(pair)]
        second = _played(play, replace(task, worlds=unexplained.tolist()), pairs, on_progress)
    pair = {each: second.get(each, np.zeros(len(unexplained), np.bool_)) for each in PAIRS}
    return Explanation(scenario, seed, first[AS_IT_IS], single, unexplained, pair, inert)


def _left(frictions: Keys, inert: frozenset[str]) -> Keys:
    """The frictions that the scenario has."""
    return tuple(key for key in frictions if key not in inert)


def _changing(variants: Sequence[Keys], inert: frozenset[str]) -> list[Keys]:
    """The variants that differ from each other."""
    return list(dict.fromkeys(_left(variant, inert) for variant in variants))


@contextmanager
def _hands(workers: int) -> Iterator[Play]:
    """Who plays attempts, in order: this process, or some of our own."""
    if workers == 1:
        yield lambda attempts: map(deals, attempts)
        return
    with own_processes(workers) as pool:
        yield lambda attempts: pool.map(deals, attempts)


def _played(play: Play, task: Attempt, variants: Sequence[Keys], on_progress: Progress) -> dict[Keys, Flags]:
    """Whether there is a comprehensive deal in each of a task's worlds, without the frictions of each variant."""
    parts = [task.worlds[first : first + BLOCK] for first in range(0, len(task.worlds), BLOCK)]
    attempts = [replace(task, worlds=part, frictions=variant) for variant in variants for part in parts]
    found = []
    for deal in play(attempts):
        found.append(deal)
        on_progress(PLAYING, len(found), len(attempts))
    nowhere, step = np.zeros(0, np.bool_), len(parts)
    return {
        variant: np.concatenate([nowhere, *found[place * step : (place + 1) * step]])
        for place, variant in enumerate(variants)
    }


def deals(attempt: Attempt) -> Flags:
    """Whether there is a comprehensive deal in each world of an attempt, (N,)."""
    task = task_of(attempt)
    luck = draw(task.scenario, attempt.seed, attempt.worlds)
    settlement = Dispute(game_of(task), len(attempt.worlds), luck, logged=0).finish().worlds["settlement"]
    if not isinstance(settlement, Categories):
        raise TypeError("settlement is a column of words")
    deal: Flags = settlement.codes == settlement.labels.index("comprehensive")
    return deal


def task_of(attempt: Attempt) -> Task:
    """An attempt as a task; its game is built once in a row."""
    scenario = without(attempt.scenario, attempt.frictions)
    return Task(real_engine(), scenario, scenario.content_hash(), attempt.seed, range(0), 0)
