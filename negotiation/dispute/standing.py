"""Where a government stands this week: its no-deal value, the threats it heeds, what an acceptable deal needs."""

from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.fear import income_with_fear
from negotiation.dispute.game import Game
from negotiation.dispute.mediation import assurance_of
from negotiation.dispute.on_demand import OnDemand
from negotiation.dispute.part import Part
from negotiation.dispute.sides import Side
from negotiation.dispute.state import NEVER, NONE, State
from negotiation.dispute.thresholds import needs_of_chambers, needs_of_the_vote
from negotiation.dispute.trust import premium_for_breaking
from negotiation.politics.belief import believed_share, resolute_share
from negotiation.politics.support import weighted_mean

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Standing:
    """One government in R worlds. Points unless said.

    by_type: (R, K) value if nothing is signed, by own type, threats aside; no_deal: (R,) the same for its true type,
    less the threats it heeds: the value below which it signs nothing; heeded: (R, M) bool; need, limited_need: (R,)
    support for its content that a deal needs, share, with a margin of one standard deviation of the vote for every
    ratification that failed; approval: (R,) share; open_code: (R, Q groups); open_value: (R, K, Q groups) of what
    limited deals leave open; own_open_value: (R, Q groups) the same for its true type; other_needs: (R, N) support
    that each further institution needs.
    """

    by_type: Floats
    no_deal: Floats
    heeded: NDArray[np.bool_]
    need: Floats
    limited_need: Floats
    approval: Floats
    open_code: Integers
    open_value: Floats
    own_open_value: Floats
    other_needs: Floats

    def of(self, rows: Integers) -> "Standing":
        """The same in some of the worlds."""
        return _StandingOfSome(self, rows)


class _StandingOfSome(OnDemand, Standing):
    """A government's standing in some of the worlds."""

    columns = frozenset(field.name for field in fields(Standing))


def standings(game: Game, state: State) -> tuple[Standing, Standing]:
    """Both governments' standing."""
    open_code = _open_codes(game, state)
    combination = np.einsum("ri,i->r", state.settled, game.option_strides)
    both = _Both(open_code, combination, income_with_fear(game, state))
    first, second = (_standing(game, state, seat, both) for seat in (0, 1))
    return first, second


class _Both(NamedTuple):
    """What both governments' standings are made of: open_code of Standing, the number (R,) of the combination of
    options in force, the constituencies' income felt, percent (R, C)."""

    open_code: Integers
    combination: Integers
    income: Floats


def _standing(game: Game, state: State, seat: int, both: _Both) -> Standing:
    """One government's standing."""
    side = game.sides[seat]
    types = state.type[:, seat]
    settled = side.settled_worth.take(both.combination, axis=0)
    by_type = side.by_code.take(state.code, axis=0) + settled[:, 0]
    own = by_type[np.arange(len(types)), types]
    loss, heeded = _threats(game, state, seat)
    no_deal = own - loss if side.country.election is None else own - loss + prices_before_vote(side, state, seat)
    approval = approval_of(side, state)
    need, limited_need = needs_of_the_vote(game, state, seat, (both.income, approval))
    open_value = np.ascontiguousarray(settled[:, 1:].transpose(0, 2, 1))
    return Standing(
        by_type=by_type,
        no_deal=no_deal + premium_for_breaking(game, state, seat),
        heeded=heeded,
        need=need,
        limited_need=limited_need,
        approval=approval,
        open_code=both.open_code,
        open_value=open_value,
        own_open_value=open_value[np.arange(len(types)), types],
        other_needs=needs_of_chambers(game, state, seat, both.income),
    )


def prices_before_vote(side: Side, state: State, seat: int) -> Floats:
    """What the prices in force weigh more, points, (R,), where an election is near."""
    return heed(side, state, seat) * side.price_value[state.code]


def heed(side: Side, state: State, seat: int) -> Floats:
    """By how much more prices and approval count, a multiple, (R,): nothing unless an election is near."""
    rules = side.country.election
    if rules is None:
        return np.zeros(state.worlds)
    left = state.election[:, seat] - state.week
    near = (state.election[:, seat] != NEVER) & (left >= 0) & (left <= rules.eve.value)
    return np.where(near, rules.heed.value, 0.0)


def approval_of(side: Side, state: State) -> Floats:
    """A government's approval over its constituencies, share, (R,); one half where it has none."""
    if side.groups.size == 0:
        return np.full(state.worlds, 0.5)
    return weighted_mean(state.approval, side.voice)


def worth_of_code(game: Game, state: State, seat: int, code: Integers) -> Floats:
    """What lasting rates are worth to a government's true type, points, (R,)."""
    table = game.sides[seat].present_value
    value: Floats = table.ravel()[state.type[:, seat] * table.shape[1] + code]
    return value


def worth_of_option(game: Game, state: State, seat: int, issue: Integers, option: Integers) -> Floats:
    """What an option of an issue, numbered by world, is worth to a government's true type, points, (R,)."""
    table = game.sides[seat].worth_table
    _, issues, options = table.shape
    value: Floats = table.ravel()[(state.type[:, seat] * issues + issue) * options + option]
    return value


