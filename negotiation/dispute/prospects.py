"""What one government expects if it set a measure to another level."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.standing import heed, worth_of_code
from negotiation.dispute.state import LIMITED_DEAL, State
from negotiation.dispute.undoing import gain_from_breaking, levels_before

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Prospects:
    """What a View says of measures set to other levels; points unless said, (R,).

    seat: which government sees. The fields with an underscore are the game's own and not for deciding by.
    """

    _game: Game
    _state: State
    seat: int

    def preparing(self, measure: int) -> NDArray[np.bool_]:
        """Whether the procedure a measure needs before it may be raised has begun and is not over, (R,)."""
        under_way: NDArray[np.bool_] = self._state.usable_from[:, measure] > self._state.week
        return under_way

    def code_with(self, measure: int, level: Integers) -> Integers:
        """The code of the rates if a measure were set to a level (R,), (R,)."""
        state = self._state
        now = np.where(state.paused_until[:, measure] > state.week, 0, state.level[:, measure])
        code: Integers = state.code + (level - now) * self._game.strides[measure]
        return code

    def rate_with(self, measure: int, level: Integers) -> Floats:
        """What its own measures would put on trade if one were set to a level (R,), percent, (R,)."""
        rate: Floats = self._game.tables.rate[self.seat][self.code_with(measure, level)]
        return rate

    def gain_from(self, measure: int, level: Integers) -> Floats:
        """What it would gain if a measure were set to a level (R,) and stayed, (R,)."""
        now = worth_of_code(self._game, self._state, self.seat, self._state.code)
        code = self.code_with(measure, level)
        gain = worth_of_code(self._game, self._state, self.seat, code) - now
        side = self._game.sides[self.seat]
        if side.country.election:
            dearer = side.price_value[code] - side.price_value[self._state.code]
            gain = gain + heed(side, self._state, self.seat) * dearer
        price = float(self._game.at_home.price[measure])
        return gain - np.where(level > self._state.level[:, measure], price, 0.0) if price else gain

    def harm_to_other(self, measure: int, level: Integers) -> Floats:
        """What it believes the other would lose if a measure were set to a level (R,) and stayed, (R,)."""
        table, belief = self._game.sides[1 - self.seat].by_code, self._state.type_belief[self.seat]
        loss = table.take(self._state.code, axis=0) - table.take(self.code_with(measure, level), axis=0)
        harm: Floats = np.einsum("rk,rk->r", loss, belief)
        return harm

    @property
    def resolve(self) -> Floats:
        """What its own type adds to carrying out a threat, (R,)."""
        resolve: Floats = self._game.sides[self.seat].resolve[self._state.type[:, self.seat]]
        return resolve

    @property
    def deal_in_force(self) -> NDArray[np.bool_]:
        """Whether a limited deal is in force, (R,)."""
        holds: NDArray[np.bool_] = self._state.settlement == LIMITED_DEAL
        return holds

    @property
    def levels_before(self) -> Integers:
        """What its own measures that the limited deal fixes stood at before it, -1 for the others, (R, M)."""
        return levels_before(self._game, self._state, self.seat)

    def gain_from_breaking(self, answer: float) -> Floats:
        """What it would gain by leaving the limited deal, (R,), if the other answered in kind with chance `answer`."""
        return gain_from_breaking(self._game, self._state, self.seat, answer)

    @property
    def kind(self) -> Integers:
        """Its own type by number, (R,)."""
        kind: Integers = self._state.type[:, self.seat]
        return kind

    @property
    def deal_is_new(self) -> NDArray[np.bool_]:
        """Whether a limited deal entered into force this very week, (R,)."""
        new: NDArray[np.bool_] = self._state.limited_week == self._state.week
        return new
