"""At the table: rounds of offers and answers, played by the protocol of `bargaining/table`."""

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.rounds import Answer, play_round
from negotiation.dispute.course import Course
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.standing import Standing
from negotiation.dispute.state import NONE, TALKING
from negotiation.dispute.view import View
from negotiation.politics.belief import type_belief_after

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Standings = tuple[Standing, Standing]


def bargain(course: Course, standings: Standings, meets: Flags) -> Integers:
    """A week's rounds, in place. meets: (R,) where leaders meet. Returns the package agreed, -1 for none, (R,)."""
    rules, state = course.game.scenario, course.state
    quota = np.where(state.talks == TALKING, rules.talks.rounds, 0) + np.where(meets, rules.summit.rounds, 0)
    quota = np.where(state.open & (state.signed == NONE), quota, 0)
    agreed = np.full(state.worlds, NONE, np.int64)
    if (quota > 0).any():
        agreed = _round(course, standings, quota > 0)
    rows = np.flatnonzero((quota > 1) & (agreed == NONE))
    if rows.size:
        part = course.of(rows)
        agreed[rows] = _further_rounds(part, (standings[0].of(rows), standings[1].of(rows)), quota[rows])
        course.absorb(part, rows)
    return agreed


def _further_rounds(course: Course, standings: Standings, quota: Integers) -> Integers:
    """The rounds after the week's first, in place. quota: (R,) of all rounds. Returns the package agreed, (R,)."""
    agreed = np.full(len(quota), NONE, np.int64)
    for number in range(1, int(quota.max())):
        awake = (number < quota) & (agreed == NONE)
        if number >= course.game.scenario.talks.rounds:
            _clocks_move(course, awake)
        agreed = np.where(awake, _round(course, standings, awake), agreed)
    return agreed


def _clocks_move(course: Course, awake: Flags) -> None:
    """An extra round moves the tactics' clocks like a week, in place; a host's advantage slows its own."""
    advantage = course.game.scenario.summit.host_advantage.value
    for seat in (0, 1):
        pace = np.where(course.state.venue == seat, 1.0 - advantage, 1.0)
        course.state.age[:, seat] += np.where(awake, pace, 0.0)


def _round(course: Course, standings: Standings, awake: Flags) -> Integers:
    """Each government's turn where it is awake, in place. Returns the package agreed, -1 for none, (R,)."""
    first = (course.game.first + course.state.week) % 2
    return play_round(_Talks(course, standings), (first, 1 - first), awake)


def take_turn(course: Course, standings: Standings, seat: int, awake: Flags) -> Integers:
    """One government's turn alone, in place. Returns the package agreed, -1 for none, (R,)."""
    return play_round(_Talks(course, standings), (seat,), awake)


class _Talks:
    """The dispute's table, as `play_round` wants it: offers stand until they are replaced."""

    def __init__(self, course: Course, standings: Standings) -> None:
        self.course, self.standings = course, standings

    def answer(self, seat: int, awake: Flags) -> Answer:
        """A government's turn; what it holds out for is kept for the record."""
        course = self.course
        self.view = View(course.game, course.state, course.luck, self.standings, seat, awake)
        _hear(course, self.view)
        self.decision = course.players.governments[seat].at_table(self.view)
        if self.decision.least is not None:
            aspiration = course.state.aspiration
            aspiration[:, seat] = np.where(awake, self.decision.least, aspiration[:, seat])
        silent = np.full(len(awake), NONE, np.int64)
        accepts = np.zeros(len(awake), np.bool_) if self.decision.accept is None else self.decision.accept
        return Answer(self.view.offered, accepts, silent if self.decision.package is None else self.decision.package)

    def settle(self, seat: int, accepts: Flags, answer: Answer) -> None:
        """Note what was accepted; it still has to be ratified."""
        standing = (answer.standing, -1, self.view.offered_worth)
        self.course.log.add(Kind.ACCEPT, seat, accepts, Reason.GOOD_ENOUGH, standing)

    def offer(self, seat: int, speaks: Flags, answer: Answer) -> None:
        """Put an offer on the table, in place; the other side learns from it if it is new."""
        state, other, package = self.course.state, 1 - seat, answer.package
        offers = speaks & (package != NONE)
        fresh = offers & (package != state.offer[:, seat])
        state.offer[:, seat] = np.where(offers, package, state.offer[:, seat])
        _remember(state.offers[:, seat], offers, package)
        state.seen[:, other] += fresh
        state.place[:, seat] += fresh
        _learn(self.course, other, fresh)
        reason = Reason.NONE if self.decision.table_reason is None else self.decision.table_reason
        self.course.log.add(Kind.OFFER, seat, fresh, reason, (state.offer[:, seat], -1, np.nan))


def _remember(remembered: Integers, offers: Flags, package: Integers) -> None:
    """Move what is remembered of a government's offers (R, N) on by one where it made one, in place."""
    remembered[:, :-1] = np.where(offers[:, None], remembered[:, 1:], remembered[:, :-1])
    remembered[:, -1] = np.where(offers, package, remembered[:, -1])


def _hear(course: Course, view: View) -> None:
    """Remember what the other side's first offer was worth, in place."""
    opening = course.state.opening_worth
    fresh = view.awake & (view.offered != NONE) & np.isnan(opening[:, view.seat])
    if fresh.any():
        opening[:, view.seat] = np.where(fresh, view.offered_worth, opening[:, view.seat])


def _learn(course: Course, learner: int, fresh: Flags) -> None:
    """A government updates its belief about the other's type from a new offer, in place."""
    inference = course.game.sides[learner].country.conduct.inference.value
    rows = np.flatnonzero(fresh)
    if inference == 0.0 or rows.size == 0:
        return
    speaker, belief = course.game.sides[1 - learner], course.state.type_belief[learner]
    pleased = speaker.satisfied[course.state.offer[rows, 1 - learner]]
    belief[rows] = type_belief_after(belief[rows], pleased, inference)
