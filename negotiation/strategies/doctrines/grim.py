"""Grim trigger: once hit, every measure to the top, and never back."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import LEAVE, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.custom import customary


@dataclass(frozen=True)
class Grim:
    """All own measures at their highest from the first blow on, until a deal. Source: Friedman (1971), grim trigger."""

    def away(self, view: View) -> Decision:
        """Punish if ever hit."""
        decision = customary(view)
        provoked = (view.weeks_since_hit <= view.week) | (view.their_rate > 0.0)
        ours = np.isin(np.arange(len(view.top)), view.own_measures)
        punishes = provoked[:, None] & ours & (view.level < view.top)
        decision.level = np.where(punishes, view.top, LEAVE)
        decision.level_reason = np.where(punishes, Reason.NEVER_FORGETS, Reason.NONE)
        return decision
