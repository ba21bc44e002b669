"""Time-dependent tactics: demand less as one's own deadline comes nearer."""

from dataclasses import dataclass

from negotiation.bargaining.concession import demanded_share
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for, share_above_no_deal


@dataclass(frozen=True)
class TimeDependent:
    """Demand 1 - t^(1/exponent) of the gain at share t of the time: below 1 boulware, 1 linear, above 1 conceder.

    Source: Faratin, Sierra & Jennings (1998), polynomial time-dependent tactics; exponent is their beta.
    """

    exponent: float

    def at_table(self, view: View) -> Decision:
        """Bargain for what the time asks."""
        share = demanded_share(view.elapsed, 1.0 / self.exponent, 1.0)
        return bargain_for(view, share_above_no_deal(view, share), Reason.TIME_PRESSES)
