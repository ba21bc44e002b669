"""A record cut into pieces, each played again from where the record stood: what would such governments have done there?

A whole dispute played from its first day soon stands where the record never stood, and says little about what
governments do where it did. In pieces, every history goes on from the record's own past (its chances multiply over
pieces as the record's do). What is private, type and deadline, is drawn anew: the same in all pieces of a world.
"""

from datetime import timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import Luck, draw
from negotiation.dispute.part import taken
from negotiation.dispute.state import State
from negotiation.model.resumption import resumed, still_at_the_table
from negotiation.model.varied import Varied, Ways
from negotiation.scenario.calendar import day_of
from negotiation.scenario.schema import Scenario
from negotiation.study.held_out.origin import Origin, origin

Integers = NDArray[np.int64]
WEEKS = 8  # a piece's length: long enough for a threat to be made and end
PASTS = 200  # ways in which news and polls may have gone until a piece begins
PAST_SEED = 11_25  # the luck of these, the same for every calibration


class Piece(NamedTuple):
    """One piece. game: in which governments decide; before: (PASTS worlds) as the record left them; ends: the week
    before which it ends, from 0; threats_ended before: in `before`.
    """

    game: Game
    before: State
    ends: int


def pieces_of(record: Scenario, scenario: Scenario) -> list[Piece]:
    """The record's pieces, as the scenario's governments find them."""
    begins = range(1, max(record.weeks - WEEKS // 2, 2), WEEKS)
    ends = [*begins[1:], record.weeks]
    return [_piece(_origin(record, scenario, first), last) for first, last in zip(begins, ends, strict=True)]


def _origin(record: Scenario, scenario: Scenario, begins: int) -> Origin:
    """The record as it stood when a week, from 0, began."""
    return origin(record, scenario, day_of(record.first_day, begins) - timedelta(days=1), 0)


def _piece(begin: Origin, ends: int) -> Piece:
    """A piece that begins where the record stood."""
    game = build_game(begin.played)
    dispute = resumed(game, begin.history, begin.begins, draw(game.scenario, PAST_SEED, range(PASTS)))
    while dispute.week < begin.begins:
        dispute.step()
    before = dispute.state
    dispute.__dict__.clear()  # Mesa keeps every model alive; let go of the arrays at least
    return Piece(game, before, ends)


def taken_up(piece: Piece, luck: Luck, ways: Ways, worlds: Integers) -> Varied:
    """The piece in as many worlds as there are ways, ready to be played. worlds: (R,) their numbers."""
    game, begins = piece.game, piece.before.week
    dispute = Varied(game, still_at_the_table(game.scenario, luck, begins), ways)
    state = taken(piece.before, worlds % PASTS)
    state.type, state.clock = dispute.state.type, dispute.state.clock
    state.mandate += ways.mandate
    dispute.state = state
    return dispute


def play_on(dispute: Varied, ends: int) -> None:
    """Play until a week, from 0."""
    while dispute.week < ends:
        dispute.step()
