"""A dispute under way: the game, where its worlds stand, this week's luck, who plays, and the log."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.luck import WeekLuck
from negotiation.dispute.moves import MoveLog
from negotiation.dispute.part import Part, put_back
from negotiation.dispute.players import Players
from negotiation.dispute.state import State

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Course:
    """What a stage of a week works on; the state is changed in place. All arrays hold the same R worlds."""

    game: Game
    state: State
    luck: WeekLuck
    players: Players
    log: MoveLog

    def of(self, rows: Integers) -> "Course":
        """The same week in some of the worlds only, by their place here; a copy, to be put back with `absorb`."""
        return Course(self.game, Part(self.state, rows), self.luck.of(rows), self.players, self.log.of(rows))

    def absorb(self, part: "Course", rows: Integers) -> None:
        """Put what became of some worlds back in their places."""
        put_back(self.state, part.state, rows)
