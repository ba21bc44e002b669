"""Provinces act: a measure of their own while it hurts at home, and objections to measures they resist."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.at_home import Provincial
from negotiation.dispute.course import Course
from negotiation.dispute.fear import income_with_fear
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason
from negotiation.politics.support import weighted_mean

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def provinces_act(course: Course, settled_before: Integers) -> None:
    """Every province with a measure of its own imposes or withdraws it, in place. settled_before: (R, I) last week."""
    game = course.game
    issues = list(game.scenario.issues.values())
    for province in game.at_home.provinces:
        if province.moves is None:
            continue
        country = game.scenario.sides[province.seat]
        ours = np.array([issue.conceded_by == country for issue in issues])
        gave = ((course.state.settled != settled_before) & ours).any(axis=-1)
        _withdraw(course, province, gave)
        _impose(course, province)


def _free(course: Course, province: Provincial) -> Flags:
    """Where its measure may be changed, (R,)."""
    state, m = course.state, province.measure
    free: Flags = state.open & ~state.bound[:, m]
    return free


def _withdraw(course: Course, province: Provincial, gave: Flags) -> None:
    """It gives in to a threat made since it acted, or rests once its government has given something, in place."""
    game, state, m = course.game, course.state, province.measure
    acted, rules = state.acted[:, province.number], province.moves
    if rules is None:
        return
    on = _free(course, province) & (state.level[:, m] > 0) & (acted < state.week)
    threatened = on & (state.last_threat[:, 1 - province.seat] >= acted)
    eased = on & ~threatened & (gave | (state.limited_week >= acted))
    ends, why = threatened | eased, np.where(threatened, Reason.AVOIDS_HARM, Reason.SETTLED)
    wish = _said(course, province, "withdraws", on)
    if wish is not None:
        ends, why = on & wish, np.full(state.worlds, Reason.PERSON)
    author = NOBODY + 1 + len(game.scenario.allies) + province.number
    course.log.add(Kind.LIFT, author, ends, why, (m, 0, 0.0))
    state.level[:, m] = np.where(ends, 0, state.level[:, m])
    state.rested[:, province.number] = np.where(
        ends, state.week + 1 + rules.rest.value, state.rested[:, province.number]
    )


def _impose(course: Course, province: Provincial) -> None:
    """It acts where its people have lost enough and it gets round to it, in place."""
    game, state, m, rules = course.game, course.state, province.measure, province.moves
    if rules is None:
        return
    usable = _free(course, province) & (state.barred_until[:, m] <= state.week) & (state.level[:, m] == 0)
    hurt = weighted_mean(income_with_fear(game, state), province.voice) <= -rules.pain.value
    ready = course.luck.home[:, 4 + province.number] < rules.chance.value
    may = usable & (state.rested[:, province.number] <= state.week)
    acts, why = may & hurt & ready, Reason.PAIN_AT_HOME
    wish = _said(course, province, "imposes", may)
    if wish is not None:
        acts, why = may & wish, Reason.PERSON
    state.level[:, m] = np.where(acts, rules.level, state.level[:, m])
    state.acted[:, province.number] = np.where(acts, state.week, state.acted[:, province.number])
    state.hit[:, 1 - province.seat] = np.where(acts, state.week, state.hit[:, 1 - province.seat])
    author = NOBODY + 1 + len(game.scenario.allies) + province.number
    rate = game.rates[m][rules.level]
    course.log.add(Kind.IMPOSE, author, acts, why, (m, rules.level, rate))


def _said(course: Course, province: Provincial, what: str, may: Flags) -> Flags | None:
    """What a province's head wants, where it may; None where its people's mood decides."""
    premier = course.players.premiers.get(province.key)
    wish: Flags | None = None if premier is None else getattr(premier, what)(may)
    return wish


def object_to(course: Course, m: int, rows: Integers, before: Integers, after: Integers) -> None:
    """Provinces that resist a measure turn on their government where it is raised, in place; each (N,)."""
    game, state = course.game, course.state
    for province in game.at_home.provinces:
        if not province.resists[m]:
            continue
        raised = rows[after > before]
        wish = _said(course, province, "objects", np.ones(raised.size, np.bool_))
        raised = raised if wish is None else raised[wish]
        for place in province.groups:
            state.approval[raised, place] = np.maximum(state.approval[raised, place] - province.objection, 0.0)
        author = NOBODY + 1 + len(game.scenario.allies) + province.number
        course.log.of(raised).add(Kind.OBJECT, author, np.ones(raised.size, np.bool_), Reason.NONE, (m, -1, np.nan))
