"""Tit for tat at the table in proportion, with luck, and on average; `tit_for_tat` has the plain absolute kind.

A view remembers of the other's offers the first, the last and how many there were: so the window of every kind is the
whole course of the talks. Source: Faratin, Sierra & Jennings (1998), behaviour-dependent tactics.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.concession import random_absolute_tit_for_tat, relative_tit_for_tat
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for, share_above_no_deal

Floats = NDArray[np.float64]
MOST_EXTRA = 0.1  # share of the gain that the random kind may add; assumption
LEAST_GAP = 1e-6  # points; keeps the ratio finite where the first offer was the peak already


@dataclass(frozen=True)
class RelativeTitForTat:
    """Demand the share of the gain that the other still keeps of what it kept by its first offer.

    Kept is the gap between an offer's worth to oneself and one's peak, so that the ratio is that of positive numbers
    wherever no deal lies.
    """

    def at_table(self, view: View) -> Decision:
        """Concede in the other's proportion."""
        first = np.maximum(view.peak - _opening(view), LEAST_GAP)
        last = np.maximum(view.peak - _standing(view), 0.0)
        share = relative_tit_for_tat(1.0, last, first, 0.0, 1.0)
        return bargain_for(view, share_above_no_deal(view, share), Reason.ANSWERS_CONCESSIONS)


@dataclass(frozen=True)
class RandomTitForTat:
    """Give up the points received times reciprocity, and a little more by luck, to get out of a deadlock."""

    reciprocity: float

    def at_table(self, view: View) -> Decision:
        """Concede as much as the other, and the week's luck."""
        extra = MOST_EXTRA * np.maximum(view.peak - view.no_deal, 0.0) * view.initiative
        returned = self.reciprocity * received(view)
        least = random_absolute_tit_for_tat(view.peak, returned, extra, -np.inf, view.peak)
        return bargain_for(view, least, Reason.ANSWERS_CONCESSIONS)


@dataclass(frozen=True)
class AveragedTitForTat:
    """For each of one's own offers give up what the other gave up per offer on average, times reciprocity."""

    reciprocity: float

    def at_table(self, view: View) -> Decision:
        """Concede at the other's mean pace."""
        pace = received(view) / np.maximum(view.seen - 1, 1)
        return bargain_for(view, view.peak - self.reciprocity * pace * view.place, Reason.ANSWERS_CONCESSIONS)


def received(view: View) -> Floats:
    """The points that the other's offers have gained for oneself since its first, at least 0, (R,)."""
    gained: Floats = np.maximum(_standing(view) - _opening(view), 0.0)
    return gained


def _opening(view: View) -> Floats:
    """Worth of the other's first offer, points, (R,); 0 where there was none, as of the standing one."""
    return np.where(np.isnan(view.opening_worth), 0.0, view.opening_worth)


def _standing(view: View) -> Floats:
    """Worth of the other's standing offer, points, (R,); its first one's where none stands."""
    return np.where(np.isfinite(view.offered_worth), view.offered_worth, _opening(view))
