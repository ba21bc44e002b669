"""Moves on own measures that several doctrines make: one step up the list, one step down, easing when weary."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import LEAVE
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
SETTLED_IN = 6  # weeks a measure is in force before its government can grow weary of it


class Steps:
    """Levels wanted (R, M), -1 to leave them, with reasons; at most one step in a world each week."""

    def __init__(self, view: View) -> None:
        self.level = np.full(view.level.shape, LEAVE, np.int64)
        self.reason = np.zeros(view.level.shape, np.int64)
        self.taken = np.zeros(view.worlds, np.bool_)

    def take(self, measure: int, level: Integers, where: Flags, reason: Reason) -> None:
        """Set a measure where no step has been taken yet."""
        rows = np.flatnonzero(where & ~self.taken)
        self.level[rows, measure], self.reason[rows, measure], self.taken[rows] = level[rows], reason, True


def step_up(view: View, steps: Steps, where: Flags, ceiling: Floats, reason: Reason) -> None:
    """Raise the first own measure that can be raised without putting more than `ceiling` percent (R,) on trade."""
    if not where.any():
        return
    for m in view.own_measures:
        higher = np.minimum(view.level[:, m] + 1, view.top[m])
        raisable = (higher > view.level[:, m]) & view.free[:, m] & ~view.prospects.preparing(m)
        fits = raisable & (view.prospects.rate_with(m, higher) <= ceiling)
        steps.take(m, higher, where & fits, reason)


def step_down(view: View, steps: Steps, where: Flags, reason: Reason) -> None:
    """Lower the last own measure that is in force."""
    if not where.any():
        return
    for m in view.own_measures[::-1]:
        lower = np.maximum(view.level[:, m] - 1, 0)
        steps.take(m, lower, where & (view.level[:, m] > 0) & view.free[:, m], reason)


def grow_weary(view: View, steps: Steps, fatigue: float) -> None:
    """Now and then lower a measure that has long been in force."""
    weary = (view.weariness < fatigue) & (view.calm >= SETTLED_IN)
    step_down(view, steps, weary, Reason.WEARY)
