"""One world told twice, with a friction and without it, side by side from the week in which the two part."""

from dataclasses import dataclass

import numpy as np

from negotiation.scenario.frictions import FRICTIONS
from negotiation.study.task import game_of
from negotiation.study.telling import ToldWeek, ToldWorld, ending, told_weeks
from negotiation.study.why import AS_IT_IS, SINGLES, Attempt, Explanation, Keys, task_of

HOW_MANY = 3
Moves = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A week of both tellings; the sentences of each, none where nothing happened."""

    week: int
    with_it: Moves
    without_it: Moves


@dataclass(frozen=True)
class Parting:
    """A world, the friction that prevented its deal, the weeks from the parting on, and both endings."""

    world: int
    friction: str
    only_one: bool
    rows: tuple[Row, ...]
    ends_with: str
    ends_without: str


def partings(found: Explanation) -> list[Parting]:
    """A world for each of the three frictions that prevented most; one that nothing else would have saved if any."""
    saved = {single: found.deal_without[single] & ~found.deal for single in SINGLES}
    ranked = sorted(SINGLES, key=lambda single: -int(saved[single].sum()))
    told, taken = [], np.zeros(len(found.deal), np.bool_)
    for single in ranked[:HOW_MANY]:
        fresh = saved[single] & ~taken
        alone = fresh & (found.prevented == 1)
        if fresh.any():
            world = int(np.flatnonzero(alone if alone.any() else fresh)[0])
            taken[world] = True
            told.append(parting(found, world, single, bool(alone.any())))
    return told


def parting(found: Explanation, world: int, single: Keys, only_one: bool) -> Parting:
    """One world, told with a friction and without."""
    as_it_is, changed = _told(found, world, AS_IT_IS), _told(found, world, single)
    name = next(friction.name for friction in FRICTIONS if friction.key == single[0])
    rows = _from_parting(list(told_weeks(as_it_is)), list(told_weeks(changed)))
    return Parting(world, name, only_one, rows, ending(as_it_is), ending(changed))


def _told(found: Explanation, world: int, frictions: Keys) -> ToldWorld:
    """The world, played without some frictions, to be told."""
    task = task_of(Attempt(found.scenario, found.seed, (world,), frictions))
    game = game_of(task)
    block = task.engine.play_block(game, found.seed, range(world, world + 1), world + 1)
    return ToldWorld(task.scenario, world, found.seed, block, game.packages.options)


def _from_parting(one: list[ToldWeek], other: list[ToldWeek]) -> tuple[Row, ...]:
    """The weeks of both, from the first in which they differ."""
    with_it, without_it = _by_week(one), _by_week(other)
    weeks = sorted(with_it.keys() | without_it.keys())
    rows = [Row(week, with_it.get(week, ()), without_it.get(week, ())) for week in weeks]
    first = next((place for place, row in enumerate(rows) if row.with_it != row.without_it), len(rows))
    return tuple(rows[first:])


def _by_week(weeks: list[ToldWeek]) -> dict[int, Moves]:
    """The sentences of each week."""
    return {week.week: tuple(said for _, said in week.moves) for week in weeks}
