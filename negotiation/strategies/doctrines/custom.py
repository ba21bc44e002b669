"""What governments do alike, whatever their doctrine: meet threats, answer for their own, mind talks and allies."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import (
    CARRY_OUT,
    DROP,
    IN_PART,
    LEAVE,
    POSTPONE,
    SUSPEND,
    WALK_AWAY,
    Decision,
)
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View

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
    """Concede the demand of the heeded threat with most at stake when it is almost due; harden against the others."""
    issue, option = np.full(view.worlds, LEAVE), np.full(view.worlds, LEAVE)
    commit = np.zeros(view.worlds, np.int64)
    rows = np.flatnonzero(view.threats.against)
    if rows.size:
        issue[rows], option[rows], commit[rows] = _answers_to_threats(view.of(rows))
    decision.concede_issue, decision.concede_option, decision.commit = issue, option, commit


def _answers_to_threats(view: View) -> tuple[Integers, Integers, Integers]:
    """The issue and option to concede alone, -1 for none, and the commitments to make, a bitmask, each (R,)."""
    issue, option, most = np.full(view.worlds, LEAVE), np.full(view.worlds, LEAVE), np.zeros(view.worlds)
    commit = np.zeros(view.worlds, np.int64)
    for m in view.their_measures:
        stands = view.threats.level[:, m] >= 0
        demanded, at_least = view.threats.demanded(m)
        stake = np.where(view.threats.heeded[:, m] & (demanded >= 0), view.threats.stake(m), 0.0)
        meets = (view.threats.weeks_left(m) <= 1) & (stake > most)
        issue, option = np.where(meets, demanded, issue), np.where(meets, at_least, option)
        most = np.where(meets, stake, most)
        defies = stands & (demanded >= 0) & ~view.threats.heeded[:, m]
        commit = commit | np.where(defies, view.threats.commitments_against(demanded, at_least), 0)
    return issue, option, commit


def _follow_through(view: View, decision: Decision) -> None:
    """Decide on own threats that are due: carry out, in part, postpone or drop, by what each would cost."""
    execute = np.full(view.level.shape, DROP)
    reason = np.full(view.level.shape, int(Reason.TOO_COSTLY))
    for m in view.own_measures:
        rows = np.flatnonzero((view.threats.level[:, m] >= 0) & (view.threats.weeks_left(m) <= 0))
        if rows.size:
            execute[rows, m], reason[rows, m] = _answers(view.of(rows), m)
    decision.execute, decision.execute_reason = execute, reason


def _answers(view: View, m: int) -> tuple[Integers, Integers]:
    """What to do with the own threat on a measure, and why, each (R,)."""
    conduct = view.side.country.conduct
    level = np.maximum(view.threats.level[:, m], view.level[:, m])
    margin = view.prospects.gain_from(m, level) + view.threats.shame(m)[level] + conduct.nerve.value * view.nerve
    margin = margin - conduct.stress_weight.value * view.stress
    margin = margin + view.heed * view.threats.outcry(m)[level] if view.side.country.election else margin
    margin = margin + view.prospects.resolve if view.side.has_resolve else margin
    band = conduct.patience.value
    half_way = level - view.level[:, m] >= 2  # else there is nothing between all and nothing
    cases = [margin > 0.0, half_way & (margin > -band), margin > -2.0 * band]
    whys = [Reason.KEEPS_ITS_WORD, Reason.HALF_WAY, Reason.BUYS_TIME]
    return np.select(cases, [CARRY_OUT, IN_PART, POSTPONE], DROP), np.select(cases, whys, Reason.TOO_COSTLY)


def _mind_talks(view: View, decision: Decision) -> None:
    """Leave when one's time is up, suspend talks after a new blow, and propose a summit in the second half."""
    conduct = view.side.country.conduct
    leaves = view.time_is_up & (view.talks != 2)
    struck = (view.weeks_since_hit == 1) & view.talking & (conduct.suspension.value > 0)
    decision.talks = np.select([leaves, struck], [WALK_AWAY, SUSPEND], 0)
    decision.talks_weeks = np.full(view.worlds, conduct.suspension.value)
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
