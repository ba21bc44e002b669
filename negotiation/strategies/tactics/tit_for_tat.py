"""Tit for tat at the table: concede as much as the other has conceded."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for


@dataclass(frozen=True)
class TitForTat:
    """Give up the points that the other's offers have gained for oneself since its first one, times reciprocity.

    Source: Axelrod (1984); behaviour-dependent tactics of Faratin, Sierra & Jennings (1998), in absolute terms and over
    the whole course, so that no memory beyond the first offer is needed.
    """

    reciprocity: float

    def at_table(self, view: View) -> Decision:
        """Bargain for the peak less what was received."""
        received = np.where(np.isnan(view.opening_worth), 0.0, view.offered_worth - view.opening_worth)
        returned = self.reciprocity * np.maximum(np.where(np.isfinite(received), received, 0.0), 0.0)
        return bargain_for(view, view.peak - returned, Reason.ANSWERS_CONCESSIONS)
