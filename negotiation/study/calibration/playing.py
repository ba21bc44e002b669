"""Who plays a calibration's worlds: this process, or several, with the same results."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game, build_game
from negotiation.scenario.schema import Scenario
from negotiation.study.calibration.pieces import Piece, pieces_of
from negotiation.study.calibration.telling_numbers import Ends, simulated, whole_disputes

Floats = NDArray[np.float64]
BLOCK = 2000  # worlds that one process plays at once


class Case(NamedTuple):
    """What is played: the record, and the scenario made ready by `calibratable`; key: of both."""

    record: Scenario
    scenario: Scenario
    key: str


class Stage(NamedTuple):
    """A case made ready to play."""

    game: Game
    pieces: list[Piece]


@dataclass(frozen=True)
class Company:
    """Plays a case's worlds by blocks. pool: processes, or None for this one alone."""

    case: Case
    seed: int
    workers: int = 1
    pool: ProcessPoolExecutor | None = None

    def pieces(self, values: Floats, first: int) -> Floats:
        """The numbers of worlds `first`, `first` + 1, ... with these values (R, P), (R, S)."""
        return np.concatenate(self._played(_pieces, values, first))

    def whole(self, values: Floats, first: int) -> Ends:
        """How threats end in whole disputes of such governments."""
        parts = self._played(_whole, values, first)
        return Ends(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _played(self, play: Callable[..., Any], values: Floats, first: int) -> list[Any]:
        """Every block's answer, in order."""
        size = min(BLOCK, -(-len(values) // self.workers))
        jobs = [(values[place : place + size], first + place) for place in range(0, len(values), size)]
        if self.pool is None:
            return [play(self.case, rows, self.seed, world) for rows, world in jobs]
        waiting = [self.pool.submit(play, self.case, rows, self.seed, world) for rows, world in jobs]
        return [each.result() for each in waiting]


def _pieces(case: Case, values: Floats, seed: int, first: int) -> Floats:
    """A block of pieces."""
    return simulated(stage_of(case).pieces, values, seed, first)


def _whole(case: Case, values: Floats, seed: int, first: int) -> Ends:
    """A block of whole disputes."""
    return whole_disputes(stage_of(case).game, values, seed, first)


# Made ready once in every process.
_STAGES: OrderedDict[str, Stage] = OrderedDict()


def stage_of(case: Case) -> Stage:
    """A case made ready to play; the last one is kept."""
    if case.key not in _STAGES:
        _STAGES.clear()
        _STAGES[case.key] = Stage(build_game(case.scenario), pieces_of(case.record, case.scenario))
    return _STAGES[case.key]
