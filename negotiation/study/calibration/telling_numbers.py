"""What is compared: twenty-five numbers of a history in pieces, of the record and of simulated worlds alike."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Moves
from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import draw
from negotiation.dispute.moves import told
from negotiation.dispute.state import CARRIED_OUT, DROPPED, IN_PART, MET
from negotiation.model import Dispute
from negotiation.model.varied import Varied
from negotiation.scenario.schema import Scenario
from negotiation.study.calibration.parameters import THREATENER, side_of, ways_of
from negotiation.study.calibration.pieces import Piece, play_on, taken_up
from negotiation.study.held_out.events import event_names, happenings

Floats = NDArray[np.float64]
STEP = 0.5  # percent of trade; less is how lists differ
PUT_OFF, GIVEN_UP = "threat_postponed", "threat_dropped"


class Ends(NamedTuple):
    """How threats of the side that threatens ended in whole disputes, each (R,): imposed: in full or in part; all."""

    imposed: Floats
    all: Floats


def number_names(pieces: list[Piece]) -> tuple[str, ...]:
    """What the numbers are."""
    scenario = pieces[0].game.scenario
    rates = [f"rate of {side} in week {piece.ends}" for piece in pieces for side in scenario.sides]
    steps = [f"rate of {side} {way}" for way in ("rises", "falls") for side in scenario.sides]
    weeks = [f"weeks: {name}" for name in event_names(scenario.sides)]
    ends = [f"threats {end} {side}" for end in ("postponed", "dropped") for side in scenario.sides]
    return (*rates, *steps, *weeks, *ends)


def of_record(record: Scenario, pieces: list[Piece]) -> Floats:
    """The record's numbers, (S,), from its moves; its rates are those of its levels, as simulated ones are."""
    game = build_game(record)
    dispute = Dispute(game, 1, 0)
    while dispute.week < record.weeks:
        dispute.step()
    moves = told(game, dispute.log, 0)
    rates = game.tables.rate_by_code[dispute.record.codes]
    found: Floats = _together([_numbers(game, moves, rates, _weeks(piece)) for piece in pieces])[0]
    return found


def simulated(pieces: list[Piece], values: Floats, seed: int, first: int) -> Floats:
    """The numbers of worlds `first`, `first` + 1, ... with these values (R, 8), (R, S), all pieces taken together."""
    scenario, worlds = pieces[0].game.scenario, np.arange(first, first + len(values))
    luck, ways = draw(scenario, seed, range(first, first + len(values))), ways_of(scenario, values)
    found = []
    for piece in pieces:
        dispute = taken_up(piece, luck, ways, worlds)
        play_on(dispute, piece.ends)
        rates = piece.game.tables.rate_by_code[dispute.record.codes]
        found.append(_numbers(piece.game, told(piece.game, dispute.log, 0), rates, _weeks(piece)))
        dispute.__dict__.clear()  # Mesa keeps every model alive; let go of the arrays at least
    return _together(found)


def _together(pieces: list[tuple[Floats, Floats]]) -> Floats:
    """The numbers of all pieces, (R, S): rates one after another, counts summed."""
    counts = np.stack([counts for _, counts in pieces], axis=-1).sum(axis=-1)
    return np.concatenate([*(rates for rates, _ in pieces), counts], axis=-1)


def _weeks(piece: Piece) -> slice:
    """A piece's weeks, from 0."""
    return slice(piece.before.week, piece.ends)


def _numbers(game: Game, moves: Moves, rates: Floats, weeks: slice) -> tuple[Floats, Floats]:
    """A piece's last rates, (R, G), and what happened how often in it, (R, ...). rates: (R, W, G) percent."""
    sides, worlds = game.scenario.sides, len(rates)
    moved = happenings(moves, sides, worlds, rates.shape[1])
    ended = [_ended(moves, (kind, side), worlds, weeks) for kind in (PUT_OFF, GIVEN_UP) for side in sides]
    steps = np.diff(rates[:, weeks], axis=1)
    changed = [*(steps > STEP).sum(axis=1).T, *(steps < -STEP).sum(axis=1).T]
    counts = [
        *(column.astype(np.float64) for column in changed),
        *(rows[:, weeks].sum(axis=-1).astype(np.float64) for rows in moved.values()),
        *ended,
    ]
    return rates[:, weeks.stop - 1], np.stack(counts, axis=-1)


def _ended(moves: Moves, what: tuple[str, str], worlds: int, weeks: slice) -> Floats:
    """How many threats of a side ended in a way in some weeks, (R,). what: the kind of move, and whose."""
    kind, side = (column.labels.index(word) for column, word in zip((moves.kind, moves.government), what, strict=True))
    here = (moves.kind.codes == kind) & (moves.government.codes == side)
    here &= (moves.week > weeks.start) & (moves.week <= weeks.stop)
    return np.bincount(moves.world[here], minlength=worlds).astype(np.float64)


def whole_disputes(game: Game, values: Floats, seed: int, first: int) -> Ends:
    """How threats end in worlds `first`, `first` + 1, ... played from the first day to the horizon."""
    luck = draw(game.scenario, seed, range(first, first + len(values)))
    dispute = Varied(game, luck, ways_of(game.scenario, values))
    while dispute.week < game.scenario.weeks:
        dispute.step()
    seat = game.scenario.sides.index(side_of(game.scenario, THREATENER))
    ended = dispute.state.threats_ended[:, seat].astype(np.float64)
    dispute.__dict__.clear()
    imposed = ended[:, CARRIED_OUT] + ended[:, IN_PART]
    return Ends(imposed, imposed + ended[:, MET] + ended[:, DROPPED])
