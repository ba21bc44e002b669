"""Committing in public by choice, to be unable to give what the other side asks for, whatever the doctrine."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.afterwards import afterwards
from negotiation.strategies.protocol import Doctrine

Integers = NDArray[np.int64]
ROUNDING = 1e-9  # points


@dataclass(frozen=True)
class TyingHands:
    """A doctrine whose government vows not to give what the standing offer asks of it, where that can pay.

    pace: weekly chance to consider it; alignment: rank correlation over comprehensive packages that support at home
    must have with its own value, for a vow at home to bind it the way it wants to be bound; and some package that keeps
    the vow must still leave the other better off than no deal. Source: Putnam (1988); Fearon (1994).
    """

    doctrine: Doctrine
    pace: float
    alignment: float

    def away(self, view: View) -> Decision:
        """The doctrine's moves, and vows."""
        decision = self.doctrine.away(view)
        aligned = view.side.alignment[view.prospects.kind] >= self.alignment
        considers = (1.0 - view.weariness < self.pace) & aligned & ~view.prospects.deal_is_new
        rows = np.flatnonzero(considers & view.talking & (view.offered >= 0))
        if rows.size == 0:
            return decision
        vows = np.zeros(view.worlds, np.int64)
        vows[rows] = _vows(view.of(rows))
        more = Decision(commit=vows, reasons={"commit": int(Reason.TIES_HANDS)})
        return afterwards(decision, more) if vows.any() else decision


def _vows(view: View) -> Integers:
    """The commitments that the standing offer would break and that leave room for a deal, a bitmask, (R,)."""
    vows = view.side.breaks[view.offered]
    found = view.accommodating(view.no_deal, vows)
    keeps = (view.side.breaks[np.maximum(found.package, 0)] & vows) == 0
    room = keeps & (found.package >= 0) & (np.nan_to_num(found.other_value) > view.other_no_deal + ROUNDING)
    return np.where(room, vows, 0)
