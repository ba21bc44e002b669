"""Away from the table: both governments' moves at once, each answering what stood before either moved."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.assent import assented_alone
from negotiation.dispute.breach import break_deals
from negotiation.dispute.course import Course
from negotiation.dispute.decision import RESUME, SUSPEND, WALK_AWAY, Decision, turns_after
from negotiation.dispute.inference import learn_from_concession
from negotiation.dispute.news import markets_answer
from negotiation.dispute.peace import judge_peace
from negotiation.dispute.procedure import due_after_procedure, waits_for_procedure
from negotiation.dispute.provinces import provinces_act
from negotiation.dispute.ratification import end_met_threats
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.standing import Standing, promise_cost, settled_option
from negotiation.dispute.state import ENDED, NONE, SUSPENDED, TALKING, State
from negotiation.dispute.stopped_talks import stop_over_demand
from negotiation.dispute.threats import due_threats, end_due_threats, strikes
from negotiation.dispute.trust import note_broken_word
from negotiation.dispute.view import View

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def act_away(course: Course, standings: tuple[Standing, Standing]) -> None:
    """Ask both governments, then let both act, in place: concessions, threats due, measures, new threats, diplomacy."""
    state = course.state
    views = [View(course.game, state, course.luck, standings, seat, state.open) for seat in (0, 1)]
    decisions = [course.players.governments[view.seat].away(view) for view in views]
    due = [due_threats(course, seat) for seat in (0, 1)]
    hit_before, threatened_before = state.hit.copy(), state.last_threat.copy()
    settled_before = state.settled.copy() if course.game.at_home.provinces else state.settled
    state.calm += state.open[:, None]
    _act(course, decisions, due)
    for turn in turns_after(decisions):
        _act(course, turn, [np.zeros_like(flags) for flags in due])
    provinces_act(course, settled_before)
    _stir(course, hit_before, threatened_before)


def _act(course: Course, decisions: list[Decision], due: list[Flags]) -> None:
    """Let both governments act once, in place. due: their threats that must be answered, each (R, M)."""
    for seat, decision in enumerate(decisions):
        _concede(course, seat, decision)
    end_met_threats(course)
    for seat, decision in enumerate(decisions):
        end_due_threats(course, seat, decision, due[seat])
        break_deals(course, seat, decision)
        _set_levels(course, seat, decision)
        _pause(course, seat, decision)
    for seat, decision in enumerate(decisions):
        _threaten(course, seat, decision)
        _commit(course, seat, decision)
        _call_allies(course, seat, decision)
    _talk(course, decisions)


def _concede(course: Course, seat: int, decision: Decision) -> None:
    """Give one option alone, in place; it stays in force."""
    if decision.concede_issue is None or decision.concede_option is None:
        return
    game, state = course.game, course.state
    issue, option = np.maximum(decision.concede_issue, 0), decision.concede_option
    now = settled_option(state, issue)
    if game.at_home.needs:
        wanted = state.open & (decision.concede_issue != NONE) & (option > now)
        option = assented_alone(course, wanted, issue, option)
    gives = state.open & (decision.concede_issue != NONE) & (option > now)
    cost = promise_cost(game, state, seat, issue, option)
    breaks = gives & (cost > 0.0)
    state.once[:, seat] -= np.where(gives, cost, 0.0)
    grievance = game.sides[seat].country.audience.broken_promise.value
    state.grievance[:, seat] += np.where(breaks, grievance, 0.0)
    learn_from_concession(course, seat, gives, issue, option)
    why, rows = decision.because("concede", Reason.AVOIDS_HARM), np.flatnonzero(gives)
    state.settled[rows, issue[rows]] = option[rows]
    state.conceded[rows, seat] = state.week
    course.log.add(Kind.CONCEDE, seat, gives, why, (issue, option, np.nan))
    course.log.add(Kind.BREAK_PROMISE, seat, breaks, why)
    note_broken_word(game, state, seat, breaks)


def _set_levels(course: Course, seat: int, decision: Decision) -> None:
    """Impose, raise, lower, lift or exempt own measures, in place."""
    if decision.level is None:
        return
    game, state = course.game, course.state
    for m in game.measures_of(seat):
        rows = np.flatnonzero(state.open & (decision.level[:, m] != NONE) & ~state.bound[:, m])
        before, wanted = state.level[rows, m], np.clip(decision.level[rows, m], 0, game.top[m])
        no_raise = (state.barred_until[rows, m] > state.week) | game.at_home.vetoed[m]
        raising_barred = no_raise & (wanted > before)
        moves = (wanted != before) & ~raising_barred
        rows, before, wanted = rows[moves], before[moves], wanted[moves]
        reason = np.zeros(rows.size, np.int64) if decision.level_reason is None else decision.level_reason[rows, m]
        moves = _allowed(course, seat, m, rows, (wanted > before, reason))
        rows, change, reason = rows[moves], (before[moves], wanted[moves]), reason[moves]
        _note_levels(course, seat, m, rows, change, reason)
        strikes(course, m, rows, *change)
        _drop_overtaken(state, rows, m, change[1])
        state.level[rows, m] = change[1]


def _allowed(course: Course, seat: int, m: int, rows: Integers, raising: tuple[Flags, Integers]) -> Flags:
    """Where a measure may move now, (N,); raised first, its procedure begins. raising: (N,) whether, and the reason."""
    raises, reason = raising
    allowed = np.ones(rows.size, np.bool_)
    allowed[raises] = ~waits_for_procedure(course, seat, m, rows[raises], reason[raises])
    return allowed


def _drop_overtaken(state: State, rows: Integers, m: int, after: Integers) -> None:
    """A threat whose rate is reached before it is due has nothing left to threaten, in place."""
    overtaken = rows[(state.threat_level[rows, m] != NONE) & (after >= state.threat_level[rows, m])]
    for column in (state.threat_level, state.threat_issue, state.threat_option):
        column[overtaken, m] = NONE


def _note_levels(
    course: Course, seat: int, m: int, rows: Integers, change: tuple[Integers, Integers], reason: Integers
) -> None:
    """Name the changes of one measure. A lower level at the same statutory rate is an exemption."""
    rate, (before, after), log = course.game.rates[m], change, course.log.of(rows)
    same = (rate[before] == rate[after]) & (after < before)
    kinds = (
        (Kind.EXEMPT, same),
        (Kind.IMPOSE, (before == 0) & (after > 0)),
        (Kind.RAISE, (before > 0) & (after > before) & ~same),
        (Kind.LIFT, (before > 0) & (after == 0)),
        (Kind.LOWER, (after > 0) & (after < before) & ~same),
    )
    for kind, where in kinds:
        log.add(kind, seat, where, reason, (m, after, rate[after]))


def _pause(course: Course, seat: int, decision: Decision) -> None:
    """Pause own measures for some weeks, in place."""
    if decision.pause is None:
        return
    state = course.state
    pauses = decision.pause > 0
    if not pauses.any():
        return
    ours = np.isin(np.arange(len(course.game.imposer)), course.game.measures_of(seat))
    pauses = pauses & ours & ~state.bound & state.open[:, None] & (state.level > 0)
    state.paused_until = np.where(pauses, state.week + 1 + decision.pause, state.paused_until)
    state.eased[pauses.any(axis=-1), seat] = state.week
    usual = decision.because("pause", Reason.MARKETS_TREMBLE)
    why = usual if decision.pause_reason is None else decision.pause_reason
    for m in np.flatnonzero(pauses.any(axis=0)):
        subject = (m, state.level[:, m], decision.pause[:, m])
        course.log.add(Kind.PAUSE, seat, pauses[:, m], why, subject)


def _threaten(course: Course, seat: int, decision: Decision) -> None:
    """Announce measures with a deadline and a demand, in place; one threat at a time on a measure."""
    if decision.threat is None or decision.notice is None:
        return
    game, state = course.game, course.state
    nothing = np.full(state.worlds, NONE)
    issue = nothing if decision.demand_issue is None else decision.demand_issue
    option = nothing if decision.demand_option is None else decision.demand_option
    reason = Reason.PRESSES_DEMAND if decision.threat_reason is None else decision.threat_reason
    for m in game.measures_of(seat):
        level, free = decision.threat[:, m], ~state.bound[:, m] & (state.barred_until[:, m] <= state.week)
        free &= not game.at_home.vetoed[m]
        makes = state.open & free & (level > state.level[:, m]) & (state.threat_level[:, m] == NONE)
        rows = np.flatnonzero(makes)
        due = due_after_procedure(course, seat, m, rows, state.week + decision.notice[rows])
        state.threat_level[rows, m], state.threat_due[rows, m] = level[rows], due
        state.threat_issue[rows, m], state.threat_option[rows, m] = issue[rows], option[rows]
        state.threat_postponed[rows, m] = 0
        state.last_threat[rows, seat] = state.week
        course.log.add(Kind.THREATEN, seat, makes, reason, (m, level, decision.notice))
        course.log.add(Kind.DEMAND, seat, makes & (issue != NONE), Reason.NONE, (np.maximum(issue, 0), option, np.nan))


def _commit(course: Course, seat: int, decision: Decision) -> None:
    """Commit in public, in place."""
    if decision.commit is None:
        return
    state = course.state
    new = np.where(state.open, decision.commit & ~state.committed[:, seat], 0)
    state.committed[:, seat] |= new
    course.log.add(Kind.COMMIT, seat, new != 0, decision.because("commit", Reason.STANDS_FIRM))


def _call_allies(course: Course, seat: int, decision: Decision) -> None:
    """Ask allies for help, or offer them deals of their own, in place."""
    state = course.state
    if decision.ask is not None:
        asks = state.open & decision.ask
        why = decision.because("ask", Reason.SEEKS_HELP)
        course.log.add(Kind.ASK_ALLIES, seat, asks & ~state.asked[:, seat], why)
        state.asked[:, seat] = np.where(state.open, asks, state.asked[:, seat])
    if decision.divide is not None:
        offers = state.open[:, None] & decision.divide
        state.offered |= offers
        why = decision.because("divide", Reason.DIVIDES)
        for place in range(offers.shape[1]):
            course.log.add(Kind.OFFER_ALLY, seat, offers[:, place], why, (place, -1, np.nan))
    if decision.summit is not None:
        proposes = state.open & decision.summit & ~state.proposed[:, seat]
        state.proposed[:, seat] |= proposes
        course.log.add(Kind.PROPOSE_SUMMIT, seat, proposes, decision.because("summit", Reason.TIME_PRESSES))


def _talk(course: Course, decisions: list[Decision]) -> None:
    """Suspend, resume or leave talks, in place; leaving outweighs suspending, suspending outweighs resuming."""
    state = course.state
    before = state.talks.copy()
    state.talks_resume = np.where(before == TALKING, 0, state.talks_resume)  # of a suspension that ended early
    for wish, allowed, after, kind in (
        (RESUME, before == SUSPENDED, TALKING, Kind.RESUME_TALKS),
        (SUSPEND, before == TALKING, SUSPENDED, Kind.SUSPEND_TALKS),
        (WALK_AWAY, before != ENDED, ENDED, Kind.LEAVE_TALKS),
    ):
        for seat, decision in enumerate(decisions):
            if decision.talks is None:
                continue
            wishes = state.open & allowed & (decision.talks == wish)
            if not wishes.any():
                continue
            state.talks = np.where(wishes, after, state.talks)
            if wish == SUSPEND:
                weeks = np.zeros_like(state.talks) if decision.talks_weeks is None else decision.talks_weeks
                until = np.maximum(state.talks_resume, state.week + 1 + weeks)
                state.talks_resume = np.where(wishes, until, state.talks_resume)
                stop_over_demand(course, seat, decision, wishes)
            if wish == WALK_AWAY:
                state.left[:, seat] |= wishes
            reason = Reason.NONE if decision.talks_reason is None else decision.talks_reason
            course.log.add(kind, seat, wishes, reason)


def _stir(course: Course, hit_before: Integers, threatened_before: Integers) -> None:
    """What new measures and threats do to markets and to people, in place."""
    state = course.state
    struck = state.hit != hit_before
    threatens = state.last_threat != threatened_before
    alarms = np.einsum("rg->r", struck.astype(np.int64) + threatens)
    markets_answer(course, alarms)
    for seat, side in enumerate(course.game.sides):
        pressed = struck[:, seat] | threatens[:, 1 - seat]
        state.rally[:, seat] += np.where(pressed, side.country.audience.rally.value, 0.0)
        judge_peace(course, seat, pressed)
