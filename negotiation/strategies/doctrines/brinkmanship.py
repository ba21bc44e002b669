"""Brinkmanship: threaten what would hurt the other most, with a demand and a deadline."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import LEAVE, Decision
from negotiation.dispute.view import View
from negotiation.scenario.relief import Relief
from negotiation.strategies.doctrines.custom import customary
from negotiation.strategies.doctrines.measures import Steps, grow_weary
from negotiation.strategies.doctrines.relief import relieve

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Brinkmanship:
    """One threat at a time; the next is made, with weekly chance `pace`, when the last is settled.

    notice: weeks until due; the demand is the option worth most to oneself that costs the other less than the harm
    threatened. Carried out or not as `custom` decides. Source: Schelling (1960); demands as in Snyder & Diesing (1977).
    """

    pace: float
    notice: int
    fatigue: float
    relief: Relief | None = None

    def away(self, view: View) -> Decision:
        """Threaten, follow through, ease when weary."""
        decision, steps = customary(view), Steps(view)
        idle = np.flatnonzero(~view.threats.own & (view.initiative < self.pace))
        decision.threat, decision.notice = np.full(view.level.shape, LEAVE), np.full(view.worlds, self.notice)
        decision.demand_issue, decision.demand_option = np.full(view.worlds, LEAVE), np.full(view.worlds, LEAVE)
        if idle.size:
            measure, issue, option = best_threat(view.of(idle))
            threatens = idle[measure != LEAVE], measure[measure != LEAVE]
            decision.threat[threatens] = view.level[threatens] + 1
            decision.demand_issue[idle], decision.demand_option[idle] = issue, option
        relieve(view, decision, steps, self.relief)
        grow_weary(view, steps, self.fatigue)
        decision.level, decision.level_reason = steps.level, steps.reason
        return decision


def best_threat(view: View) -> tuple[Integers, Integers, Integers]:
    """The measure to threaten, the issue and the option to demand, each (R,); -1 where there is nothing to threaten."""
    measure, harm = most_harmful(view)
    issue, option = best_demand(view, harm)
    return np.where(issue == LEAVE, LEAVE, measure), issue, option


def most_harmful(view: View) -> tuple[Integers, Floats]:
    """The own measure whose next level is believed to hurt the other most beyond what it costs oneself, -1 for none."""
    best, choice, harm = np.zeros(view.worlds), np.full(view.worlds, LEAVE), np.zeros(view.worlds)
    for m in view.own_measures:
        raised = np.minimum(view.level[:, m] + 1, view.top[m])
        usable = (raised > view.level[:, m]) & view.free[:, m]
        hurts = view.prospects.harm_to_other(m, raised)
        score = np.where(usable, hurts + np.minimum(view.prospects.gain_from(m, raised), 0.0), -np.inf)
        better = score > best
        best, choice, harm = np.where(better, score, best), np.where(better, m, choice), np.where(better, hurts, harm)
    return choice, harm


def best_demand(view: View, harm: Floats) -> tuple[Integers, Integers]:
    """The option worth most to oneself that the other would rather give than suffer `harm` (R,) points; -1 for none."""
    issue, option, most = np.full(view.worlds, LEAVE), np.full(view.worlds, LEAVE), np.zeros(view.worlds)
    for place, choice in view.threats.demands:
        gain, others = view.threats.demand_worth(place, choice)
        better = (view.settled[:, place] < choice) & (gain > most) & (-others < harm)
        issue, option = np.where(better, place, issue), np.where(better, choice, option)
        most = np.where(better, gain, most)
    return issue, option
