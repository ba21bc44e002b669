"""What was agreed goes home: institutions vote, and a ratified deal is put in force."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.alliance import leave_coalition
from negotiation.dispute.assent import assented
from negotiation.dispute.consent import count_refusals, refusals
from negotiation.dispute.course import Course
from negotiation.dispute.elections import lose_confidence
from negotiation.dispute.mediation import cost_of_failing
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.peace import note_met
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.standing import Standing
from negotiation.dispute.state import (
    COMPREHENSIVE_DEAL,
    LIMITED_DEAL,
    MET,
    NONE,
    SUSPENDED,
    State,
)
from negotiation.dispute.trust import note_broken_word, note_deal

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def ratify(course: Course, standings: tuple[Standing, Standing], agreed: Integers) -> None:
    """Vote at home on what was agreed, and put what passes in force, in place. agreed: (R,) package, -1 for none."""
    game, state = course.game, course.state
    brought = agreed != NONE
    if not brought.any():
        return
    refuses = [refusals(course, standings[seat], agreed, seat) for seat in (0, 1)]
    passes = [_passes(course, standings[seat], agreed, seat) & ~refuses[seat].any(axis=-1) for seat in (0, 1)]
    ratified = brought & passes[0] & passes[1]
    for seat in (0, 1):
        refused = brought & ~passes[seat]
        cost = cost_of_failing(game, state, game.sides[seat].country.audience.failed_ratification.value)
        state.failed[:, seat] += refused
        count_refusals(course, refuses[seat], seat)
        state.grievance[:, seat] += np.where(refused, cost, 0.0)
        course.log.add(Kind.VOTED_DOWN, seat, refused, Reason.NO_SUPPORT_AT_HOME, (agreed, -1, np.nan))
    failed = brought & ~ratified
    state.talks = np.where(failed, SUSPENDED, state.talks)
    state.talks_resume = np.where(failed, state.week + 1 + game.scenario.talks.cooling.value, state.talks_resume)
    state.offer[brought] = NONE
    for seat in (0, 1):
        lose_confidence(course, seat, refuses[seat])
    _put_in_force(course, np.flatnonzero(ratified), agreed)


def _passes(course: Course, standing: Standing, agreed: Integers, seat: int) -> Flags:
    """Whether a country's people agree, (R,)."""
    side = course.game.sides[seat]
    limited = agreed >= course.game.packages.whole
    needed = np.where(limited, standing.limited_need, standing.need)
    noise = side.country.ratification.vote.value * course.luck.conduct[:, 2 + seat]
    return side.home[np.maximum(agreed, 0)] + noise >= needed


def _put_in_force(course: Course, rows: Integers, agreed: Integers) -> None:
    """Settle the issues, set the measures, end the threats that a ratified package answers, in place."""
    if rows.size == 0:
        return
    state, packages, package = course.state, course.game.packages, agreed[rows]
    options, fixes = packages.options[package], packages.fixes[package]
    whole = package < packages.whole
    levels = np.where(fixes, packages.levels[package], state.level[rows])
    options = assented(course, rows, options, levels)
    _break_promises(course, rows, package)
    state.settled_before[rows[~whole]] = state.settled[rows[~whole]]
    state.level_before[rows[~whole]] = state.level[rows[~whole]]
    note_deal(course.game, state, rows[~whole])
    state.settled[rows] = np.where(options >= 0, options, state.settled[rows])
    state.level[rows] = levels
    state.paused_until[rows] = np.where(fixes, 0, state.paused_until[rows])
    state.bound[rows] |= fixes
    end_met_threats(course, answered=_spread(rows, fixes, state))
    state.package[rows] = package
    state.ever_deal[rows] = True
    state.settlement[rows] = np.where(whole, COMPREHENSIVE_DEAL, LIMITED_DEAL)
    state.deal_week[rows[whole]] = state.week
    state.limited_week[rows[~whole]] = state.week
    state.open[rows[whole]] = False
    leave_coalition(state, rows[whole])
    for kind, which in ((Kind.DEAL, whole), (Kind.LIMITED_DEAL, ~whole)):
        course.log.add(kind, NOBODY, _spread(rows, which, state), Reason.SUPPORT_AT_HOME, (agreed, -1, np.nan))


def _spread(rows: Integers, flags: Flags, state: State) -> Flags:
    """Flags of some worlds as flags of all."""
    spread = np.zeros((state.worlds, *flags.shape[1:]), np.bool_)
    spread[rows] = flags
    return spread


def _break_promises(course: Course, rows: Integers, package: Integers) -> None:
    """Signing what one said one would never sign costs points and approval, once, in place."""
    state = course.state
    for seat, side in enumerate(course.game.sides):
        broken = state.committed[rows, seat] & side.breaks[package]
        breaks = broken != 0
        state.once[rows, seat] -= side.break_cost[broken]
        state.grievance[rows, seat] += np.where(breaks, side.country.audience.broken_promise.value, 0.0)
        state.committed[rows, seat] &= ~broken
        course.log.add(Kind.BREAK_PROMISE, seat, _spread(rows, breaks, state), Reason.SETTLED)
        note_broken_word(course.game, state, seat, _spread(rows, breaks, state))


def end_met_threats(course: Course, answered: Flags | None = None) -> None:
    """End the threats whose demand is in force, or whose measure a deal has fixed, in place.

    answered: (R, M) measures that a deal fixed this moment.
    """
    state = course.state
    for m, maker in enumerate(course.game.imposer):
        rows = np.flatnonzero(state.threat_level[:, m] != NONE)
        if rows.size == 0:
            continue
        issue = state.threat_issue[rows, m]
        met = (issue != NONE) & (state.settled[rows, np.maximum(issue, 0)] >= state.threat_option[rows, m])
        fixed = np.zeros_like(met) if answered is None else answered[rows, m]
        note_met(state, rows[met & ~fixed], int(maker))
        rows = rows[met | fixed]
        state.threats_ended[rows, maker, MET] += 1
        met_here = np.ones(rows.size, np.bool_)
        subject = (m, state.threat_level[rows, m], np.nan)
        course.log.of(rows).add(Kind.THREAT_MET, int(maker), met_here, Reason.DEMAND_MET, subject)
        clear_threats(state, rows, m)


def clear_threats(state: State, rows: Integers, m: int) -> None:
    """Take the threats off a measure in the worlds where they ended, in place."""
    state.threat_level[rows, m] = NONE
    state.threat_issue[rows, m] = NONE
    state.threat_option[rows, m] = NONE
    state.threat_postponed[rows, m] = 0
