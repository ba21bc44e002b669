"""Principled negotiation: head for the Nash point as one believes it to be, and accept what is as good."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import explained

ROUNDING = 1e-9  # points


@dataclass(frozen=True)
class Principled:
    """Offer the package with the highest product of gains, by one's belief about the other.

    Source: Nash (1950) for the point; Fisher & Ury (1981) for the manner.
    """

    def at_table(self, view: View) -> Decision:
        """Offer the fair package; accept any worth as much."""
        offers = view.fairest()
        least = np.where(np.isnan(offers.value), view.no_deal, offers.value)
        return Decision(
            accept=(view.offered_worth >= least - ROUNDING) & (view.offered_support >= 0.0),
            package=offers.package,
            least=least,
            table_reason=explained(view, Reason.SEEKS_FAIRNESS),
        )
