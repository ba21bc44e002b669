"""Small disputes for the laws: a shipped scenario with some entries changed, played under the same luck."""

from copy import deepcopy
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Block, Categories
from negotiation.dispute.game import Game, build_game
from negotiation.model import play_block
from negotiation.scenario import Scenario, read_scenario, validated
from negotiation.scenario.ranges import outdated

Z99 = 2.5758293035489004  # standard normal quantile at 99.5 %, for two-sided 99 % intervals


def changed(name: str, changes: dict[str, Any]) -> Scenario:
    """A shipped scenario with entries set by path; a number on a quantity becomes its value; None removes a key."""
    table = read_scenario(name).model_dump(mode="python")
    for path, value in changes.items():
        *way, last = path.split(".")
        here = table
        for key in way:
            here = here[key]
        old = here.get(last)
        for gone in outdated([last]) & set(here):
            here[gone] = None
        if value is None:
            here.pop(last, None)
        elif isinstance(old, dict) and "unit" in old and not isinstance(value, dict):
            here[last] = {**old, "value": value, "range": None, "range_source": None}  # the range was the old value's
        else:
            here[last] = deepcopy(value)  # later paths may lead into it
    return validated(table, name)


@lru_cache(maxsize=32)
def game_from(name: str, changes: tuple[tuple[str, Any], ...]) -> Game:
    """The game of a changed scenario."""
    return build_game(changed(name, dict(changes)))


def played(name: str, changes: dict[str, Any], worlds: int = 400, seed: int = 7) -> Block:
    """What comes of a changed scenario."""
    scenario = changed(name, changes)
    return play_block(build_game(scenario), seed, range(worlds), 0)


def words(block: Block, column: str) -> NDArray[np.str_]:
    """A column of words of the worlds."""
    cells = block.worlds[column]
    assert isinstance(cells, Categories)
    return np.array(cells.labels)[cells.codes]


def numbers(block: Block, column: str) -> NDArray[np.float64]:
    """A column of numbers of the worlds."""
    return np.asarray(block.worlds[column], np.float64)


def weekly(block: Block, column: str) -> NDArray[np.float32]:
    """A weekly column, (R, W)."""
    return block.weeks[:, :, [entry.name for entry in block.columns].index(column)]


def interval(difference: NDArray[np.float64]) -> tuple[float, float]:
    """The 99 % interval of a mean paired difference."""
    error = Z99 * difference.std(ddof=1) / np.sqrt(difference.size)
    return float(difference.mean() - error), float(difference.mean() + error)
