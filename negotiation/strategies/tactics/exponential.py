"""Time-dependent tactics with a sharper turn than the polynomial."""

from dataclasses import dataclass

from negotiation.bargaining.concession import exponential_concession
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for, share_above_no_deal

AT_ONCE = (
    0.1  # share conceded in the first week. Source: Faratin, Sierra & Jennings (1998), the constant of its figures
)


@dataclass(frozen=True)
class Exponential:
    """Concede e^((1 - t)^beta ln k) of the gain at share t of the time: beta below 1 boulware, above 1 conceder.

    Source: Faratin, Sierra & Jennings (1998), exponential time-dependent tactics; k is AT_ONCE.
    """

    beta: float

    def at_table(self, view: View) -> Decision:
        """Bargain for what the time leaves."""
        share = 1.0 - exponential_concession(view.elapsed, self.beta, AT_ONCE)
        return bargain_for(view, share_above_no_deal(view, share), Reason.TIME_PRESSES)
