"""The last solutions of the trade model, kept at hand: the points of a study mostly share them."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from negotiation.economy import EquilibriumTable, RateGrid, TradeModel, cache_directory, given_key, solve_grid

KEPT = 2
_SOLVED: OrderedDict[tuple[Path, str], EquilibriumTable] = OrderedDict()


def solution(
    economy: TradeModel,
    grid: RateGrid,
    focus: tuple[int, ...],
    workers: int,
    progress: Callable[[int, int], None] | None,
) -> EquilibriumTable:
    """Every combination of rates, solved: at hand, read from the disk, or now."""
    directory = cache_directory()
    key = (directory, given_key(economy, grid, focus))
    if key not in _SOLVED:
        _SOLVED[key] = solve_grid(economy, grid, focus, directory, workers, progress)
        while len(_SOLVED) > KEPT:
            _SOLVED.popitem(last=False)
    return _SOLVED[key]
