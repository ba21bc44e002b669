"""What a page sends as one week's decision, checked against the game as it stands and made into the engine's Decision.

A person may do what a strategy may, by the same rules: what the engine would pass over in silence is refused in a
sentence. Every field of the Decision can be said, but for `least`, which only the record looks at.
"""

from typing import Any

import numpy as np

from negotiation.classroom.game.asked import number, table
from negotiation.classroom.game.case import Case
from negotiation.classroom.game.diplomacy import concession, diplomacy, talks
from negotiation.classroom.game.instruments import answers, levels, pauses, threat
from negotiation.classroom.game.later import afterwards
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.state import NONE, State

OWN_REASONS = ("concede", "break_deal", "commit", "ask", "divide", "summit", "pause")  # moves with no other column
AWAY_KEYS = {"set", "pause", "due", "threat", "concede", "commit", "talks", "summit", "ask", "divide", "break_deal"}
MOST_TURNS = 4  # times that a government moves in one week


def table_decision(case: Case, state: State, seat: int, order: Any) -> Decision:
    """The answer at the table: accept the offer seen, offer a package, or hold. Raises Refused."""
    asked = table(order, "table", ("do", "package", "options"))
    wish = asked.get("do")
    if wish == "hold":
        return Decision()
    if wish == "accept":
        standing = int(state.offer[0, 1 - seat])
        if standing == NONE:
            raise Refused("nothing_to_accept")
        if number(asked.get("package"), 0, 10**9, "package") != standing:
            raise Refused("offer_has_changed")
        return Decision(accept=np.array([True]), table_reason=_reason())
    if wish == "offer":
        return Decision(package=np.array([package_of(case, asked.get("options"))]), table_reason=_reason())
    raise Refused("unknown_wish", got=str(wish)[:60])


def package_of(case: Case, options: Any) -> int:
    """The number of the package with these options. Raises Refused for one that cannot be offered."""
    chosen = table(options, "options")
    for issue, option in chosen.items():
        if issue not in case.scenario.issues:
            raise Refused("unknown_issue", got=issue[:60])
        if not isinstance(option, str) or option not in case.scenario.issues[issue].options:
            raise Refused("unknown_option", got=str(option)[:60], issue=case.scenario.issues[issue].name)
    found = case.package_of.get(case.package_words(chosen))
    if found is None:
        whole = len(chosen) == len(case.scenario.issues)
        raise Refused("package_not_studied" if whole else "not_a_limited_deal")
    return found


def away_decision(case: Case, state: State, seat: int, order: Any, turns: int = MOST_TURNS) -> Decision:
    """The moves away from the table, and what follows `later` in the same week. Raises Refused for anything this
    government cannot do then."""
    asked = table({} if order is None else order, "away", (*AWAY_KEYS, "later"))
    decision = Decision(reasons=dict.fromkeys(OWN_REASONS, int(Reason.PERSON)))
    levels(case, state, seat, asked.get("set"), decision)
    pauses(case, state, seat, asked.get("pause"), decision)
    answers(case, state, seat, asked.get("due"), decision)
    threat(case, state, seat, asked.get("threat"), decision)
    concession(case, state, seat, asked.get("concede"), decision)
    talks(case, state, seat, asked.get("talks"), decision)
    diplomacy(case, state, seat, asked, decision)
    if asked.get("later") is not None:
        if turns <= 1:
            raise Refused("too_many_turns", most=MOST_TURNS)
        after = afterwards(case, state, seat, decision)
        then = away_decision(case, after, seat, asked["later"], turns - 1)
        then.ask = np.array([True]) if then.ask is not None and then.ask[0] else None  # a no would take back the asking
        decision.then = then
    return decision


def _reason() -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """A person's own reason."""
    return np.array([int(Reason.PERSON)])
