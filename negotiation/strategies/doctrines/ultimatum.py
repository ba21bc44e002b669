"""Stopping talks over one demand, and giving in to such a stop, whatever the doctrine."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import KEEP_TALKING, LEAVE, SUSPEND, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.afterwards import afterwards
from negotiation.strategies.protocol import Doctrine

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Ultimatum:
    """A doctrine whose government may stop talks until one demand is met, and weighs such a stop of the other's.

    pace: weekly chance to consider it; weeks: how long talks then rest unless the demand is met; loss: share of what a
    fair deal would bring that a stop is taken to cost. Source: the record of 2025, 27 June: the digital services tax.
    """

    doctrine: Doctrine
    pace: float
    weeks: int
    loss: float

    def away(self, view: View) -> Decision:
        """The doctrine's moves, a stop where it is worth it, and a concession where a stop is dearer."""
        decision = self._stop(view, self.doctrine.away(view))
        return self._give_in(view, decision)

    def _stop(self, view: View, decision: Decision) -> Decision:
        """Stop talks over the demand worth most that the other would rather meet than do without them."""
        quiet = True if decision.talks is None else decision.talks == KEEP_TALKING
        considers = (1.0 - view.initiative < self.pace) & ~view.prospects.deal_is_new
        rows = np.flatnonzero(view.talking & quiet & considers)
        if rows.size == 0:
            return decision
        part = view.of(rows)
        hope = np.nan_to_num(part.fairest().other_value - part.other_no_deal, nan=0.0)
        issue, option = _demand(part, self.loss * np.maximum(hope, 0.0))
        talks = _filled(view, KEEP_TALKING) if decision.talks is None else decision.talks.copy()
        weeks = _filled(view, 0) if decision.talks_weeks is None else decision.talks_weeks.copy()
        why = _filled(view, Reason.NONE) if decision.talks_reason is None else decision.talks_reason.copy()
        stop_issue, stop_option, stops = _filled(view, LEAVE), _filled(view, LEAVE), rows[issue != LEAVE]
        talks[stops], weeks[stops], why[stops] = SUSPEND, self.weeks, Reason.PRESSES_DEMAND
        stop_issue[rows], stop_option[rows] = issue, option
        return replace(
            decision, talks=talks, talks_weeks=weeks, talks_reason=why, stop_issue=stop_issue, stop_option=stop_option
        )

    def _give_in(self, view: View, decision: Decision) -> Decision:
        """Meet the demand that the other stopped talks over, where that costs less than doing without them."""
        issue, option = view.threats.stopped_over
        rows = np.flatnonzero((issue != LEAVE) & ~view.prospects.deal_is_new)
        if rows.size == 0:
            return decision
        part = view.of(rows)
        hope = np.nan_to_num(part.fairest().value - part.no_deal, nan=0.0)
        gives = part.threats.cost_of(issue[rows], option[rows]) < self.loss * np.maximum(hope, 0.0)
        given, how_far = _filled(view, LEAVE), _filled(view, LEAVE)
        given[rows[gives]], how_far[rows[gives]] = issue[rows[gives]], option[rows[gives]]
        saves = Decision(concede_issue=given, concede_option=how_far, reasons={"concede": int(Reason.SAVES_TALKS)})
        return afterwards(decision, saves) if gives.any() else decision


def _demand(view: View, most: Floats) -> tuple[Integers, Integers]:
    """The option worth most to oneself that is believed to cost the other less than `most` (R,); -1 for none."""
    issue, option, best = _filled(view, LEAVE), _filled(view, LEAVE), np.zeros(view.worlds)
    for place, choice in view.threats.demands:
        gain, others = view.threats.demand_worth(place, choice)
        better = (view.settled[:, place] < choice) & (gain > best) & (-others < most)
        issue, option = np.where(better, place, issue), np.where(better, choice, option)
        best = np.where(better, gain, best)
    return issue, option


def _filled(view: View, number: int) -> Integers:
    """The same number in every world, (R,)."""
    return np.full(view.worlds, int(number), np.int64)
