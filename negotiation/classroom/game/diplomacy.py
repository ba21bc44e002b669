"""Orders beyond the measures: what is given alone, the talks, allies, promises, leaving a limited deal."""

from typing import Any

import numpy as np

from negotiation.classroom.game.asked import flag, number, several, table
from negotiation.classroom.game.case import Case
from negotiation.classroom.game.instruments import issue_option
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.decision import RESUME, SUSPEND, WALK_AWAY, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.state import LIMITED_DEAL, SUSPENDED, TALKING, State

TALKS = {"suspend": SUSPEND, "resume": RESUME, "walk_away": WALK_AWAY}
OPEN_WHILE = {"suspend": (TALKING,), "resume": (SUSPENDED,), "walk_away": (TALKING, SUSPENDED)}
MOST_SUSPENSION = 26  # weeks


def concession(case: Case, state: State, seat: int, order: Any, decision: Decision) -> None:
    """One option given alone."""
    if order is None:
        return
    asked = table(order, "concede", ("issue", "option"))
    place, option = issue_option(case, asked.get("issue"), asked.get("option"), conceded_by=seat)
    if option <= state.settled[0, place]:
        raise Refused("already_settled")
    decision.concede_issue, decision.concede_option = np.array([place]), np.array([option])


def talks(case: Case, state: State, seat: int, order: Any, decision: Decision) -> None:
    """Suspend, resume or leave the talks; suspended over a demand, they resume as soon as it is met."""
    if order is None:
        return
    asked = table(order, "talks", ("do", "weeks", "issue", "option"))
    wish = asked.get("do")
    if not isinstance(wish, str) or wish not in TALKS:
        raise Refused("unknown_wish", got=str(wish)[:60])
    if int(state.talks[0]) not in OPEN_WHILE[wish]:
        raise Refused("talks_do_not_allow")
    decision.talks = np.array([TALKS[wish]])
    decision.talks_weeks = np.array([number(asked.get("weeks", 0), 0, MOST_SUSPENSION, "weeks")])
    decision.talks_reason = np.array([int(Reason.PERSON)])
    if asked.get("issue"):
        place, option = issue_option(case, asked.get("issue"), asked.get("option"), conceded_by=1 - seat)
        if option <= state.settled[0, place]:
            raise Refused("already_settled")
        decision.stop_issue, decision.stop_option = np.array([place]), np.array([option])


def diplomacy(case: Case, state: State, seat: int, asked: dict[str, Any], decision: Decision) -> None:
    """Summits, allies, public commitments, leaving a limited deal."""
    commitments = list(case.engine.sides[seat].country.commitments)
    commit = 0
    for key in several(asked.get("commit"), "commit"):
        if key not in commitments:
            raise Refused("unknown_commitment", got=key[:60])
        commit |= 1 << commitments.index(key)
    allies, divide = list(case.scenario.allies), np.zeros((1, len(case.scenario.allies)), np.bool_)
    for key in several(asked.get("divide"), "divide"):
        if key not in allies:
            raise Refused("unknown_ally", got=key[:60])
        divide[0, allies.index(key)] = True
    breaks = flag(asked.get("break_deal"), "break_deal")
    if breaks and state.settlement[0] != LIMITED_DEAL:
        raise Refused("no_deal_to_leave")
    decision.commit, decision.divide = np.array([commit]), divide
    decision.summit = np.array([flag(asked.get("summit"), "summit")])
    decision.ask = np.array([flag(asked.get("ask"), "ask")])
    decision.break_deal = np.array([breaks])
