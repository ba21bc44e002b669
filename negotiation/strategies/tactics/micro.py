"""MiCRO: go down one's own list of packages, one step for each new offer of the other."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import explained


@dataclass(frozen=True)
class Micro:
    """Propose the next best package if the other has made as many different offers as oneself, else repeat the last.

    Source: de Jonge (2022), MiCRO; it repeats the last offer rather than a random earlier one (no luck at the table).
    """

    def at_table(self, view: View) -> Decision:
        """Offer the package at one's place; accept what is worth as much."""
        steps_down = (view.place == 0) | (view.seen >= view.place)
        place = np.where(steps_down, view.place, np.maximum(view.place - 1, 0))
        offers = view.at_place(place)
        least = np.where(np.isnan(offers.value), view.no_deal, offers.value)
        return Decision(
            accept=(view.offered_worth >= least) & (view.offered_support >= 0.0),
            package=offers.package,
            least=least,
            table_reason=explained(view, Reason.NEXT_BEST),
        )
