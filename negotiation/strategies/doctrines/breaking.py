"""Breaking a limited deal when that pays more than it costs, whatever the doctrine."""

from dataclasses import dataclass, replace

import numpy as np

from negotiation.dispute.decision import LEAVE, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.protocol import Doctrine


@dataclass(frozen=True)
class Breaking:
    """A doctrine whose government leaves a limited deal where what held before is worth more by more than the cost.

    cost, spread: points; answer: chance that the other takes up its own measures again. Luck is in the private cost.
    Source: commitment problems, Fearon (1995).
    """

    doctrine: Doctrine
    cost: float
    spread: float
    answer: float

    def away(self, view: View) -> Decision:
        """The doctrine's moves, and the breach."""
        decision = self.doctrine.away(view)
        rows = np.flatnonzero(view.prospects.deal_in_force)
        if rows.size == 0:
            return decision
        part = view.of(rows)
        gain = part.prospects.gain_from_breaking(self.answer) - self.cost + self.spread * part.nerve
        breaks = np.zeros(view.worlds, np.bool_)
        breaks[rows] = gain > 0.0
        undone = np.full(view.level.shape, LEAVE, np.int64)
        undone[rows] = np.where((gain > 0.0)[:, None], part.prospects.levels_before, LEAVE)
        return _undo(replace(decision, break_deal=breaks), undone)


def _undo(decision: Decision, undone: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Decision:
    """The decision with measures taken back to what they were before the deal, (R, M), -1 to leave them."""
    level = np.full_like(undone, LEAVE) if decision.level is None else decision.level
    reason = np.zeros_like(undone) if decision.level_reason is None else decision.level_reason
    return replace(
        decision,
        level=np.where(undone != LEAVE, undone, level),
        level_reason=np.where(undone != LEAVE, int(Reason.PAYS), reason),
    )
