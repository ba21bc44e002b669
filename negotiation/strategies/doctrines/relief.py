"""Relief: a government eases its own measures when markets tremble or the other side has given way."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.scenario.relief import Relief
from negotiation.strategies.doctrines.measures import Steps

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
NO_MEASURE = -1


def relieve(view: View, decision: Decision, steps: Steps, rules: Relief | None) -> None:
    """Ease one own measure where there is a reason to, in place; counts as the week's step.

    It exempts part of the trade at the same rate, where it does that and a measure in force has such a level, the first
    in the file's order; else it pauses, or lowers by a level, the measure in force that it would miss least.
    """
    if rules is None:
        return
    trembling = view.stress > rules.stress.value
    obliged = (view.easing.weeks_since_concession == 1) & rules.concessions
    eases = (trembling | obliged) & (view.easing.weeks_since_own > rules.rest.value) & ~steps.taken
    if not eases.any():
        return
    for why, where in ((Reason.MARKETS_TREMBLE, trembling), (Reason.ANSWERS_CONCESSIONS, obliged & ~trembling)):
        if not (eases & where).any():
            continue
        if rules.exempts:
            _exempt(view, steps, eases & where, why)
        spared = _missed_least(view, eases & where & ~steps.taken)
        if rules.pause.value > 0:
            _pause(view, decision, steps, (spared, rules.pause.value), why)
        else:
            for m in view.own_measures:
                steps.take(m, view.level[:, m] - 1, spared == m, why)


def suspend_last(view: View, decision: Decision, steps: Steps, where: Flags, weeks: int) -> None:
    """Pause the last own measure in force instead of lowering it, in place: suspend part of the list."""
    last = np.full(view.worlds, NO_MEASURE)
    for m in view.own_measures:
        last = np.where(view.easing.in_force(m) & view.free[:, m], m, last)
    spared = np.where(where & ~steps.taken, last, NO_MEASURE)
    _pause(view, decision, steps, (spared, weeks), Reason.ANSWERS_RESTRAINT)


def _exempt(view: View, steps: Steps, where: Flags, why: Reason) -> None:
    """Take the first measure in force that can be eased at the same rate down to where it is so, in place."""
    for m in view.own_measures:
        lower = view.easing.same_rate_below(m)
        steps.take(m, lower, where & (lower > 0) & view.easing.in_force(m) & view.free[:, m], why)


def _missed_least(view: View, where: Flags) -> Integers:
    """The own measure in force whose absence would cost least, or gain most, (R,); -1 where there is none to ease."""
    best, chosen = np.full(view.worlds, -np.inf), np.full(view.worlds, NO_MEASURE)
    nothing = np.zeros(view.worlds, np.int64)
    for m in view.own_measures:
        can = where & view.easing.in_force(m) & view.free[:, m]
        gain = np.where(can, view.prospects.gain_from(m, nothing), -np.inf)
        better = gain > best
        best, chosen = np.where(better, gain, best), np.where(better, m, chosen)
    return chosen


def _pause(view: View, decision: Decision, steps: Steps, spared: tuple[Integers, int], why: Reason) -> None:
    """Pause the measures spared, (R,), -1 for none, for some weeks, in place."""
    chosen, weeks = spared
    if decision.pause is None:
        decision.pause = np.zeros(view.level.shape, np.int64)
        decision.pause_reason = np.full(view.worlds, int(why))
    rows = np.flatnonzero(chosen != NO_MEASURE)
    decision.pause[rows, chosen[rows]] = weeks
    if decision.pause_reason is not None:
        decision.pause_reason[rows] = int(why)
    steps.taken[rows] = True
