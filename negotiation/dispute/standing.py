"""Where a government stands this week: its no-deal value, the threats it heeds, what an acceptable deal needs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.state import NONE, State
from negotiation.politics.belief import believed_share
from negotiation.politics.support import mood, weighted_mean

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Standing:
    """One government in R worlds. Points unless said.

    by_type: (R, K) value if nothing is signed, by own type, threats aside; no_deal: (R,) the same for its true type, less
    the threats it heeds: the value below which it signs nothing; threat_loss: (R,); heeded: (R, M) bool; need,
    limited_need: (R,) support for its content that a deal needs, share, with a margin of one standard deviation of the
    vote for every ratification that failed; approval: (R,) share; open_code: (R, Q groups);
    open_value: (R, K, Q groups) of what limited deals leave open.
    """

    by_type: Floats
    no_deal: Floats
    threat_loss: Floats
    heeded: NDArray[np.bool_]
    need: Floats
    limited_need: Floats
    approval: Floats
    open_code: Integers
    open_value: Floats


def standings(game: Game, state: State) -> tuple[Standing, Standing]:
    """Both governments' standing."""
    return _standing(game, state, 0), _standing(game, state, 1)


def settled_worth(game: Game, state: State, seat: int) -> tuple[Floats, Floats]:
    """What the options in force are worth to each type, points: of all issues (R, K); of those each limited deal leaves
    open (R, K, Q groups)."""
    side = game.sides[seat]
    groups = [[issue not in limited.issues for issue in game.scenario.issues] for limited in game.scenario.limited.values()]
    total = np.zeros((state.worlds, len(side.prior)))
    still_open = np.zeros((state.worlds, len(side.prior), len(groups)))
    for issue, worth in enumerate(side.worth):
        if not state.settled[:, issue].any() and not worth[:, 0].any():
            continue  # adding nothing changes no bit
        value = np.ascontiguousarray(worth.T)[state.settled[:, issue]]
        total = total + value
        for group, leaves_open in enumerate(groups):
            if leaves_open[issue]:
                still_open[:, :, group] = still_open[:, :, group] + value
    return total, still_open


def worth_of_code(game: Game, state: State, seat: int, code: Integers) -> Floats:
    """What lasting rates are worth to a government's true type, points, (R,)."""
    table = game.sides[seat].present_value
    return table.ravel()[state.type[:, seat] * table.shape[1] + code]


def own_option_worth(game: Game, state: State, seat: int, issue: Integers, option: Integers) -> Floats:
    """What an option of an issue, numbered by world, is worth to a government's true type, points, (R,)."""
    worth = np.zeros(len(issue))
    for place, value in enumerate(game.sides[seat].worth):
        here = np.flatnonzero(issue == place)
        worth[here] = value[state.type[here, seat], option[here]]
    return worth


def _standing(game: Game, state: State, seat: int) -> Standing:
    """One government's standing."""
    side = game.sides[seat]
    settled, open_value = settled_worth(game, state, seat)
    by_type = np.ascontiguousarray(side.present_value.T[state.code]) + settled
    own = np.take_along_axis(by_type, state.type[:, seat, None], axis=-1)[:, 0]
    loss, heeded = _threats(game, state, seat)
    approval = _approval(game, state, seat)
    rules = side.country.ratification
    shift = mood(state.income[:, side.groups], side.influence, approval, rules.relief.value, rules.trust.value)
    threshold = side.threshold[state.type[:, seat]] + rules.vote.value * state.failed[:, seat]
    limited = rules.limited_threshold.value
    return Standing(
        by_type=by_type,
        no_deal=own - loss,
        threat_loss=loss,
        heeded=heeded,
        need=threshold - shift if side.country.ratification.threshold.value > 0.0 else np.full(len(own), -np.inf),
        limited_need=limited - shift if limited > 0.0 else np.full(len(own), -np.inf),
        approval=approval,
        open_code=_open_codes(game, state),
        open_value=open_value,
    )


def _approval(game: Game, state: State, seat: int) -> Floats:
    """The government's approval over its constituencies, share, (R,); one half where it has none."""
    side = game.sides[seat]
    if len(side.groups) == 0:
        return np.full(state.worlds, 0.5)
    return weighted_mean(state.approval[:, side.groups], side.influence)


def _open_codes(game: Game, state: State) -> Integers:
    """The code of the rates in force that each limited deal leaves as they are, (R, Q groups)."""
    packages = game.packages
    codes = np.empty((state.worlds, len(game.scenario.limited)), np.int64)
    in_force = np.where(state.paused_until > state.week, 0, state.level)
    for group in range(codes.shape[1]):
        first = int(np.argmax(packages.group == group))
        fixed = (in_force * np.where(packages.fixes[first], game.strides, 0)).sum(axis=-1)
        codes[:, group] = state.code - fixed
    return codes


def _threats(game: Game, state: State, seat: int) -> tuple[Floats, NDArray[np.bool_]]:
    """What the threats a government heeds take from its no-deal value, points (R,); which it heeds (R, M).

    A threat is heeded if belief x harm x assurance exceeds what meeting its demand costs.
    """
    loss = np.zeros(state.worlds)
    heeded = np.zeros(state.threat_level.shape, np.bool_)
    for m in np.flatnonzero(game.imposer != seat):
        rows = np.flatnonzero((state.threat_level[:, m] != NONE) & state.open)
        if rows.size == 0:
            continue
        stake = believed_harm(game, state, seat, m)[rows]
        heeds = stake > demand_cost(game, state, seat, m)[rows]
        heeded[rows, m] = heeds
        loss[rows] = loss[rows] + np.where(heeds, stake, 0.0)
    return loss, heeded


def believed_harm(game: Game, state: State, seat: int, measure: int) -> Floats:
    """Belief x harm x assurance of the threat standing on a measure, points, (R,); 0 where it would do no harm."""
    in_force = np.where(state.paused_until[:, measure] > state.week, 0, state.level[:, measure])
    threatened = np.maximum(state.threat_level[:, measure], in_force)
    code = state.code + (threatened - in_force) * game.strides[measure]
    harm = worth_of_code(game, state, seat, state.code) - worth_of_code(game, state, seat, code)
    basis = game.basis[measure]
    belief = believed_share(state.carried[:, seat, basis], state.seen_threats[:, seat, basis])
    return np.maximum(harm, 0.0) * belief * state.assurance[:, seat]


def demand_cost(game: Game, state: State, seat: int, measure: int) -> Floats:
    """What meeting the demand of the threat on a measure costs, points, (R,): value given up and promises broken."""
    issue, option = state.threat_issue[:, measure], state.threat_option[:, measure]
    demands = issue != NONE
    here = np.maximum(issue, 0)
    now = np.take_along_axis(state.settled, here[:, None], axis=-1)[:, 0]
    given = own_option_worth(game, state, seat, here, now) - own_option_worth(game, state, seat, here, np.maximum(option, 0))
    return np.where(demands, given + promise_cost(game, state, seat, here, option), 0.0)


def promise_cost(game: Game, state: State, seat: int, issue: Integers, option: Integers) -> Floats:
    """What commitments broken by going to an option of an issue cost, points, (R,)."""
    cost = np.zeros(len(issue))
    for bit, commitment in enumerate(game.sides[seat].country.commitments.values()):
        place = list(game.scenario.issues).index(commitment.issue)
        most = list(game.scenario.issues[commitment.issue].options).index(commitment.most)
        breaks = (issue == place) & (option > most) & ((state.committed[:, seat] >> bit) & 1 == 1)
        cost = cost + np.where(breaks, commitment.cost.value, 0.0)
    return cost
