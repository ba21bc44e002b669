"""What is held against what: the record as it went, and simulated worlds from an origin on."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.economies import economy_of
from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import draw
from negotiation.dispute.observed import observed_economy
from negotiation.dispute.start import codes_in_force
from negotiation.dispute.state import NONE, State
from negotiation.economy import REGIONS
from negotiation.model import play_block
from negotiation.model.resumption import resumed
from negotiation.scenario.schema import Scenario
from negotiation.study.held_out.events import happenings, sequences
from negotiation.study.held_out.origin import Origin

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
BLOCK = 1000  # worlds played together
TOLD = 300  # worlds whose order of moves is compared
ANCHORED_AT = 0.0  # percent: what is levied is never less than nothing


@dataclass(frozen=True)
class Recorded:
    """The record as it went. rates: (W, G) percent, observed; happened: event -> (W,)."""

    scenario: Scenario
    rates: Floats
    happened: dict[str, Flags]
    orders: list[tuple[tuple[str, str], int]]  # who did what, and in which week

    @property
    def weeks(self) -> int:
        """How many weeks are known."""
        return self.scenario.weeks


@dataclass(frozen=True)
class Simulated:
    """Worlds from an origin on. at_origin: (G,) percent observed then; rates: (L, G, R) percent for the weeks from
    `begins` on; happened: event -> (R, L); orders: those of the first worlds; threats: those that stood at the origin.
    """

    origin: Origin
    at_origin: Floats
    rates: Floats
    happened: dict[str, Flags]
    orders: list[list[tuple[str, str]]]
    threats: list["Due"]

    @cached_property
    def weeks(self) -> int:
        """How many weeks are foretold."""
        return len(self.rates)


@dataclass(frozen=True)
class Due:
    """A threat that stands at an origin: whose, the week it is due, and by how much each side's rate would rise."""

    side: str
    week: int
    rise: tuple[float, float]


def recorded(record: Scenario) -> Recorded:
    """The record, played once by its script."""
    game = build_game(record)
    block = play_block(game, 0, range(1), 1)
    places = [[column.name for column in block.columns].index(f"rate_{side}") for side in record.sides]
    happened = {name: rows[0] for name, rows in happenings(block.moves, record.sides, 1, record.weeks).items()}
    orders = []
    for week in range(record.weeks):
        orders += [(told, week) for told in sequences(block.moves, 1, week, week + 1)[0]]
    return Recorded(record, block.weeks[0][:, places].astype(np.float64), happened, orders)


def simulated(begin: Origin, worlds: int, seed: int, weeks: int, game: Game | None = None) -> Simulated:
    """The dispute played on from an origin in many worlds, for so many weeks."""
    game = game or build_game(begin.played)
    last = min(begin.begins + weeks, begin.played.weeks)
    now = _observed_at(begin)
    blocks = [range(first, min(first + BLOCK, worlds)) for first in range(0, worlds, BLOCK)]
    parts = [_played(game, Start(begin, now, last), block, seed) for block in blocks]
    happened = {name: np.concatenate([part[1][name] for part in parts]) for name in parts[0][1]}
    orders = [order for part in parts for order in part[2]][:TOLD]
    return Simulated(begin, now, np.concatenate([part[0] for part in parts], axis=-1), happened, orders, parts[0][3])


Part = tuple[Floats, dict[str, Flags], list[list[tuple[str, str]]], list[Due]]


class Start(NamedTuple):
    """Where to begin, the rates observed then, and the week before which to end."""

    begin: Origin
    now: Floats
    last: int


def _played(game: Game, start: Start, worlds: range, seed: int) -> Part:
    """One block: rates, events, orders of moves, and the threats that stood."""
    begin, last = start.begin, start.last
    dispute = resumed(game, begin.history, begin.begins, draw(game.scenario, seed, worlds), len(worlds))
    while dispute.week < begin.begins:
        dispute.step()
    threats = _due(game, dispute.state)
    base = game.tables.rate_by_code[np.bincount(codes_in_force(game, dispute.state)).argmax()]
    block = dispute.finish()
    places = [[column.name for column in block.columns].index(f"rate_{side}") for side in game.scenario.sides]
    rates = block.weeks[:, begin.begins : last, places].astype(np.float64).transpose(1, 2, 0)
    gap = start.now - base
    moved = happenings(block.moves, game.scenario.sides, len(worlds), game.scenario.weeks)
    happened = {name: rows[:, begin.begins : last] for name, rows in moved.items()}
    orders = sequences(block.moves, min(TOLD, len(worlds)), begin.begins, last)
    dispute.__dict__.clear()  # Mesa keeps every model alive; let go of the arrays at least
    return np.maximum(rates + gap[:, None], ANCHORED_AT), happened, orders, threats


def _observed_at(begin: Origin) -> Floats:
    """The rates observed on the origin's day, percent (G,): those of a week in which nothing changes any more."""
    history = begin.history
    if history.observed is None:
        return np.zeros(2)
    lasting = history.observed.model_copy(update={"until": None})
    later = history.model_copy(update={"observed": lasting, "weeks": begin.begins + 1})
    focus = tuple(REGIONS.index(later.countries[side].region) for side in later.sides)
    economy = observed_economy(later, economy_of(later), focus)
    return np.zeros(2) if economy is None else economy.rate[economy.row_in(begin.begins)]


def _due(game: Game, state: State) -> list[Due]:
    """The threats that stand in the first world."""
    codes, found = codes_in_force(game, state), []
    for m, seat in enumerate(game.imposer):
        threatened = int(state.threat_level[0, m])
        if threatened != NONE:
            code = int(codes[0]) + (threatened - int(state.level[0, m])) * int(game.strides[m])
            rise = game.tables.rate_by_code[code] - game.tables.rate_by_code[codes[0]]
            found.append(Due(game.scenario.sides[seat], int(state.threat_due[0, m]), (float(rise[0]), float(rise[1]))))
    return found
