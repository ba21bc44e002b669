"""A block of worlds in which governments differ from world to world; the game, with its economy, is built once."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck
from negotiation.model.agents import Government
from negotiation.model.dispute import Dispute
from negotiation.strategies.doctrines.habits import with_habits
from negotiation.strategies.registry import DOCTRINES

Floats = NDArray[np.float64]


class Ways(NamedTuple):
    """How governments are in each world, (R, G) by side: resolve: points added to what speaks for carrying out a
    threat; nerve: spread of its private cost, points; fatigue: chance a week; ratio: own rate per the other's; mandate:
    share added to the support a deal needs, where the country has elections.
    """

    resolve: Floats
    nerve: Floats
    fatigue: Floats
    ratio: Floats
    mandate: Floats


def varied(game: Game, luck: Luck, ways: Ways) -> Dispute:
    """A dispute in as many worlds as there are ways; play it with `step`, which keeps every world in its place."""

    class Varied(Government):
        """Is in each world what its row says."""

        def __init__(self, model: Dispute, key: str) -> None:
            super().__init__(model, key)
            given = self.country.strategy
            own = {"fatigue": ways.fatigue[:, self.seat], "ratio": ways.ratio[:, self.seat]}
            doctrine = _with(DOCTRINES[given.doctrine](given), own)
            self.doctrine = with_habits(doctrine, model.game.scenario, key)

    seats: dict[str, type] = dict.fromkeys(game.scenario.sides, Varied)
    dispute = Dispute(game, len(luck.start), with_ways(game, luck, ways), classes=seats, logged=0)
    dispute.state.mandate += ways.mandate
    return dispute


def with_ways(game: Game, luck: Luck, ways: Ways) -> Luck:
    """The luck in which private costs of carrying out, and mandates given by votes, are those of each world's ways."""
    conduct, home = luck.conduct.copy(), luck.home.copy()
    for seat, side in enumerate(game.sides):
        spread = side.country.conduct.nerve.value
        if spread > 0.0:
            cost = ways.nerve[:, seat, None] * conduct[:, seat] + ways.resolve[:, seat, None]
            conduct[:, seat] = cost / spread
        election = side.country.election
        if election is not None and election.swing.value > 0.0:  # a mandate is swing x (2 home - 1)
            home[:, seat] += ways.mandate[:, seat, None] / (2.0 * election.swing.value)
    return replace(luck, conduct=conduct, home=home)


def _with(doctrine: Any, own: dict[str, Floats]) -> Any:
    """A doctrine with those of the parameters that it has."""
    names = {field.name for field in fields(doctrine)} if is_dataclass(doctrine) else set()
    return replace(doctrine, **{name: value for name, value in own.items() if name in names})
