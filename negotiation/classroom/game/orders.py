"""What a page sends as one week's decision, checked against the game as it stands and made into the engine's Decision.

A person may do what a strategy may, no more: own measures, one new threat a week, one concession a week.
"""

from typing import Any

import numpy as np

from negotiation.classroom.game.case import Case
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.decision import CARRY_OUT, DROP, IN_PART, LEAVE, POSTPONE, RESUME, SUSPEND, WALK_AWAY, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.state import LIMITED_DEAL, NONE, State

ANSWERS = {"carry_out": CARRY_OUT, "in_part": IN_PART, "postpone": POSTPONE, "drop": DROP}
TALKS = {"suspend": SUSPEND, "resume": RESUME, "walk_away": WALK_AWAY}
MOST_NOTICE, MOST_SUSPENSION = 26, 26  # weeks; assumption: nobody believes a threat due later than half a year
OWN_REASONS = ("concede", "break_deal", "commit", "ask", "divide", "summit")  # moves without a column of reasons
AWAY_KEYS = {"set", "threat", "due", "concede", "commit", "talks", "summit", "ask", "divide", "break_deal"}


def table_decision(case: Case, state: State, seat: int, order: Any) -> Decision:
    """The answer at the table: accept the offer seen, offer a package, or hold. Raises Refused."""
    asked = table(order, "table")
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
    raise Refused("unknown_wish", got=wish)


def package_of(case: Case, options: Any) -> int:
    """The number of the package with these options. Raises Refused for one that cannot be offered."""
    chosen = table(options, "options")
    for issue, option in chosen.items():
        if issue not in case.scenario.issues:
            raise Refused("unknown_issue", got=issue)
        if not isinstance(option, str) or option not in case.scenario.issues[issue].options:
            raise Refused("unknown_option", got=option, issue=case.scenario.issues[issue].name)
    found = case.package_of.get(case.package_words(chosen))
    if found is None:
        whole = len(chosen) == len(case.scenario.issues)
        raise Refused("package_not_studied" if whole else "not_a_limited_deal")
    return found


def away_decision(case: Case, state: State, seat: int, order: Any) -> Decision:
    """The moves away from the table. Raises Refused for anything this government cannot do now."""
    asked = table({} if order is None else order, "away")
    for key in asked:
        if key not in AWAY_KEYS:
            raise Refused("unknown_move", got=key)
    decision = Decision(reasons=dict.fromkeys(OWN_REASONS, int(Reason.PERSON)))
    _levels(case, state, seat, table(asked.get("set") or {}, "set"), decision)
    _due(case, state, seat, table(asked.get("due") or {}, "due"), decision)
    if asked.get("threat") is not None:
        _threat(case, state, seat, table(asked["threat"], "threat"), decision)
    if asked.get("concede") is not None:
        _concession(case, state, seat, table(asked["concede"], "concede"), decision)
    if asked.get("talks") is not None:
        _talks(table(asked["talks"], "talks"), decision)
    _diplomacy(case, state, seat, asked, decision)
    return decision


def _levels(case: Case, state: State, seat: int, wanted: dict[str, Any], decision: Decision) -> None:
    """New levels of own measures."""
    if not wanted:
        return
    level, reason = _measures(case, LEAVE), _measures(case, int(Reason.PERSON))
    for key, value in wanted.items():
        m = own_measure(case, state, seat, key)
        after = number(value, 0, int(case.engine.top[m]), key)
        if after > state.level[0, m] and state.barred_until[0, m] > state.week:
            raise Refused("barred_by_court", measure=case.scenario.measures[key].name)
        level[0, m] = after
    decision.level, decision.level_reason = level, reason


def _due(case: Case, state: State, seat: int, answers: dict[str, Any], decision: Decision) -> None:
    """What becomes of own threats that are due; one left unanswered is dropped."""
    execute, reason = _measures(case, DROP), _measures(case, int(Reason.PERSON))
    for key, answer in answers.items():
        m = own_measure(case, state, seat, key)
        if not isinstance(answer, str) or answer not in ANSWERS:
            raise Refused("unknown_answer", got=answer)
        execute[0, m] = ANSWERS[answer]
    decision.execute, decision.execute_reason = execute, reason


