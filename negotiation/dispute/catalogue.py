"""Every comprehensive package, as one government looks through them all."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.standing import Standing
from negotiation.dispute.state import State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Catalogue:
    """What a View says of packages that settle every issue; slower than its searches, for tactics that must see all.

    Axes: R worlds, P packages, I issues. seat: which government looks. The fields with an underscore are the game's own
    and not for deciding by.
    """

    _game: Game
    _state: State
    _standing: Standing
    seat: int

    @property
    def every_option(self) -> Integers:
        """The option of each issue in every package, limited ones too, -1 where an issue stays open, (all, I)."""
        return self._game.packages.options

    @property
    def options(self) -> Integers:
        """The option of each issue in every comprehensive package, (P, I)."""
        return self._game.packages.options[: self._game.packages.whole]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many options each issue has, (I,)."""
        return tuple(len(issue.options) for issue in self._game.scenario.issues.values())

    def worth(self, some: slice) -> Floats:
        """What each is worth to it in some worlds, less the public commitments it breaks, points, (some, P)."""
        side = self._game.sides[self.seat]
        types, committed = self._state.type[some, self.seat], self._state.committed[some, self.seat]
        broken = committed[:, None] & side.breaks[: self._game.packages.whole]
        value: Floats = self._whole_worth[types] - side.break_cost[broken]
        return value

    def passes(self, some: slice) -> Flags:
        """Whether each has the support it needs at home in some worlds, (some, P)."""
        home = self._game.sides[self.seat].home[: self._game.packages.whole]
        enough: Flags = home >= self._standing.need[some, None]
        return enough

    @cached_property
    def _whole_worth(self) -> Floats:
        return self._game.sides[self.seat].package_worth[:, : self._game.packages.whole]
