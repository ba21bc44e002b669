"""What governments do alike, whatever their doctrine: meet threats worth meeting, answer for their own, mind talks and allies."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import (
    CARRY_OUT,
    DROP,
    IN_PART,
    POSTPONE,
    SUSPEND,
    WALK_AWAY,
    Decision,
)
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View, no_demand

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
HALF_TIME = 0.5  # share of its time after which a government proposes that leaders meet


def customary(view: View) -> Decision:
    """The week's moves that no doctrine changes."""
    decision = Decision()
    _meet_threats(view, decision)
    _follow_through(view, decision)
    _mind_talks(view, decision)
    _mind_allies(view, decision)
    return decision


def _meet_threats(view: View, decision: Decision) -> None:
    """Concede the demand of the heeded threat with most at stake when it is about to fall due; harden against the others."""
    issue, option = no_demand(view.worlds), no_demand(view.worlds)
    most = np.zeros(view.worlds)
    commit = np.zeros(view.worlds, np.int64)
    for m in view.their_measures:
        if not (view.threatened[:, m] >= 0).any():
            continue
        demanded, at_least = view.demanded(int(m))
        stake = np.where(view.heeded[:, m] & (demanded >= 0), view.stake(int(m)), 0.0)
        meets = (view.weeks_left[:, m] <= 1) & (stake > most)
        issue, option = np.where(meets, demanded, issue), np.where(meets, at_least, option)
        most = np.where(meets, stake, most)
        defies = (view.threatened[:, m] >= 0) & (demanded >= 0) & ~view.heeded[:, m]
        commit = commit | np.where(defies, view.commitments_against(demanded, at_least), 0)
    decision.concede_issue, decision.concede_option, decision.commit = issue, option, commit


def _follow_through(view: View, decision: Decision) -> None:
    """Decide on own threats that are due: carry out, in part, postpone or drop, by what each would cost."""
    conduct = view.side.country.conduct
    execute = np.full(view.level.shape, DROP, np.int64)
    reason = np.full(view.level.shape, Reason.TOO_COSTLY, np.int64)
    for m in view.own_measures:
        if not ((view.threatened[:, m] >= 0) & (view.weeks_left[:, m] <= 0)).any():
            continue
        level = np.maximum(view.threatened[:, m], view.level[:, m])
        margin = view.gain_from(int(m), level) + view.shame(int(m))[level] + conduct.nerve.value * view.nerve
        margin = margin - conduct.stress_weight.value * view.stress
        band = conduct.patience.value
        cases = [margin > 0.0, margin > -band, margin > -2.0 * band]
        execute[:, m] = np.select(cases, [CARRY_OUT, IN_PART, POSTPONE], DROP)
        whys = [Reason.KEEPS_ITS_WORD, Reason.HALF_WAY, Reason.BUYS_TIME]
        reason[:, m] = np.select(cases, whys, Reason.TOO_COSTLY)
    decision.execute, decision.execute_reason = execute, reason


def _mind_talks(view: View, decision: Decision) -> None:
    """Leave when one's time is up, suspend talks after a new blow, and propose a summit in the second half."""
    conduct = view.side.country.conduct
    leaves = view.time_is_up & (view.talks != 2)
    struck = (view.weeks_since_hit == 1) & view.talking & (conduct.suspension.value > 0)
    decision.talks = np.select([leaves, struck], [WALK_AWAY, SUSPEND], 0)
    decision.talks_weeks = np.full(view.worlds, conduct.suspension.value, np.int64)
    decision.talks_reason = np.select([leaves, struck], [Reason.CLOCK_RAN_OUT, Reason.HIT], Reason.NONE)
    decision.summit = (view.elapsed >= HALF_TIME) & ~leaves


def _mind_allies(view: View, decision: Decision) -> None:
    """Ask allies for help while under tariffs; offer them deals of their own to keep them apart."""
    conduct = view.side.country.conduct
    if conduct.asks_allies:
        decision.ask = view.their_rate > 0.0
    if conduct.divide.value > 0.0:
        offers = view.weariness < conduct.divide.value
        decision.divide = np.repeat(offers[:, None], view.allies, axis=1)
