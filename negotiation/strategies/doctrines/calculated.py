"""The calculated doctrine: move a measure only if that alone raises one's own present value."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.custom import customary
from negotiation.strategies.doctrines.measures import Steps


@dataclass(frozen=True)
class Calculated:
    """Each week, with chance `pace`, make the single step on an own measure that gains most, if it gains over `margin`.

    margin: points; the inertia of government. Source: myopic better reply, as in Fudenberg & Levine (1998).
    """

    margin: float
    pace: float

    def away(self, view: View) -> Decision:
        """Take the best step."""
        decision, steps = customary(view), Steps(view)
        best, choice = np.full(view.worlds, self.margin), np.full(view.worlds, -1)
        target = np.zeros(view.worlds, np.int64)
        for m in view.own_measures:
            for change in (-1, 1):
                level = np.clip(view.level[:, m] + change, 0, view.top[m])
                possible = (level != view.level[:, m]) & view.free[:, m]
                possible &= (change < 0) | ~view.prospects.preparing(m)
                gain = np.where(possible, view.prospects.gain_from(m, level), -np.inf)
                better = gain > best
                best, choice = np.where(better, gain, best), np.where(better, m, choice)
                target = np.where(better, level, target)
        acts = view.initiative < self.pace
        for m in view.own_measures:
            steps.take(m, target, acts & (choice == m), Reason.PAYS)
        decision.level, decision.level_reason = steps.level, steps.reason
        return decision
