"""A frequency model: what the other asks for often it likes, what it does not let go of matters to it.

Axes: R sessions, I issues, O options.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Memory
from negotiation.bargaining.table.seat import Seat

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Frequency:
    """Evaluations by how often an option was asked for; an issue's weight rises when its option is kept.

    learning: weight shared out each time among the issues that were kept.
    Source: van Krimpen, Looije & Hajizadeh (2013), HardHeaded, its opponent model.
    """

    learning: float = 0.2

    def start(self, menu: Menu, sessions: int) -> Memory:
        """Even weights (R, I) and one asking for every option (R, I, O)."""
        issues = len(menu.domain.issues)
        asked = np.broadcast_to(options_that_are(menu).astype(np.float64), (sessions, issues, most_options(menu)))
        return np.full((sessions, issues), 1.0 / issues), asked.copy()

    def hear(self, memory: Memory, seat: Seat) -> Memory:
        """Count the options asked for; add to the weights of the issues kept since the offer before."""
        weights, asked = memory
        heard = seat.standing != NONE
        options = seat.menu.domain.packages[seat.standing]
        asked = asked + chosen(options, asked.shape[-1]) * heard[:, None, None]
        if seat.received.shape[1] < 2:
            return weights, asked
        before = seat.received[:, -2]
        kept = (options == seat.menu.domain.packages[before]) & (heard & (before != NONE))[:, None]
        raised = weights + self.learning / weights.shape[-1] * kept
        return raised / raised.sum(axis=-1, keepdims=True), asked

    def estimate(self, memory: Memory, menu: Menu) -> Floats:
        """Weight x times asked / times the most asked was, (R, I, O)."""
        weights, asked = memory
        table: Floats = weights[:, :, None] * asked / asked.max(axis=-1, keepdims=True)
        return table


def most_options(menu: Menu) -> int:
    """How many options the issue with most of them has."""
    return max(len(issue.options) for issue in menu.domain.issues)


def options_that_are(menu: Menu) -> NDArray[np.bool_]:
    """Which cells of (I, O) are options of their issue."""
    counts = np.array([len(issue.options) for issue in menu.domain.issues])
    exists: NDArray[np.bool_] = np.arange(most_options(menu)) < counts[:, None]
    return exists


def chosen(options: NDArray[np.int8], size: int) -> NDArray[np.bool_]:
    """Packages as which option is chosen, (R, I) to (R, I, O)."""
    is_chosen: NDArray[np.bool_] = options[:, :, None] == np.arange(size)
    return is_chosen
