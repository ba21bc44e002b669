"""At the table: summits, rounds of offers and answers, in the protocol's order."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck
from negotiation.dispute.moves import NOBODY, MoveLog
from negotiation.dispute.players import Players
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.standing import Standing
from negotiation.dispute.state import NONE, SUSPENDED, TALKING, State
from negotiation.dispute.view import View
from negotiation.politics.belief import type_belief_after
from negotiation.politics.coalition import MEDIATION

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Standings = tuple[Standing, Standing]


def hold_summits(game: Game, state: State, luck: Luck, log: MoveLog) -> Flags:
    """Where leaders meet this week, (R,) bool; their talks resume, in place."""
    rules, week = game.scenario.summit, state.week
    if not rules.venues:
        return np.zeros(state.worlds, np.bool_)
    mediated = (state.stance == MEDIATION).any(axis=-1)
    proposals = state.proposed.sum(axis=-1)
    chance = rules.chance.value + rules.proposed.value * proposals + rules.mediated.value * mediated
    meets = state.open & (luck.chances[:, 1, week] < chance)
    venue = np.floor(luck.chances[:, 2, week] * len(rules.venues)).astype(np.int64)
    hosts = np.array([game.scenario.sides.index(side) for side in rules.venues])[venue]
    state.venue = np.where(meets, hosts, state.venue)
    state.summits = state.summits + meets
    resumes = meets & (state.talks == SUSPENDED)
    state.talks = np.where(resumes, TALKING, state.talks)
    state.proposed = np.where(meets[:, None], False, state.proposed)
    log.add(Kind.SUMMIT, NOBODY, meets, Reason.LEADERS_MEET, (hosts, -1, np.nan))
    return meets


def tempers_cool(state: State, log: MoveLog) -> None:
    """Suspended talks resume when their time is over, in place."""
    resumes = state.open & (state.talks == SUSPENDED) & (state.talks_resume <= state.week)
    state.talks = np.where(resumes, TALKING, state.talks)
    log.add(Kind.RESUME_TALKS, NOBODY, resumes, Reason.TEMPERS_COOLED)


def bargain(
    game: Game, state: State, luck: Luck, players: Players, standings: Standings, meets: Flags, log: MoveLog
) -> Integers:
    """A week's rounds, in place. Returns the package agreed in each world, -1 for none, (R,)."""
    rules = game.scenario
    agreed = np.full(state.worlds, NONE, np.int64)
    quota = np.where(state.talks == TALKING, rules.talks.rounds, 0) + np.where(meets, rules.summit.rounds, 0)
    quota = np.where(state.open, quota, 0)
    first = (game.first + state.week) % 2
    for number in range(int(quota.max(initial=0))):
        if number >= rules.talks.rounds:
            _clocks_move(game, state, (number < quota) & (agreed == NONE))
        for seat in (first, 1 - first):
            awake = (number < quota) & (agreed == NONE)
            if not awake.any():
                return agreed
            agreed = _turn(game, state, luck, players, standings, seat, awake, agreed, log)
    return agreed


def _clocks_move(game: Game, state: State, extra: Flags) -> None:
    """An extra round moves the tactics' clocks like a week; a host's advantage slows its own."""
    for seat in (0, 1):
        hosts = state.venue == seat
        pace = np.where(hosts, 1.0 - game.scenario.summit.host_advantage.value, 1.0)
        state.age[:, seat] += np.where(extra, pace, 0.0)


def _turn(
    game: Game, state: State, luck: Luck, players: Players, standings: Standings, seat: int, awake: Flags,
    agreed: Integers, log: MoveLog,
) -> Integers:  # fmt: skip
    """One government accepts, offers or holds. Returns what is agreed now."""
    view = View(game, state, luck, standings, seat, awake)
    _hear(state, view, awake)
    decision = players.governments[seat].at_table(view)
    reason = Reason.NONE if decision.table_reason is None else decision.table_reason
    accepts = np.zeros(len(awake), np.bool_)
    if decision.accept is not None:
        accepts = awake & decision.accept & (view.offered != NONE)
        log.add(Kind.ACCEPT, seat, accepts, Reason.GOOD_ENOUGH, (view.offered, -1, view.offered_worth))
    agreed = np.where(accepts, view.offered, agreed)
    if decision.package is not None:
        _offer(game, state, view, decision, awake & ~accepts, reason, log)
    return agreed


def _hear(state: State, view: View, awake: Flags) -> None:
    """Remember what the other side's first offer was worth, in place."""
    seat = view.seat
    fresh = awake & (view.offered != NONE) & np.isnan(state.opening_worth[:, seat])
    state.opening_worth[:, seat] = np.where(fresh, view.offered_worth, state.opening_worth[:, seat])


def _offer(
    game: Game, state: State, view: View, decision: Decision, speaks: Flags, reason: Integers | Reason, log: MoveLog
) -> None:
    """Put an offer on the table, in place; the other side learns from it if it is new."""
    seat, other = view.seat, 1 - view.seat
    package = decision.package
    assert package is not None  # noqa: S101 - the caller has just looked
    offers = speaks & (package != NONE)
    fresh = offers & (package != state.offer[:, seat])
    worth = view.appraise(np.where(offers, package, NONE)).value
    state.offer[:, seat] = np.where(offers, package, state.offer[:, seat])
    state.offer_worth[:, seat] = np.where(offers, worth, state.offer_worth[:, seat])
    state.seen[:, other] += fresh
    state.place[:, seat] += fresh
    if decision.least is not None:
        state.aspiration[:, seat] = np.where(speaks, decision.least, state.aspiration[:, seat])
    _learn(game, state, other, fresh)
    log.add(Kind.OFFER, seat, fresh, reason, (package, -1, worth))


def _learn(game: Game, state: State, learner: int, fresh: Flags) -> None:
    """A government updates its belief about the other's type from a new offer, in place."""
    inference = game.sides[learner].country.conduct.inference.value
    rows = np.flatnonzero(fresh)
    if inference == 0.0 or rows.size == 0:
        return
    speaker = game.sides[1 - learner]
    pleased = speaker.satisfaction.T[state.offer[rows, 1 - learner]]
    state.type_belief[learner][rows] = type_belief_after(state.type_belief[learner][rows], pleased, inference)
