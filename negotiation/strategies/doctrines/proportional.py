"""Proportional retaliation: put on the other's trade what it puts on one's own, no more."""

from dataclasses import dataclass

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.custom import customary
from negotiation.strategies.doctrines.measures import Steps, grow_weary, step_down, step_up

ROUNDING = 0.05  # percent of trade; smaller differences are not worth an answer


@dataclass(frozen=True)
class Proportional:
    """Raise own measures while the other's rate times `ratio` is higher, lower them when it is lower.

    pace: chance that the government gets round to it in a week; fatigue: of easing a measure long in force.
    Source: reciprocity as in Axelrod (1984); WTO practice of equivalent counter-measures (DSU Article 22.4).
    """

    ratio: float
    pace: float
    fatigue: float

    def away(self, view: View) -> Decision:
        """Answer this week's difference in rates."""
        decision, steps = customary(view), Steps(view)
        due = self.ratio * view.their_rate
        acts = view.initiative < self.pace
        step_up(view, steps, acts & (view.our_rate < due - ROUNDING), due + ROUNDING, Reason.RETALIATES)
        step_down(view, steps, acts & (view.our_rate > due + ROUNDING), Reason.ANSWERS_RESTRAINT)
        grow_weary(view, steps, self.fatigue)
        decision.level, decision.level_reason = steps.level, steps.reason
        return decision
