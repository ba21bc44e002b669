"""Bargaining by aspiration: demand so much, give the other the best that leaves it, accept what meets it."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View


def bargain_for(view: View, least: NDArray[np.float64], reason: Reason) -> Decision:
    """Offer the package best for the other among those worth `least` (R,); accept what is and passes at home."""
    least = np.maximum(least, view.no_deal)
    offers = view.accommodating(least)
    return Decision(
        accept=(view.offered_worth >= least) & (view.offered_support >= 0.0),
        package=offers.package,
        least=least,
        table_reason=explained(view, reason),
    )


def explained(view: View, reason: Reason) -> NDArray[np.int64]:
    """The reason for an offer, by world: the first one opens, whatever the tactic."""
    return np.where(view.place == 0, Reason.OPENS, reason).astype(np.int64)


def share_above_no_deal(view: View, share: NDArray[np.float64]) -> NDArray[np.float64]:
    """The value that leaves a share (R,) of the way from no deal to the best package, points, (R,)."""
    return view.no_deal + np.maximum(view.peak - view.no_deal, 0.0) * share
