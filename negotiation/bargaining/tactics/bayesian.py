"""A Bayesian model of the other's weights and evaluations, from the belief that it concedes with time.

Axes: R sessions, I issues, O options, W weights thought possible, S shapes of evaluation thought possible.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Memory
from negotiation.bargaining.table.seat import Seat
from negotiation.bargaining.tactics.frequency import most_options

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Bayesian:
    """Issue by issue, a belief over weights and one over shapes: rising, falling, or a peak at each option.

    An offer's utility to the other is thought to be normal about 1 - fall x t. levels: how many weights, 0 to 1, are
    thought possible; fall: utility given up over the whole time; spread: utility, one standard deviation.
    Source: Hindriks & Tykhonov (2008), Bayesian learning, the version that learns each issue on its own; the values of
    fall and spread are assumptions.
    """

    levels: int = 11
    fall: float = 0.5
    spread: float = 0.2

    def start(self, menu: Menu, sessions: int) -> Memory:
        """Even beliefs over weights (R, I, W) and shapes (R, I, S)."""
        issues, shapes = len(menu.domain.issues), possible_shapes(menu)
        counts = (shapes.max(axis=-1) > 0.0).astype(np.float64)
        by_shape = np.broadcast_to(counts / counts.sum(axis=-1, keepdims=True), (sessions, *counts.shape))
        return np.full((sessions, issues, self.levels), 1.0 / self.levels), by_shape.copy()

    def hear(self, memory: Memory, seat: Seat) -> Memory:
        """Bayes' rule for the weights, then for the shapes, each issue with the others at their means."""
        by_weight, by_shape = memory
        heard = (seat.standing != NONE)[:, None, None]
        asked = seat.menu.domain.packages[seat.standing]
        expected = 1.0 - self.fall * seat.time
        worth = _worth_by_shape(possible_shapes(seat.menu), asked)  # (R, I, S)
        others, own = self._others(by_weight, by_shape, worth), (by_shape * worth).sum(axis=-1)
        fits = self._likelihood(others[:, :, None] + self._weights() * own[:, :, None] - expected)
        by_weight = np.where(heard, _updated(by_weight, fits), by_weight)
        others, mean = self._others(by_weight, by_shape, worth), self._mean_weights(by_weight)
        fits = self._likelihood(others[:, :, None] + mean[:, :, None] * worth - expected)
        return by_weight, np.where(heard, _updated(by_shape, fits), by_shape)

    def estimate(self, memory: Memory, menu: Menu) -> Floats:
        """Mean weight x mean evaluation, (R, I, O)."""
        by_weight, by_shape = memory
        mean: Floats = (by_shape[..., None] * possible_shapes(menu)).sum(axis=-2)
        return self._mean_weights(by_weight)[:, :, None] * mean

    def _weights(self) -> Floats:
        return np.linspace(0.0, 1.0, self.levels)

    def _mean_weights(self, by_weight: Floats) -> Floats:
        """Mean weights that sum to one, (R, I)."""
        mean = (by_weight * self._weights()).sum(axis=-1)
        share: Floats = mean / mean.sum(axis=-1, keepdims=True)
        return share

    def _others(self, by_weight: Floats, by_shape: Floats, worth: Floats) -> Floats:
        """What all issues but one add to the utility of what was asked, at their means, (R, I)."""
        adds = self._mean_weights(by_weight) * (by_shape * worth).sum(axis=-1)
        rest: Floats = adds.sum(axis=-1, keepdims=True) - adds
        return rest

    def _likelihood(self, miss: Floats) -> Floats:
        chance: Floats = np.exp(-0.5 * np.square(miss / self.spread))
        return chance


def possible_shapes(menu: Menu) -> Floats:
    """Evaluations thought possible, 0 to 1, (I, S, O): rising, falling, a peak at each option; rows of 0 for none."""
    issues, size = menu.domain.issues, most_options(menu)
    shapes = np.zeros((len(issues), size + 2, size))
    for row, issue in zip(shapes, issues, strict=True):
        count = len(issue.options)
        place = np.arange(count)
        row[0, :count] = (place + 1) / count
        row[1, :count] = (count - place) / count
        row[2 : count + 2, :count] = 1.0 - np.abs(place - place[:, None]) / count
    return shapes


def _worth_by_shape(shapes: Floats, asked: NDArray[np.int8]) -> Floats:
    """Evaluation of the option asked for, by shape; shapes: (I, S, O), asked: (R, I), returns (R, I, S)."""
    return shapes[np.arange(len(shapes)), :, asked]


def _updated(belief: Floats, likelihood: Floats) -> Floats:
    joint = belief * likelihood
    total = joint.sum(axis=-1, keepdims=True)
    return np.where(total > 0.0, joint / np.where(total > 0.0, total, 1.0), belief)
