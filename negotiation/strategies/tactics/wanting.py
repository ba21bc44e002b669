"""The field's tactics in the dispute: a want of `bargaining/tactics`, the accommodating offer, an acceptance."""

from dataclasses import dataclass, replace

import numpy as np

from negotiation.bargaining.table.pieces import Accepting as Acceptance
from negotiation.bargaining.table.pieces import Bid
from negotiation.bargaining.tactics.wants import Want
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.protocol import Tactic
from negotiation.strategies.tactics.aspiration import bargain_for
from negotiation.strategies.tactics.sitting import AtDispute

NOTHING = -1


@dataclass(frozen=True)
class Wanting:
    """Hold out for what a want of the field says, offer what pleases the other most, accept what is worth as much."""

    want: Want
    reason: Reason

    def at_table(self, view: View) -> Decision:
        """Bargain for what is wanted."""
        seat = AtDispute(view)
        return bargain_for(view, seat.points(self.want.wanted(seat)), self.reason)


@dataclass(frozen=True)
class AcceptingBy:
    """A tactic's offers with another acceptance condition; none takes what is worth less than no deal or fails at home.

    Source: Baarslag, Hindriks & Jonker (2013).
    """

    tactic: Tactic
    condition: Acceptance

    def at_table(self, view: View) -> Decision:
        """Offer as the tactic, accept as the condition."""
        decision, seat = self.tactic.at_table(view), AtDispute(view)
        package = np.full(len(view.no_deal), NOTHING) if decision.package is None else decision.package
        least = view.no_deal if decision.least is None else decision.least
        passes = (view.offered_worth >= view.no_deal) & (view.offered_support >= 0.0)
        return replace(decision, accept=passes & self.condition.accepts(seat, Bid(seat.share(least), package)))