def _threat(case: Case, state: State, seat: int, threat: dict[str, Any], decision: Decision) -> None:
    """One new threat: a measure, a level above today's, a deadline, and a demand or none."""
    key = threat.get("measure")
    m = own_measure(case, state, seat, key)
    level = number(threat.get("level"), 1, int(case.engine.top[m]), str(key))
    if level <= state.level[0, m]:
        raise Refused("threat_not_higher", measure=case.scenario.measures[str(key)].name)
    if state.threat_level[0, m] != NONE:
        raise Refused("already_threatened", measure=case.scenario.measures[str(key)].name)
    if state.barred_until[0, m] > state.week:
        raise Refused("barred_by_court", measure=case.scenario.measures[str(key)].name)
    decision.threat = _measures(case, LEAVE)
    decision.threat[0, m] = level
    decision.notice = np.array([number(threat.get("weeks"), 1, MOST_NOTICE, "weeks")])
    decision.threat_reason = _reason()
    if threat.get("issue"):
        place, option = issue_option(case, threat.get("issue"), threat.get("option"), conceded_by=1 - seat)
        if option <= state.settled[0, place]:
            raise Refused("already_settled")
        decision.demand_issue, decision.demand_option = np.array([place]), np.array([option])


def _concession(case: Case, state: State, seat: int, concession: dict[str, Any], decision: Decision) -> None:
    """One option given alone."""
    place, option = issue_option(case, concession.get("issue"), concession.get("option"), conceded_by=seat)
    if option <= state.settled[0, place]:
        raise Refused("already_settled")
    decision.concede_issue, decision.concede_option = np.array([place]), np.array([option])


def _talks(talks: dict[str, Any], decision: Decision) -> None:
    """Suspend, resume or leave the talks."""
    wish = talks.get("do")
    if not isinstance(wish, str) or wish not in TALKS:
        raise Refused("unknown_wish", got=wish)
    decision.talks = np.array([TALKS[wish]])
    decision.talks_weeks = np.array([number(talks.get("weeks", 0), 0, MOST_SUSPENSION, "weeks")])
    decision.talks_reason = _reason()


def _diplomacy(case: Case, state: State, seat: int, asked: dict[str, Any], decision: Decision) -> None:
    """Summits, allies, public commitments, leaving a limited deal."""
    commitments = list(case.engine.sides[seat].country.commitments)
    commit = 0
    for key in several(asked.get("commit"), "commit"):
        if key not in commitments:
            raise Refused("unknown_commitment", got=key)
        commit |= 1 << commitments.index(key)
    allies, divide = list(case.scenario.allies), np.zeros((1, len(case.scenario.allies)), np.bool_)
    for key in several(asked.get("divide"), "divide"):
        if key not in allies:
            raise Refused("unknown_ally", got=key)
        divide[0, allies.index(key)] = True
    if asked.get("break_deal") and state.settlement[0] != LIMITED_DEAL:
        raise Refused("no_deal_to_leave")
    decision.commit, decision.divide = np.array([commit]), divide
    decision.summit = np.array([asked.get("summit") is True])
    decision.ask = np.array([asked.get("ask") is True])
    decision.break_deal = np.array([asked.get("break_deal") is True])


def own_measure(case: Case, state: State, seat: int, key: Any) -> int:
    """The number of an own measure that may be used. Raises Refused."""
    measures = list(case.scenario.measures)
    if not isinstance(key, str) or key not in measures:
        raise Refused("unknown_measure", got=key)
    m = measures.index(key)
    if int(case.engine.imposer[m]) != seat:
        raise Refused("not_your_measure", measure=case.scenario.measures[key].name)
    if state.bound[0, m]:
        raise Refused("bound_by_deal", measure=case.scenario.measures[key].name)
    return m


def issue_option(case: Case, issue: Any, option: Any, conceded_by: int) -> tuple[int, int]:
    """The numbers of an issue that a side may concede and of one of its options. Raises Refused."""
    issues = case.scenario.issues
    if not isinstance(issue, str) or issue not in issues:
        raise Refused("unknown_issue", got=issue)
    if issues[issue].conceded_by != case.sides[conceded_by]:
        raise Refused("not_theirs_to_give", issue=issues[issue].name)
    if not isinstance(option, str) or option not in issues[issue].options:
        raise Refused("unknown_option", got=option, issue=issues[issue].name)
    return list(issues).index(issue), list(issues[issue].options).index(option)


def number(value: Any, least: int, most: int, what: str) -> int:
    """A whole number within bounds. Raises Refused for anything else, NaN included."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Refused("not_a_number", what=what, least=least, most=most)
    return value


def table(value: Any, what: str) -> dict[str, Any]:
    """A JSON object. Raises Refused for anything else."""
    if not isinstance(value, dict):
        raise Refused("not_understood", what=what)
    return value


def several(value: Any, what: str) -> list[str]:
    """A list of words. Raises Refused for anything else."""
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Refused("not_understood", what=what)
    return value


def _measures(case: Case, value: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """One value for every measure, (1, M)."""
    return np.full((1, len(case.scenario.measures)), value, np.int64)


def _reason() -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """A person's own reason."""
    return np.array([int(Reason.PERSON)])
