"""The law's course: measures lapse, courts rule, rulings are stayed, appeals are decided, another law takes over."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.ratification import clear_threats
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.state import NONE

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def law_runs(course: Course) -> None:
    """A week of the law, in place: lapses, final rulings, new rulings, returns on another basis."""
    bases = course.game.bases
    if bases.end:
        _lapse(course)
    if bases.appeals:
        _decide_appeals(course)
    _courts_rule(course)
    if bases.change:
        _return_on_another_basis(course)


def _lapse(course: Course) -> None:
    """Measures end that have been in force for as long as their basis allows, in place; a deal carries its own."""
    game, state = course.game, course.state
    stands = (state.level > 0) & ~state.bound
    weeks = np.where(stands, state.weeks_in_force + 1, 0)
    state.weeks_in_force = np.where(state.open[:, None], weeks, state.weeks_in_force)
    longest = game.bases.duration[state.basis]
    over = state.open[:, None] & stands & (longest > 0) & (weeks > longest)
    for m in np.flatnonzero(over.any(axis=0)):
        course.log.add(Kind.LAPSE, NOBODY, over[:, m], Reason.LAW_RAN_OUT, (m, 0, np.nan))
    rows = np.flatnonzero(over.any(axis=-1))
    if rows.size:
        _fall(course, rows, over[rows])


def _decide_appeals(course: Course) -> None:
    """The final ruling on each basis under appeal whose time has come: upheld, the measures fall, in place."""
    game, state = course.game, course.state
    for place in np.flatnonzero(game.bases.stayed > 0.0):
        due = state.open & (state.appeal_due[:, place] != NONE) & (state.appeal_due[:, place] <= state.week)
        if not due.any():
            continue
        falls = due & (course.luck.courts[:, 1] < game.bases.voided[place])
        state.appeal_due[due, place] = NONE
        _void(course, int(place), falls)
        course.log.add(Kind.RULING_OVERTURNED, NOBODY, due & ~falls, Reason.FOUND_LAWFUL, (place, -1, np.nan))


def _courts_rule(course: Course) -> None:
    """A ruling voids every measure in force on one basis and bars it for a time. At most one basis a week."""
    game, state, floor = course.game, course.state, 0.0
    ruling = course.luck.chances[:, 3]
    for place, hazard in enumerate(game.bases.hazard.tolist()):
        ceiling = floor + hazard
        ruled = state.open & (ruling >= floor) & (ruling < ceiling)
        floor = ceiling
        if game.bases.stayed[place] > 0.0:
            ruled = ruled & ~_stayed(course, place, ruled)
        _void(course, place, ruled)


def _stayed(course: Course, place: int, ruled: Flags) -> Flags:
    """Where a ruling on a basis changes nothing for now, (R,): stayed, or another one is under appeal already."""
    game, state = course.game, course.state
    pending = state.appeal_due[:, place] != NONE
    concerned = ((state.basis == place) & (state.level > 0) & ~state.bound).any(axis=-1)
    stays = ruled & ~pending & concerned & (course.luck.courts[:, 0] < game.bases.stayed[place])
    state.appeal_due[stays, place] = state.week + game.bases.appeal[place]
    course.log.add(Kind.RULING_STAYED, NOBODY, stays, Reason.APPEALS, (place, -1, np.nan))
    unchanged: Flags = pending | stays
    return unchanged


def _void(course: Course, place: int, ruled: Flags) -> None:
    """Take down the measures in force on a basis where a ruling takes effect, in place."""
    state = course.state
    rows = np.flatnonzero(ruled)
    if rows.size == 0:
        return
    hit = (state.basis[rows] == place) & (state.level[rows] > 0) & ~state.bound[rows]
    subject = (place, -1, np.nan)
    course.log.of(rows).add(Kind.COURT, NOBODY, hit.any(axis=-1), Reason.RULED_UNLAWFUL, subject)
    _fall(course, rows, hit)


def _fall(course: Course, rows: Integers, fallen: Flags) -> None:
    """Measures that lose their basis go to nothing, in place: to return on the substitute, or barred without one.

    rows: (N,) worlds; fallen: (N, M).
    """
    bases, state = course.game.bases, course.state
    before, level = state.basis[rows], state.level[rows]
    after = bases.substitute[before]
    moves = fallen & (after != NONE)
    ready = state.week + bases.speed[after]
    state.level[rows] = np.where(fallen, 0, level)
    state.weeks_in_force[rows] = np.where(fallen, 0, state.weeks_in_force[rows])
    state.barred_until[rows] = np.where(fallen & ~moves, state.week + bases.barred[before], state.barred_until[rows])
    anew = np.where(fallen & (bases.speed[before] > 0), NONE, state.usable_from[rows])
    state.usable_from[rows] = np.where(moves, ready, anew)
    state.basis[rows] = np.where(moves, after, before)
    state.renewal_level[rows] = np.where(moves, level, state.renewal_level[rows])
    state.renewal_due[rows] = np.where(moves, ready, state.renewal_due[rows])


def _return_on_another_basis(course: Course) -> None:
    """Measures whose new procedure is over are in force again at the level they had, in place, unless bound since."""
    game, state = course.game, course.state
    waits = state.renewal_level > 0
    if not waits.any():
        return
    returns = waits & (state.renewal_due <= state.week) & ~state.bound & state.open[:, None]
    for m in np.flatnonzero(returns.any(axis=0)):
        rows = np.flatnonzero(returns[:, m])
        level = state.renewal_level[rows, m]
        state.level[rows, m] = level
        told = (m, level, game.rates[m][level])
        course.log.of(rows).add(Kind.OTHER_BASIS, NOBODY, np.ones(rows.size, np.bool_), Reason.OTHER_LAW, told)
        overtaken = (state.threat_level[rows, m] != NONE) & (level >= state.threat_level[rows, m])
        clear_threats(state, rows[overtaken], int(m))
    state.renewal_level = np.where(returns | state.bound, 0, state.renewal_level)
