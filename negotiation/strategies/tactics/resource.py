"""Resource-dependent: concede as the time left grows scarce beside the time used up."""

from dataclasses import dataclass

import numpy as np

from negotiation.bargaining.concession import resource_concession
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for, share_above_no_deal

LEAST_USED = 1e-3  # share of the time; keeps the first week's ratio finite


@dataclass(frozen=True)
class ScarceTime:
    """Concede e^-r of the gain, r the time left over the time used up.

    Source: Faratin, Sierra & Jennings (1998), resource-dependent tactics, dynamic deadline with one counterpart, whose
    resource is a patience over the length of the talks; here the patience is the time that is left.
    """

    def at_table(self, view: View) -> Decision:
        """Bargain for what the resource leaves."""
        left = (1.0 - view.elapsed) / np.maximum(view.elapsed, LEAST_USED)
        share = 1.0 - resource_concession(left, 0.0)
        return bargain_for(view, share_above_no_deal(view, share), Reason.TIME_PRESSES)
