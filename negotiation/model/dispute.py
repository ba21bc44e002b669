"""A dispute as a Mesa model, in one world or in a block of many."""

from typing import cast

import mesa
import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Block
from negotiation.dispute.course import Course
from negotiation.dispute.foretold import foretold
from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import Luck, draw
from negotiation.dispute.moves import MoveLog, told
from negotiation.dispute.part import put_back, taken
from negotiation.dispute.players import Players
from negotiation.dispute.record import Record
from negotiation.dispute.results import world_rows
from negotiation.dispute.start import opening_state
from negotiation.dispute.state import State
from negotiation.dispute.week import outlive, play_week
from negotiation.model.agents import Ally, Constituency, Government, Premier
from negotiation.scenario import unknown
from negotiation.scenario.provinces import provincial_seats
from negotiation.scenario.schema import Scenario

PACKED_AT = 0.75  # share of worlds still open below which the others are put aside


class Dispute(mesa.Model):
    """One dispute in `worlds` worlds at once; the first is world `first_world` under the seed;
    a Luck in the place of the seed is played as it is.

    A step is a week. Mesa's own generator is never drawn from: luck is drawn before the first week (`luck`).
    classes: id of a government, constituency or ally, or of a province ("ca.quebec") -> the subclass that takes its
    seat. Raises ValueError for an id that nobody has.
    """

    def __init__(
        self,
        scenario: Scenario | Game,
        worlds: int = 1,
        seed: int | Luck = 2025,
        first_world: int = 0,
        classes: dict[str, type[mesa.Agent]] | None = None,
        logged: int | None = None,
    ) -> None:
        super().__init__(rng=0)
        self.game = scenario if isinstance(scenario, Game) else build_game(scenario)
        self.worlds, self.first_world = worlds, first_world
        own = range(first_world, first_world + worlds)
        luck = seed if isinstance(seed, Luck) else draw(self.game.scenario, seed, own)
        self.luck = foretold(self.game.scenario, luck)
        self.state = opening_state(self.game, self.luck)
        self.log = MoveLog(worlds if logged is None else logged, np.arange(worlds))
        self.record = Record(self.game, worlds)
        self.players = self._seat(classes or {})

    def _seat(self, classes: dict[str, type[mesa.Agent]]) -> Players:
        """Make the agents, each of the class asked for under its id or of the usual one."""
        scenario = self.game.scenario
        heads = provincial_seats(scenario)
        seats = [*scenario.sides, *scenario.constituencies, *scenario.allies, *heads]
        for key in classes:
            if key not in seats:
                raise ValueError(f"classes: {unknown('id', key, seats)}")
        return Players(
            [classes.get(key, Government)(self, key) for key in scenario.sides],
            [classes.get(key, Constituency)(self, key) for key in scenario.constituencies],
            [classes.get(key, Ally)(self, key) for key in scenario.allies],
            {key: cast(Premier, classes[key](self, key)) for key in heads if key in classes},
        )

    def government(self, key: str) -> Government:
        """The government of a country, by its id."""
        return cast(Government, self.players.governments[self.game.scenario.sides.index(key)])

    def step(self) -> None:
        """One week, in every world; nothing once the horizon is reached."""
        if self.state.week < self.game.scenario.weeks:
            self._play()
        self.running = bool(self.state.open.any()) and self.state.week < self.game.scenario.weeks

    def _play(self) -> None:
        """Hand the week to the dispute's rules."""
        play_week(self._course(self.state, np.arange(self.worlds)), self.record, np.arange(self.worlds))

    def _course(self, state: State, rows: NDArray[np.int64]) -> Course:
        """The dispute under way in some of the worlds, by place in the block."""
        luck = self.luck.in_week(state.week)
        seen = luck if len(rows) == self.worlds else luck.of(rows)
        return Course(self.game, state, seen, self.players, self.log.of(rows))

    @property
    def week(self) -> int:
        """The week about to be played, counted from 0."""
        return self.state.week

    def _packed(self, state: State, rows: NDArray[np.int64]) -> tuple[State, NDArray[np.int64]]:
        """The worlds still open, packed together once a quarter has ended; the ended ones live on to the horizon."""
        if np.count_nonzero(state.open) > PACKED_AT * len(rows):
            return state, rows
        ended, going_on = np.flatnonzero(~state.open), np.flatnonzero(state.open)
        aftermath = taken(state, ended)
        outlive(self.game, aftermath, self.record, rows[ended])
        put_back(self.state, aftermath, rows[ended])
        return taken(state, going_on), rows[going_on]

    def finish(self) -> Block:
        """Play to the horizon, the economy of ended disputes included, and say what was left behind.

        Agents then see open worlds packed together: a View's arrays may be shorter than the block.
        """
        state, rows = self.state, np.arange(self.worlds)
        while state.week < self.game.scenario.weeks and rows.size:
            state, rows = self._packed(state, rows)
            if rows.size:
                play_week(self._course(state, rows), self.record, rows)
        if state is not self.state:
            put_back(self.state, state, rows)
            self.state.week = self.game.scenario.weeks
        self.running = False
        return Block(
            first_world=self.first_world,
            worlds=world_rows(self.game, self.state, self.record.codes, self.first_world),
            columns=self.record.columns,
            weeks=self.record.weeks,
            moves=told(self.game, self.log, self.first_world),
        )


def play_block(game: Game, seed: int, worlds: range, logged: int) -> Block:
    """Play a range of worlds to the end; the moves of worlds numbered below `logged` are kept.

    A world's results do not depend on the range it is played in, bit for bit.
    """
    kept = int(np.clip(logged - worlds.start, 0, len(worlds)))
    dispute = Dispute(game, len(worlds), seed, worlds.start, logged=kept)
    block = dispute.finish()
    dispute.__dict__.clear()  # Mesa keeps every model alive in Agent's table of numbers; let go of the arrays at least
    return block
