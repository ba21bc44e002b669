"""Trade-off: hold the level and look for a package as good for oneself and better for the other, before giving way."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for, share_above_no_deal

LEVELS = 6  # aspirations held in turn; assumption


@dataclass(frozen=True)
class TradeOff:
    """Go down to no deal in a few equal steps, each held for as long; meanwhile offers move along the level.

    On a level it offers what is best for the other as one believes, and belief moves with each offer heard. Source:
    Faratin, Sierra & Jennings (2002), trade-offs; there similarity to the other's last offer stands in for that belief.
    """

    def at_table(self, view: View) -> Decision:
        """Bargain for this level."""
        step = np.minimum(np.floor(view.elapsed * LEVELS), LEVELS - 1)
        return bargain_for(view, share_above_no_deal(view, 1.0 - step / LEVELS), Reason.SEEKS_FAIRNESS)
