"""The weekly record: K columns of every world, float32."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import WeekColumn
from negotiation.dispute.course import Course
from negotiation.dispute.fear import fear_of, felt_with_fear
from negotiation.dispute.game import Game
from negotiation.dispute.now import rate_now
from negotiation.dispute.standing import Standing
from negotiation.dispute.state import COMPREHENSIVE_DEAL, NONE, State
from negotiation.dispute.worth import COMPONENTS
from negotiation.politics.belief import believed_share
from negotiation.politics.coalition import JOINT, SOLIDARITY, how_many

Integers = NDArray[np.int64]
Columns = Sequence[NDArray[np.float64] | NDArray[np.int64] | NDArray[np.bool_]]
Range = tuple[str, str, float, float]

BY_SIDE: tuple[Range, ...] = (
    ("rate_{}", "percent", 0.0, 60.0),
    ("welfare_{}", "percent of real income", -6.0, 2.0),
    ("real_income_{}", "percent", -8.0, 2.0),
    ("prices_{}", "percent, border prices passed through", -1.0, 5.0),
    ("revenue_{}", "percent of GDP", -1.0, 3.0),
    ("jobs_{}", "percent of employment leaving shrinking sectors", -4.0, 1.0),
    ("approval_{}", "share", 0.0, 1.0),
    ("no_deal_{}", "points", -12.0, 6.0),
    ("aspiration_{}", "points", -6.0, 6.0),
    ("belief_{}", "share of the other's threats believed", 0.0, 1.0),
    ("threats_{}", "threats standing", 0.0, 8.0),
)
FEAR: Range = ("fear_{}", "percent of real income that believed threats take", -3.0, 0.0)
OFFERS: Range = ("offer_{}_to_{}", "points", -6.0, 6.0)
COMMON: tuple[Range, ...] = (
    ("stress", "index", 0.0, 10.0),
    ("border", "index", 0.0, 10.0),
    ("talks", "0 talking, 1 suspended, 2 ended", 0.0, 2.0),
    ("settlement", "0 none, 1 limited, 2 comprehensive, 3 broken", 0.0, 3.0),
    ("joint_allies", "allies", 0.0, 6.0),
    ("solidarity_allies", "allies", 0.0, 6.0),
    ("open", "1 while played", 0.0, 1.0),
)
FLOWS = ("welfare", "real_income", "border_prices", "revenue", "jobs")


def week_columns(game: Game) -> tuple[WeekColumn, ...]:
    """The columns of the record, in order."""
    sides = game.scenario.sides
    by_side = (*BY_SIDE[:6], FEAR, *BY_SIDE[6:]) if game.scenario.economy.fear else BY_SIDE
    columns = [WeekColumn(name.format(side), unit, low, high) for side in sides for name, unit, low, high in by_side]
    name, unit, low, high = OFFERS
    columns += [WeekColumn(name.format(author, taker), unit, low, high) for author in sides for taker in sides]
    return (*columns, *(WeekColumn(*column) for column in COMMON))


class Record:
    """weeks: (R, W, K) float32, filled week by week; codes: (R, W) of the rates the economy felt.

    An ended world repeats its last row, the economy's columns apart.
    """

    def __init__(self, game: Game, worlds: int) -> None:
        self.columns = week_columns(game)
        self.place = {column.name: k for k, column in enumerate(self.columns)}
        self.weeks = np.full((worlds, game.scenario.weeks, len(self.columns)), np.nan, np.float32)
        self.codes = np.zeros((worlds, game.scenario.weeks), np.int64)
        self._moving = np.array([self.place[name] for name in self._economic(game)])

    def _economic(self, game: Game) -> list[str]:
        """Columns that go on moving when a world has ended."""
        names = ["rate", "welfare", "real_income", "prices", "revenue", "jobs"]
        names += ["fear"] if game.scenario.economy.fear else []
        return [f"{name}_{side}" for side in game.scenario.sides for name in names]

    def write(self, course: Course, standings: tuple[Standing, Standing], rows: Integers) -> None:
        """This week's row of every world; rows: (R,) their places in the record."""
        game, state = course.game, course.state
        row = np.empty((state.worlds, len(self.columns)), np.float32)
        first, second = self._flows(game, state)
        columns = [*first, *_politics(game, state, standings, 0), *second, *_politics(game, state, standings, 1)]
        columns += [*_offers(game, state), *_common(state)]
        for k, column in enumerate(columns):
            row[:, k] = column
        self.weeks[rows, state.week] = row

    def repeat(self, game: Game, state: State, rows: Integers) -> None:
        """This week's row of worlds that had ended before: the last one, what the economy feels apart."""
        row = self.weeks[rows, state.week - 1]
        first, second = self._flows(game, state)
        for k, column in zip(self._moving, [*first, *second], strict=True):
            row[:, k] = column
        self.weeks[rows, state.week] = row

    def _flows(self, game: Game, state: State) -> tuple[Columns, Columns]:
        """What the economy feels, by side."""
        felt, rate, afraid = felt_with_fear(game, state), rate_now(game, state), game.scenario.economy.fear
        first, second = (
            [rate[:, seat], *(felt[:, seat, COMPONENTS.index(flow)] for flow in FLOWS),
             *([fear_of(game, state, seat)] if afraid else [])]
            for seat in (0, 1)
        )  # fmt: skip
        return first, second


def _politics(
    game: Game, state: State, standings: tuple[Standing, Standing], seat: int
) -> Columns:
    """Approval, values, belief and threats of one government."""
    standing = standings[seat]
    believed = believed_share(state.carried[:, seat], state.seen_threats[:, seat]).mean(axis=-1)
    threats = np.einsum("rm,m->r", state.threat_level != NONE, (game.imposer == seat).astype(np.int64))
    return [standing.approval, standing.no_deal, state.aspiration[:, seat], believed, threats]


def _offers(game: Game, state: State) -> Columns:
    """What each standing offer would give each side over the start's no-deal value, at the prior's mean weights."""
    columns = []
    for author in (0, 1):
        package = state.offer[:, author]
        for taker in (0, 1):
            gain = game.gains[taker][np.maximum(package, 0)]
            columns.append(np.where(package != NONE, gain, np.nan))
    return columns


def _common(state: State) -> Columns:
    """What both share."""
    return [
        state.stress,
        state.border,
        state.talks,
        np.where(state.open, state.settlement, COMPREHENSIVE_DEAL),
        how_many(state.stance, JOINT),
        how_many(state.stance, SOLIDARITY),
        state.open,
    ]
