"""The worlds that one government holds possible: what it sees, copied; what is the other's own, drawn from its belief.

Nothing here reads what is private to the other side. Its type is drawn from the belief, its deadline from the
scenario's range given that it has not left yet; what it believes and heard is reckoned from what everybody saw.
"""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck, WeekLuck, draw
from negotiation.dispute.part import taken
from negotiation.dispute.start import opening_state, prior_belief
from negotiation.dispute.state import CARRIED_OUT, DROPPED, IN_PART, State
from negotiation.dispute.view import View

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
OWN_CHANCES, OWN_CONDUCT = (4, 6), (0,)  # rows of luck that are a government's own, for seat 0; see `Luck`


def imagined(view: View, rows: Integers, draws: Floats) -> State:
    """Copies of some of a view's worlds as its government may imagine them.

    rows: (N,) which world each one copies; draws: (N, 2) even, for the other's type and deadline.
    """
    game, seat, other = view._game, view.seat, 1 - view.seat
    state = taken(view._state, rows)
    if game.scenario.information != "known":
        state.type[:, other] = _type(state.type_belief[seat], draws[:, 0])
        state.clock[:, other] = _clock(game, state, other, draws[:, 1])
    state.age[:, other] = state.age[:, seat]
    state.aspiration[:, other] = np.nan
    state.opening_worth[:, other] = np.nan
    _forget_beliefs(game, state, seat)
    return state


def own_luck(view: View, luck: WeekLuck, rows: Integers) -> WeekLuck:
    """A week's luck of the copies with this week's own draws, which a government knows, put in."""
    chances, conduct = luck.chances.copy(), luck.conduct.copy()
    for place in OWN_CHANCES:
        chances[:, place + view.seat] = view._luck.chances[rows, place + view.seat]
    for place in OWN_CONDUCT:
        conduct[:, place + view.seat] = view._luck.conduct[rows, place + view.seat]
    return luck.where(chances=chances, conduct=conduct)


def _type(belief: Floats, draws: Floats) -> Integers:
    """The other's type drawn from a belief (N, K), (N,)."""
    ladder = np.cumsum(belief, axis=-1)[:, :-1]
    kinds: Integers = (draws[:, None] >= ladder).astype(np.int64).sum(axis=-1)
    return kinds


def _clock(game: Game, state: State, other: int, draws: Floats) -> Integers:
    """The other's deadline, (N,): even over its range, later than now where it has not left the talks."""
    country = game.sides[other].country
    if country.clock is None:
        return np.full(state.worlds, game.scenario.weeks + 1, np.int64)
    shift = np.array([kind.clock for kind in country.types.values()])[state.type[:, other]]
    stays = ~state.left[:, other]
    earliest = np.where(stays, np.maximum(country.clock.earliest, state.week + 1 - shift), country.clock.earliest)
    latest = np.where(stays, country.clock.latest, np.minimum(country.clock.latest, state.week + 1 - shift))
    earliest, latest = np.minimum(earliest, country.clock.latest), np.maximum(latest, country.clock.earliest)
    week = earliest + np.floor(draws * (latest - earliest + 1)).astype(np.int64)
    clock: Integers = np.maximum(week + shift, 1)
    return clock


def _forget_beliefs(game: Game, state: State, seat: int) -> None:
    """What the other makes of this government, in place: as at the start, and what became of its threats since.

    Of the threats only the ends are public, not their basis: they count evenly for every basis of its measures.
    """
    other = 1 - seat
    first = opening_state(game, draw(game.scenario, 0, range(1)))
    for column in ("assurance", "broken_deals", "deals_counted"):
        getattr(state, column)[:, other] = getattr(first, column)[0, other]
    bases = np.unique(game.basis[game.imposer == seat])
    ends = state.threats_ended[:, seat].astype(np.float64) / max(len(bases), 1)
    carried, seen = first.carried[:, other].copy(), first.seen_threats[:, other].copy()
    carried, seen = np.repeat(carried, state.worlds, axis=0), np.repeat(seen, state.worlds, axis=0)
    for basis in bases:
        carried[:, basis] += ends[:, CARRIED_OUT] + 0.5 * ends[:, IN_PART]
        seen[:, basis] += ends[:, CARRIED_OUT] + ends[:, IN_PART] + ends[:, DROPPED]
    state.carried[:, other], state.seen_threats[:, other] = carried, seen
    state.type_belief[other] = prior_belief(game, other, state.type)


def week_of(luck: Luck, week: int, rows: Integers) -> WeekLuck:
    """A week's draws of the copies; rows: (N,) which of the lucks each copy has."""
    return luck.in_week(week).of(rows)
