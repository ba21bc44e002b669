"""Orders on a government's own measures: levels, pauses, new threats, and what becomes of threats that stand."""

from typing import Any

import numpy as np

from negotiation.classroom.game.asked import number, table
from negotiation.classroom.game.case import Case
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.decision import CARRY_OUT, DROP, IN_PART, LEAVE, POSTPONE, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.state import NONE, State

ANSWERS = {"carry_out": CARRY_OUT, "in_part": IN_PART, "postpone": POSTPONE, "drop": DROP}
MOST_NOTICE, MOST_PAUSE = 26, 52  # weeks; assumption: nobody believes a threat due later than half a year


def levels(case: Case, state: State, seat: int, order: Any, decision: Decision) -> None:
    """New levels of own measures, exemptions among them."""
    wanted = table(order or {}, "set")
    if not wanted:
        return
    level, reason = each_measure(case, LEAVE), each_measure(case, int(Reason.PERSON))
    for key, value in wanted.items():
        m = own_measure(case, state, seat, key)
        after = number(value, 0, int(case.engine.top[m]), key)
        if after > state.level[0, m]:
            may_raise(case, state, m)
        level[0, m] = after
    decision.level, decision.level_reason = level, reason


def pauses(case: Case, state: State, seat: int, order: Any, decision: Decision) -> None:
    """Own measures that are paused, each for some weeks."""
    wanted = table(order or {}, "pause")
    if not wanted:
        return
    decision.pause = each_measure(case, 0)
    decision.pause_reason = np.array([int(Reason.PERSON)])
    for key, weeks in wanted.items():
        m = own_measure(case, state, seat, key)
        if state.level[0, m] == 0:
            raise Refused("nothing_in_force", measure=case.scenario.measures[key].name)
        decision.pause[0, m] = number(weeks, 1, MOST_PAUSE, "weeks")


def answers(case: Case, state: State, seat: int, order: Any, decision: Decision) -> None:
    """What becomes of own threats: of those that are due, where one left unanswered is dropped, and of others early."""
    execute, early, put_off = each_measure(case, DROP), each_measure(case, 0), each_measure(case, LEAVE)
    for key, answer in table(order or {}, "due").items():
        m = own_measure(case, state, seat, key)
        said = table({"do": answer} if isinstance(answer, str) else answer, "due", ("do", "weeks"))
        if not isinstance(said.get("do"), str) or said["do"] not in ANSWERS:
            raise Refused("unknown_answer", got=str(said.get("do"))[:60])
        if state.threat_level[0, m] == NONE:
            raise Refused("no_threat_there", measure=case.scenario.measures[key].name)
        execute[0, m] = ANSWERS[said["do"]]
        early[0, m] = 1
        if said.get("weeks") is not None:
            put_off[0, m] = number(said["weeks"], 1, MOST_NOTICE, "weeks")
    decision.execute, decision.execute_reason = execute, each_measure(case, int(Reason.PERSON))
    decision.early, decision.put_off = early == 1, put_off


def threat(case: Case, state: State, seat: int, order: Any, decision: Decision) -> None:
    """One new threat: a measure, a level above today's, a deadline, and a demand or none."""
    if order is None:
        return
    asked = table(order, "threat", ("measure", "level", "weeks", "issue", "option"))
    key = asked.get("measure")
    m = own_measure(case, state, seat, key)
    name = case.scenario.measures[str(key)].name
    level = number(asked.get("level"), 1, int(case.engine.top[m]), str(key))
    if level <= state.level[0, m]:
        raise Refused("threat_not_higher", measure=name)
    if state.threat_level[0, m] != NONE:
        raise Refused("already_threatened", measure=name)
    may_raise(case, state, m)
    decision.threat = each_measure(case, LEAVE)
    decision.threat[0, m] = level
    decision.notice = np.array([number(asked.get("weeks"), 1, MOST_NOTICE, "weeks")])
    decision.threat_reason = np.array([int(Reason.PERSON)])
    if asked.get("issue"):
        place, option = issue_option(case, asked.get("issue"), asked.get("option"), conceded_by=1 - seat)
        if option <= state.settled[0, place]:
            raise Refused("already_settled")
        decision.demand_issue, decision.demand_option = np.array([place]), np.array([option])


def own_measure(case: Case, state: State, seat: int, key: Any) -> int:
    """The number of an own measure that may be used. Raises Refused."""
    measures = list(case.scenario.measures)
    if not isinstance(key, str) or key not in measures:
        raise Refused("unknown_measure", got=str(key)[:60])
    m = measures.index(key)
    if int(case.engine.imposer[m]) != seat:
        raise Refused("not_your_measure", measure=case.scenario.measures[key].name)
    if case.engine.at_home.provincial[m]:
        raise Refused("province_sets_it", measure=case.scenario.measures[key].name)
    if state.bound[0, m]:
        raise Refused("bound_by_deal", measure=case.scenario.measures[key].name)
    return m


def may_raise(case: Case, state: State, m: int) -> None:
    """Raise Refused where a measure can neither be raised nor threatened now."""
    name = list(case.scenario.measures.values())[m].name
    if state.barred_until[0, m] > state.week:
        raise Refused("barred_by_court", measure=name)
    if case.engine.at_home.vetoed[m]:
        raise Refused("province_blocks", measure=name)


def issue_option(case: Case, issue: Any, option: Any, conceded_by: int) -> tuple[int, int]:
    """The numbers of an issue that a side may concede and of one of its options. Raises Refused."""
    issues = case.scenario.issues
    if not isinstance(issue, str) or issue not in issues:
        raise Refused("unknown_issue", got=str(issue)[:60])
    if issues[issue].conceded_by != case.sides[conceded_by]:
        raise Refused("not_theirs_to_give", issue=issues[issue].name)
    if not isinstance(option, str) or option not in issues[issue].options:
        raise Refused("unknown_option", got=str(option)[:60], issue=issues[issue].name)
    return list(issues).index(issue), list(issues[issue].options).index(option)


def each_measure(case: Case, value: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """One value for every measure, (1, M)."""
    return np.full((1, len(case.scenario.measures)), value, np.int64)
