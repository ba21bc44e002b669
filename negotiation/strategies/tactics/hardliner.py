"""The hardliner: asks for the best package and takes nothing less."""

from dataclasses import dataclass

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for


@dataclass(frozen=True)
class Hardliner:
    """Demand everything, always. Source: the hardliner of the ANAC competitions' baselines."""

    def at_table(self, view: View) -> Decision:
        """Bargain for the peak."""
        return bargain_for(view, view.peak, Reason.STANDS_FIRM)
