"""Graduated reciprocation in tension reduction: ease a little, announce it, wait, and go on if it is answered."""

from dataclasses import dataclass

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.custom import customary
from negotiation.strategies.doctrines.measures import Steps, step_down, step_up

PATIENCE = 4  # weeks between one's own steps, so that the other can answer
BLOW = 2  # weeks in which a new measure of the other is answered in kind


@dataclass(frozen=True)
class Grit:
    """Answer a new blow in kind, up to the other's rate; otherwise take a measure one level down every four weeks.

    Source: Osgood (1962), graduated and reciprocated initiatives in tension reduction.
    """

    ratio: float

    def away(self, view: View) -> Decision:
        """Answer or ease."""
        decision, steps = customary(view), Steps(view)
        struck = view.weeks_since_hit <= BLOW
        due = self.ratio * view.their_rate
        step_up(view, steps, struck & (view.our_rate < due), due, Reason.RETALIATES)
        step_down(view, steps, ~struck & (view.calm >= PATIENCE), Reason.GOODWILL)
        decision.level, decision.level_reason = steps.level, steps.reason
        return decision
