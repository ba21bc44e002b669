"""Proportional retaliation: put on the other's trade what it puts on one's own, no more."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import CARRY_OUT, LEAVE, POSTPONE, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.scenario.relief import Relief
from negotiation.strategies.doctrines.custom import Floats, customary
from negotiation.strategies.doctrines.measures import Steps, grow_weary, step_down, step_up
from negotiation.strategies.doctrines.relief import relieve, suspend_last

ROUNDING = 0.05  # percent of trade; smaller differences are not worth an answer


@dataclass(frozen=True)
class Proportional:
    """Raise own measures while the other's rate times `ratio` is higher, lower them when it is lower.

    pace: chance that the government gets round to it in a week; fatigue: of easing a measure long in force; relief,
    suspends, announces: as in the scenario's Strategy; notice: weeks until an announced wave.
    Source: reciprocity as in Axelrod (1984); WTO practice of equivalent counter-measures (DSU Article 22.4).
    """

    ratio: float
    pace: float
    fatigue: float
    notice: int = 0
    relief: Relief | None = None
    suspends: int = 0
    announces: bool = False

    def away(self, view: View) -> Decision:
        """Answer this week's difference in rates."""
        decision, steps = customary(view), Steps(view)
        due = self.ratio * view.their_rate
        acts = view.initiative < self.pace
        step_up(view, steps, acts & (view.our_rate < due - ROUNDING), due + ROUNDING, Reason.RETALIATES)
        if self.announces:
            self._announce(view, decision, steps)
            _hold_back(view, decision, due)
        relieve(view, decision, steps, self.relief)
        exceeds = acts & (view.our_rate > due + ROUNDING)
        if self.suspends:
            suspend_last(view, decision, steps, exceeds, self.suspends)
        step_down(view, steps, exceeds, Reason.ANSWERS_RESTRAINT)
        grow_weary(view, steps, self.fatigue)
        decision.level, decision.level_reason = steps.level, steps.reason
        return decision

    def _announce(self, view: View, decision: Decision, steps: Steps) -> None:
        """Announce further waves instead of putting them in force, in place; the first comes at once."""
        later = steps.taken & (view.our_rate > 0.0)
        decision.threat = np.where(later[:, None], steps.level, LEAVE)
        decision.notice = np.full(view.worlds, self.notice)
        decision.threat_reason = np.full(view.worlds, int(Reason.RETALIATES))
        steps.level = np.where(later[:, None], LEAVE, steps.level)


def _hold_back(view: View, decision: Decision, due: Floats) -> None:
    """Carry out announced waves that are still owed; put off the others, in place. due: (R,) percent."""
    if decision.execute is None or decision.execute_reason is None:
        return
    for m in view.own_measures:
        rows = np.flatnonzero((view.threats.level[:, m] >= 0) & (view.threats.weeks_left(m) <= 0))
        if rows.size == 0:
            continue
        seen = view.of(rows)
        level = np.maximum(seen.threats.level[:, m], seen.level[:, m])
        owed = seen.prospects.rate_with(m, level) <= due[rows] + ROUNDING
        decision.execute[rows, m] = np.where(owed, CARRY_OUT, POSTPONE)
        decision.execute_reason[rows, m] = np.where(owed, Reason.RETALIATES, Reason.ANSWERS_RESTRAINT)
