"""One block's work: play these worlds and bring back what a results folder needs, whoever does it and wherever."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Block, WeekColumn
from negotiation.study.histogram import WeeklyHistogram, histogram_of
from negotiation.study.rows import csv_rows, kinds_of, moves_columns
from negotiation.study.tally import Tally, tally_of

if TYPE_CHECKING:
    from negotiation.scenario import Scenario

Game = Any
BuildGame = Callable[..., Game]
PlayBlock = Callable[[Game, int, range, int], Block]


def nothing_foretold(game: Game) -> dict[str, Any]:
    """No baselines: for games that know none."""
    return {}


@dataclass(frozen=True)
class Engine:
    """What plays: build_game(scenario, workers, progress) and play_block(game, seed, worlds, logged).

    foretell: what anybody could say of a game without playing it.
    """

    build_game: BuildGame
    play_block: PlayBlock
    foretell: Callable[[Game], dict[str, Any]] = nothing_foretold


@dataclass(frozen=True)
class Task:
    """Some worlds of one scenario to play; those numbered below logged keep their record and moves."""

    engine: Engine
    scenario: "Scenario"
    scenario_hash: str
    seed: int
    worlds: range
    logged: int


@dataclass(frozen=True)
class Digest:
    """A block as it travels: tables as text, the record of the logged worlds, counts of all.

    worlds: how many; kinds: column of worlds.csv -> what its cells are; record: (R logged, W, K).
    """

    worlds: int
    kinds: dict[str, str]
    rows: bytes
    moves: bytes
    columns: tuple[WeekColumn, ...]
    record: NDArray[np.float32]
    histogram: WeeklyHistogram
    tally: Tally


def real_engine() -> Engine:
    """The program's own game."""
    from negotiation.analysis.baselines import baselines
    from negotiation.dispute.game import build_game
    from negotiation.model import play_block

    return Engine(build_game, play_block, baselines)


def play_task(task: Task) -> Digest:
    """Play a task's worlds. Any process can: it builds the game on its first task and keeps it for the next."""
    game = game_of(task)
    return digest_of(task.engine.play_block(game, task.seed, task.worlds, task.logged), task.logged)


# The last games built here: a study's workers go to and fro between a few points, and a game is large.
_GAMES: OrderedDict[tuple[Engine, str], Game] = OrderedDict()
_GAMES_KEPT = 2


def game_of(task: Task) -> Game:
    """The task's game, built at most once in a row."""
    key = (task.engine, task.scenario_hash)
    game = _GAMES.get(key)
    if game is None:
        game = task.engine.build_game(task.scenario, 1, None)
        keep_game(task, game)
    return game


def keep_game(task: Task, game: Game) -> None:
    """Let this process play the task with a game already built."""
    _GAMES[(task.engine, task.scenario_hash)] = game
    while len(_GAMES) > _GAMES_KEPT:
        _GAMES.popitem(last=False)


def digest_of(block: Block, logged: int) -> Digest:
    """What is kept of a block."""
    kept = min(max(logged - block.first_world, 0), len(block.weeks))
    return Digest(
        worlds=len(block.weeks),
        kinds=kinds_of(block.worlds),
        rows=csv_rows(block.worlds),
        moves=csv_rows(moves_columns(block.moves)),
        columns=block.columns,
        record=block.weeks[:kept].copy(),
        histogram=histogram_of(block.weeks, block.columns),
        tally=tally_of(block),
    )
