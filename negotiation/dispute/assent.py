"""Allies whose consent an option needs: they agree, or what holds otherwise is put in force in its place."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.needs import Need
from negotiation.dispute.reasons import Kind, Reason
from negotiation.politics.coalition import JOINT, MEDIATION, SEPARATE, SOLIDARITY, STANCES

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
LEANS = np.zeros(len(STANCES))  # which way a stance moves an ally that is asked
LEANS[[SOLIDARITY, JOINT, MEDIATION]], LEANS[SEPARATE] = 1.0, -1.0


def assented(course: Course, rows: Integers, options: Integers, levels: Integers) -> Integers:
    """The options (N, I) of deals that take effect in some worlds, where allies that are needed have had their say.

    rows: (N,) the worlds; levels: (N, M) of all measures under the deal.
    """
    if not course.game.at_home.needs:
        return options
    agreed = options.copy()
    for need in course.game.at_home.needs:
        asked = options[:, need.issue] == need.option
        refuses = asked & ~_agrees(course, need, rows, levels)
        agreed[:, need.issue] = np.where(refuses, need.otherwise, agreed[:, need.issue])
        _note(course, need, rows, asked, refuses)
    return agreed


def assented_alone(course: Course, where: Flags, issue: Integers, option: Integers) -> Integers:
    """The option (R,) of an issue (R,) that takes effect where it is given alone, rates as they are."""
    given = option
    for need in course.game.at_home.needs:
        rows = np.flatnonzero(where & (issue == need.issue) & (option == need.option))
        refuses = ~_agrees(course, need, rows, _in_force(course, rows))
        given = given.copy()
        given[rows] = np.where(refuses, need.otherwise, given[rows])
        _note(course, need, rows, np.ones(rows.size, np.bool_), refuses)
    return given


def _agrees(course: Course, need: Need, rows: Integers, levels: Integers) -> Flags:
    """Whether the ally agrees in some worlds, (N,): by chance, its gain from the levels (N, M) and where it stands."""
    game, state = course.game, course.state
    assent = list(game.scenario.allies.values())[need.ally].assent
    if assent is None:
        return np.ones(rows.size, np.bool_)
    code = state.code[rows]
    after = code + ((levels - _in_force(course, rows)) * game.strides).sum(axis=-1)
    welfare = game.tables.ally_welfare[need.ally]
    lean = LEANS[state.stance[rows, need.ally]]
    chance = assent.chance.value + assent.gain.value * (welfare[after] - welfare[code]) + assent.stance.value * lean
    agrees: Flags = course.luck.assent[rows, need.ally] < chance
    return agrees


def _in_force(course: Course, rows: Integers) -> Integers:
    """The levels of measures that count this week in some worlds, (N, M)."""
    state = course.state
    return np.where(state.paused_until[rows] > state.week, 0, state.level[rows])


def _note(course: Course, need: Need, rows: Integers, asked: Flags, refuses: Flags) -> None:
    """Note what the ally answered, in place."""
    log, author = course.log.of(rows), NOBODY + 1 + need.ally
    log.add(Kind.ASSENT, author, asked & ~refuses, Reason.LOOKS_AFTER_ITSELF, (need.issue, need.option, np.nan))
    log.add(Kind.WITHHOLD, author, refuses, Reason.LOOKS_AFTER_ITSELF, (need.issue, need.option, np.nan))
