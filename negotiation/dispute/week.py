"""A week, in order. The only place that knows the order of events and which worlds are still open."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.alliance import allies_respond
from negotiation.dispute.away import act_away
from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck
from negotiation.dispute.moves import MoveLog
from negotiation.dispute.news import hear_news
from negotiation.dispute.players import Players
from negotiation.dispute.ratification import ratify
from negotiation.dispute.record import Record
from negotiation.dispute.response import economy_responds, public_responds
from negotiation.dispute.standing import standings
from negotiation.dispute.start import codes_in_force
from negotiation.dispute.state import NONE, State
from negotiation.dispute.table import bargain, hold_summits, tempers_cool

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def play_week(game: Game, state: State, luck: Luck, players: Players, record: Record, log: MoveLog) -> None:
    """One week in every world, in place. Worlds that have ended only live on in the economy and the record."""
    log.week = state.week
    if not state.open.any():
        economy_responds(game, state)
        record.repeat(game, state)
        state.week += 1
        return
    hear_news(game, state, luck, log)
    economy_responds(game, state)
    public_responds(game, state, luck, players)
    allies_respond(game, state, luck, players, log)
    tempers_cool(state, log)
    meets = hold_summits(game, state, luck, log)
    standing = standings(game, state)
    agreed = bargain(game, state, luck, players, standing, meets, log)
    _audience_of_summits(game, state, meets, agreed)
    ratify(game, state, luck, standing, agreed, log)
    state.code = codes_in_force(game, state)  # a deal just put in force changes what the moves away start from
    act_away(game, state, luck, players, standing, log)
    record.write(game, state, standing)
    _a_week_passes(state)


def _audience_of_summits(game: Game, state: State, meets: Flags, agreed: Integers) -> None:
    """Leaders who meet and agree on nothing lose approval at home, in place."""
    in_vain = meets & (agreed == NONE)
    for seat, side in enumerate(game.sides):
        state.grievance[:, seat] += np.where(in_vain, side.country.audience.failed_summit.value, 0.0)


def _a_week_passes(state: State) -> None:
    """The calendar and the tactics' clocks move on, in place."""
    state.age[state.open] += 1.0
    state.week += 1
