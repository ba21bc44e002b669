"""A frequency model: what the other asks for often it likes, what it does not let go of matters to it.

Axes: R sessions, I issues, O options.
"""

from __future__ import annotations

from collections.abc import Sequence
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
        return nothing_heard([len(issue.options) for issue in menu.domain.issues], sessions)

    def hear(self, memory: Memory, seat: Seat) -> Memory:
        """Count the options asked for; add to the weights of the issues kept since the offer before."""
        packages, received = seat.menu.domain.packages, seat.received
        before = received[:, -2] if received.shape[1] > 1 else np.full(len(received), NONE)
        return heard(memory, (packages[before], before != NONE), (packages[seat.standing], seat.standing != NONE), self)

    def estimate(self, memory: Memory, menu: Menu) -> Floats:
        """Weight x times asked / times the most asked was, (R, I, O)."""
        return believed_by_option(memory)


Asked = tuple[NDArray[np.integer], NDArray[np.bool_]]  # the options asked for (R, I); where there was an offer (R,)


def nothing_heard(counts: Sequence[int], rows: int) -> Memory:
    """Even weights (R, I) and one asking for every option (R, I, O). counts: options of each issue."""
    exists = np.arange(max(counts)) < np.array(counts)[:, None]
    asked = np.broadcast_to(exists.astype(np.float64), (rows, *exists.shape))
    return np.full((rows, len(counts)), 1.0 / len(counts)), asked.copy()


def believed_by_option(memory: Memory) -> Floats:
    """Weight x times asked / times the most asked was, (R, I, O)."""
    weights, asked = memory
    table: Floats = weights[:, :, None] * asked / asked.max(axis=-1, keepdims=True)
    return table


def heard(memory: Memory, before: Asked, now: Asked, model: Frequency) -> Memory:
    """Weights (R, I) and counts (R, I, O) after an offer that came after another; an issue left open counts nowhere."""
    weights, asked = memory
    options, is_offer = now
    asked = asked + chosen(options, asked.shape[-1]) * is_offer[:, None, None]
    kept = (options == before[0]) & (options >= 0) & (is_offer & before[1])[:, None]
    raised = weights + model.learning / weights.shape[-1] * kept
    return np.where(kept.any(axis=-1, keepdims=True), raised / raised.sum(axis=-1, keepdims=True), weights), asked


def most_options(menu: Menu) -> int:
    """How many options the issue with most of them has."""
    return max(len(issue.options) for issue in menu.domain.issues)


def chosen(options: NDArray[np.integer], size: int) -> NDArray[np.bool_]:
    """Packages as which option is chosen, (R, I) to (R, I, O)."""
    is_chosen: NDArray[np.bool_] = options[:, :, None] == np.arange(size)
    return is_chosen
