"""How things stand for a government after its own first moves of a week, by which its later moves are checked."""

import numpy as np

from negotiation.classroom.game.case import Case
from negotiation.dispute.decision import CARRY_OUT, IN_PART, LEAVE, POSTPONE, RESUME, SUSPEND, WALK_AWAY, Decision
from negotiation.dispute.state import ENDED, NONE, SUSPENDED, TALKING, State

TALKS_AFTER = {SUSPEND: SUSPENDED, RESUME: TALKING, WALK_AWAY: ENDED}


def afterwards(case: Case, state: State, seat: int, decision: Decision) -> State:
    """A copy of how things stand, with its own moves made; the other side's, made meanwhile, it cannot know."""
    after = state.copy()
    for m in case.engine.measures_of(seat):
        _end_threat(after, m, decision)
        if decision.level is not None and decision.level[0, m] != LEAVE:
            after.level[0, m] = decision.level[0, m]
            if after.level[0, m] >= after.threat_level[0, m]:
                after.threat_level[0, m] = NONE
        if decision.threat is not None and decision.threat[0, m] != LEAVE:
            after.threat_level[0, m] = decision.threat[0, m]
    if decision.concede_issue is not None and decision.concede_option is not None:
        place = int(decision.concede_issue[0])
        after.settled[0, place] = max(int(after.settled[0, place]), int(decision.concede_option[0]))
    if decision.talks is not None:
        after.talks = np.array([TALKS_AFTER[int(decision.talks[0])]])
    return after


def _end_threat(after: State, m: int, decision: Decision) -> None:
    """What becomes of an own threat that is due or answered early, in place."""
    answered = decision.early is not None and bool(decision.early[0, m])
    if after.threat_level[0, m] == NONE or not (answered or after.threat_due[0, m] <= after.week):
        return
    answer = POSTPONE if decision.execute is None else int(decision.execute[0, m])
    now, threatened = int(after.level[0, m]), int(after.threat_level[0, m])
    if answer == POSTPONE:
        return
    reached = {CARRY_OUT: max(threatened, now), IN_PART: now + max((threatened - now) // 2, 0)}
    after.level[0, m] = reached.get(answer, now)
    after.threat_level[0, m] = NONE
