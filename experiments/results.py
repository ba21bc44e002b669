"""Results that experiments speak of, one number a world, NaN where a world has none."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Block, Categories
from negotiation.dispute.game import build_game
from negotiation.model import play_block
from negotiation.scenario import Scenario

Floats = NDArray[np.float64]
BLOCK = 1000  # worlds computed together


class Result(NamedTuple):
    """unit: what it is counted in; of: the number of every world of a block, (R,)."""

    unit: str
    of: Callable[[Block], Floats]


def words(block: Block, column: str) -> NDArray[np.str_]:
    """A column of words, (R,)."""
    cells = block.worlds[column]
    if not isinstance(cells, Categories):
        raise TypeError(f"{column} is no column of words")
    return np.array(cells.labels)[cells.codes]


def number(column: str, unit: str) -> Result:
    """A column of numbers."""
    return Result(unit, lambda block: np.asarray(block.worlds[column], np.float64))


def share(column: str, *labels: str) -> Result:
    """The share of worlds in which a column of words reads one of these, percentage points."""
    return Result("% of worlds", lambda block: 100.0 * np.isin(words(block, column), labels))


def terms(side: str) -> Result:
    """What the comprehensive deals are worth to a side at fixed weights, points."""

    def of(block: Block) -> Floats:
        agreed = words(block, "settlement") == "comprehensive"
        return np.where(agreed, np.asarray(block.worlds[f"terms_{side}"], np.float64), np.nan)

    return Result("points", of)


def joint_retaliation() -> Result:
    """Whether any ally ever joined the retaliation, percentage points."""
    return Result("% of worlds", lambda block: 100.0 * (np.asarray(block.worlds["joint_allies_peak"]) > 0))


RESULTS = {
    "deals": share("settlement", "comprehensive"),
    "any deal": share("settlement", "comprehensive", "limited"),
    "trade war": share("outcome", "trade war"),
    "US tariff": number("rate_mean_us", "% of trade, mean of the year"),
    "Canadian tariff": number("rate_mean_ca", "% of trade, mean of the year"),
    "Canada's welfare": number("welfare_ca", "% of a year's income"),
    "US welfare": number("welfare_us", "% of a year's income"),
    "US prices": number("prices_us", "% of consumer prices, a year"),
    "Canada's terms": terms("ca"),
    "US terms": terms("us"),
    "Canada's approval": number("approval_ca", "share at the end"),
    "security": number("security_index", "index"),
    "joint retaliation": joint_retaliation(),
    "long renewal": share("issue_usmca", "long"),
    "softwood settled": share("issue_softwood", "managed"),
    "talks ended": share("talks_at_end", "ended"),
    "sector tariffs kept": share("issue_industry", "kept"),
}


def measured(scenario: Scenario, worlds: int, seed: int) -> dict[str, Floats]:
    """Every result of every world, (R,) each; a result about an issue that is not in the scenario is left out."""
    game = build_game(scenario)
    blocks = []
    for first in range(0, worlds, BLOCK):
        block = play_block(game, seed, range(first, min(first + BLOCK, worlds)), 0)
        blocks.append({name: result.of(block) for name, result in RESULTS.items() if _known(name, scenario)})
    return {name: np.concatenate([block[name] for block in blocks]) for name in blocks[0]}


def _known(name: str, scenario: Scenario) -> bool:
    """Whether a scenario has what a result speaks of."""
    needs = {"long renewal": "usmca", "softwood settled": "softwood", "sector tariffs kept": "industry"}
    return needs.get(name) is None or needs[name] in scenario.issues
