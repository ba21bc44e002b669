"""Whether there is a deal that both sides prefer to none, under some pair of types, at some rates they could reach."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game

Floats = NDArray[np.float64]


def zone_of_agreement(game: Game) -> tuple[bool, bool]:
    """Whether any reachable rates leave a zone of agreement, and whether the start's do.

    Reachable: every combination of the measures' levels and of allies that join, with the options that are in force
    at the start; a government whose doctrine is `none` leaves its measures as they start. Threats, which only lower
    what no deal is worth to the threatened, are left out at the start and appear carried out among the rates.
    Comprehensive packages, and limited ones from those rates.
    """
    start = _start_code(game)
    open_at = np.zeros(game.tables.grid.size, np.bool_)
    for ours in range(len(game.sides[0].prior)):
        for theirs in range(len(game.sides[1].prior)):
            open_at |= _whole_zone(game, ours, theirs) | _limited_zone(game, ours, theirs)
    return bool((open_at & _reachable(game)).any()), bool(open_at[start])


def _reachable(game: Game) -> NDArray[np.bool_]:
    """The codes that the governments' doctrines could lead to, (codes,)."""
    codes = np.arange(game.tables.grid.size)
    levels = game.tables.grid.levels(codes)[:, : len(game.scenario.measures)] % (game.top + 1)
    reachable = np.ones(len(levels), np.bool_)
    for m, (key, measure) in enumerate(game.scenario.measures.items()):
        if game.scenario.countries[measure.imposer].strategy.doctrine == "none":
            reachable &= levels[:, m] == game.scenario.start.levels.get(key, 0)
    return reachable


def _start_code(game: Game) -> int:
    """The code of the rates in force at the start."""
    measures = list(game.scenario.measures)
    levels = game.scenario.start.levels
    return sum(level * int(game.strides[measures.index(key)]) for key, level in levels.items())


def _settled(game: Game, seat: int, kind: int) -> Floats:
    """What the options in force at the start are worth to a type, points, by issue (I,)."""
    worth = []
    for place, (key, issue) in enumerate(game.scenario.issues.items()):
        option = list(issue.options).index(game.scenario.start.settled.get(key, next(iter(issue.options))))
        worth.append(float(game.sides[seat].worth[place][kind, option]))
    return np.array(worth)


def _whole_zone(game: Game, ours: int, theirs: int) -> NDArray[np.bool_]:
    """At which codes some comprehensive package is worth at least no deal to both, (codes,)."""
    whole = game.packages.whole
    first, second = (game.sides[seat].package_worth[kind, :whole] for seat, kind in ((0, ours), (1, theirs)))
    seats = ((0, ours), (1, theirs))
    floors = [game.sides[seat].present_value[kind] + _settled(game, seat, kind).sum() for seat, kind in seats]
    order = np.argsort(-first, kind="stable")
    best_of_second = np.maximum.accumulate(second[order])
    reaching = np.searchsorted(-first[order], -floors[0], side="right")  # packages worth the first side's floor
    enough = np.where(reaching > 0, best_of_second[np.maximum(reaching - 1, 0)], -np.inf)
    zone: NDArray[np.bool_] = enough >= floors[1]
    return zone


def _limited_zone(game: Game, ours: int, theirs: int) -> NDArray[np.bool_]:
    """At which codes some limited package is worth at least no deal to both, and more to one, (codes,)."""
    packages, codes = game.packages, np.arange(game.tables.grid.size)
    levels = game.tables.grid.levels(codes)[:, : len(game.scenario.measures)] % (game.top + 1)
    zone = np.zeros(len(codes), np.bool_)
    for place in range(packages.whole, len(packages.code)):
        fixed = (levels * np.where(packages.fixes[place], game.strides, 0)).sum(axis=-1)
        after = codes - fixed + packages.code[place]
        gains = [_limited_gain(game, seat, kind, place, after) for seat, kind in ((0, ours), (1, theirs))]
        zone |= (gains[0] >= 0.0) & (gains[1] >= 0.0) & (gains[0] + gains[1] > 0.0)
    return zone


def _limited_gain(game: Game, seat: int, kind: int, place: int, after: NDArray[np.int64]) -> Floats:
    """What a limited package adds for a type, by the code it is signed at, points, (codes,)."""
    side = game.sides[seat]
    options, settled = game.packages.options[place], _settled(game, seat, kind)
    issues = sum(
        float(side.worth[i][kind, option]) - float(settled[i]) for i, option in enumerate(options) if option >= 0
    )
    gain: Floats = side.present_value[kind][after] - side.present_value[kind] + issues
    return gain