def settled_option(state: State, issue: Integers) -> Integers:
    """The option in force of an issue, numbered by world, (R,)."""
    settled = state.settled
    option: Integers = settled.ravel()[np.arange(len(settled)) * settled.shape[1] + issue]
    return option


def _open_codes(game: Game, state: State) -> Integers:
    """The code of the rates in force that each limited deal leaves as they are, (R, Q groups)."""
    codes = np.empty((state.worlds, len(game.fixed_strides)), np.int64)
    in_force = np.where(state.paused_until > state.week, 0, state.level)
    for group, strides in enumerate(game.fixed_strides):
        codes[:, group] = state.code - np.einsum("rm,m->r", in_force, strides)
    return codes


def _threats(game: Game, state: State, seat: int) -> tuple[Floats, NDArray[np.bool_]]:
    """What the threats a government heeds take from its no-deal value, points (R,); which it heeds (R, M).

    A threat is heeded if belief x harm x assurance exceeds what meeting its demand costs.
    """
    loss = np.zeros(state.worlds)
    heeded = np.zeros(state.threat_level.shape, np.bool_)
    rows = np.flatnonzero(threatened_by(game, state, 1 - seat) & state.open)
    threatened = Part(state, rows)
    for m in game.measures_of(1 - seat) if rows.size else ():
        stake = believed_harm(game, threatened, seat, m)
        stands = threatened.threat_level[:, m] != NONE
        heeds = stands & (stake > demand_cost(game, threatened, seat, m))
        heeded[rows, m] = heeds
        loss[rows] += np.where(heeds, stake, 0.0)
    return loss, heeded


def threatened_by(game: Game, state: State, seat: int) -> NDArray[np.bool_]:
    """Where any threat of a government stands, (R,)."""
    stands = np.zeros(state.worlds, np.bool_)
    for m in np.flatnonzero(game.imposer == seat):
        stands |= state.threat_level[:, m] != NONE
    return stands


def believed_harm(game: Game, state: State, seat: int, measure: int) -> Floats:
    """Belief x harm x assurance of the threat standing on a measure, points, (R,); 0 where it would do no harm."""
    in_force = np.where(state.paused_until[:, measure] > state.week, 0, state.level[:, measure])
    threatened = np.maximum(state.threat_level[:, measure], in_force)
    code = state.code + (threatened - in_force) * game.strides[measure]
    harm = worth_of_code(game, state, seat, state.code) - worth_of_code(game, state, seat, code)
    belief = _belief_by_basis(game, state, seat, measure)
    if game.sides[1 - seat].has_resolve:
        belief = _by_resolve(game, state, seat, belief)
    return np.maximum(harm, 0.0) * belief * assurance_of(game, state, seat)


def _belief_by_basis(game: Game, state: State, seat: int, measure: int) -> Floats:
    """How far a threat of a measure is believed, share, (R,): as threats on its legal basis have fared."""
    if not game.bases.change:
        basis = game.basis[measure]
        return believed_share(state.carried[:, seat, basis], state.seen_threats[:, seat, basis])
    rests_on = state.basis[:, measure]
    worlds = np.arange(len(rests_on))
    return believed_share(state.carried[worlds, seat, rests_on], state.seen_threats[worlds, seat, rests_on])


def _by_resolve(game: Game, state: State, seat: int, belief: Floats) -> Floats:
    """Belief in the other's threats, (R,), by how much firmer than the prior's mean it is taken to be."""
    other = game.sides[1 - seat]
    expected: Floats = np.einsum("rk,k->r", state.type_belief[seat], other.resolve)
    surplus = expected - float((other.prior * other.resolve).sum())
    return resolute_share(belief, surplus, other.country.conduct.nerve.value)


def demand_cost(game: Game, state: State, seat: int, measure: int) -> Floats:
    """What meeting the demand of the threat on a measure costs, points, (R,): value given up and promises broken."""
    issue, option = np.maximum(state.threat_issue[:, measure], 0), np.maximum(state.threat_option[:, measure], 0)
    return np.where(state.threat_issue[:, measure] != NONE, cost_of_giving(game, state, seat, issue, option), 0.0)


def cost_of_giving(game: Game, state: State, seat: int, issue: Integers, option: Integers) -> Floats:
    """What going alone to an option of an issue costs, points, (R,): value given up and promises broken."""
    now = worth_of_option(game, state, seat, issue, settled_option(state, issue))
    given = now - worth_of_option(game, state, seat, issue, option)
    return given + promise_cost(game, state, seat, issue, option)


def promise_cost(game: Game, state: State, seat: int, issue: Integers, option: Integers) -> Floats:
    """What commitments broken by going to an option of an issue cost, points, (R,)."""
    table = game.sides[seat].promise_cost
    _, issues, options = table.shape
    cost: Floats = table.ravel()[(state.committed[:, seat] * issues + issue) * options + np.maximum(option, 0)]
    return cost
