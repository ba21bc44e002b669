"""A block of worlds in which governments differ from world to world; the game, with its economy, is built once."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import KEEP_TALKING, Decision
from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.view import View
from negotiation.model.agents import Government
from negotiation.model.dispute import Dispute
from negotiation.scenario.schema import Scenario
from negotiation.strategies.doctrines.habits import with_habits
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.protocol import Doctrine
from negotiation.strategies.registry import DOCTRINES

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Ways(NamedTuple):
    """How governments are in each world, (R, G) by side: resolve: points added to what speaks for carrying out a
    threat; nerve: spread of its private cost, points; fatigue: chance a week; ratio: own rate per the other's; outcry:
    multiple of the approval that a dropped threat is stated to cost; mandate: share added to the support a deal needs,
    where the country has elections; suspension: whole weeks without talks after a blow, where the scenario has some.
    """

    resolve: Floats
    nerve: Floats
    fatigue: Floats
    ratio: Floats
    outcry: Floats
    mandate: Floats
    suspension: Floats


def ways_as_stated(scenario: Scenario, worlds: int) -> Ways:
    """Every government as in the scenario."""
    countries = [scenario.countries[side] for side in scenario.sides]

    def rows(numbers: list[float]) -> Floats:
        return np.tile(np.array(numbers, np.float64), (worlds, 1))

    return Ways(
        resolve=np.zeros((worlds, 2)),
        nerve=rows([country.conduct.nerve.value for country in countries]),
        fatigue=rows([country.strategy.fatigue.value for country in countries]),
        ratio=rows([country.strategy.ratio.value for country in countries]),
        outcry=np.ones((worlds, 2)),
        mandate=np.zeros((worlds, 2)),
        suspension=rows([country.conduct.suspension.value for country in countries]),
    )


class Varied(Dispute):
    """A dispute in as many worlds as there are ways; play it with `step`, which keeps every world in its place.

    What speaks for carrying out a threat goes by the mean cost of dropping over own measures and levels; what dropping
    one does to approval, by its own.
    """

    def __init__(self, game: Game, luck: Luck, ways: Ways) -> None:
        seats: dict[str, type] = dict.fromkeys(game.scenario.sides, _government(ways))
        super().__init__(game, len(luck.start), with_ways(game, luck, ways), classes=seats)
        self.ways = ways
        self.state.mandate += ways.mandate

    def step(self) -> None:
        """One week; afterwards people make of dropped threats what they do in their world."""
        read = len(self.log.pages)
        super().step()
        for page in self.log.pages[read:]:
            if page.kind[0] == Kind.THREAT_DROPPED:
                self._resent(int(page.author[0]), page.row, (page.what, page.value))

    def _resent(self, seat: int, rows: Integers, dropped: tuple[Integers, Integers]) -> None:
        """Add what a dropped threat costs here beyond what it is stated to cost, in place. dropped: measure, level."""
        more, state = self.ways.outcry[rows, seat] - 1.0, self.state
        m, level = int(dropped[0][0]), dropped[1]
        if self.game.sides[seat].country.audience.own_view is None:
            state.grievance[rows, seat] += more * self.game.shame[m][level]
        else:
            state.resentment[rows] += more[:, None] * self.game.blame[m][level]


def with_ways(game: Game, luck: Luck, ways: Ways) -> Luck:
    """The luck in which private costs of carrying out, and mandates given by votes, are those of each world's ways."""
    conduct, home = luck.conduct.copy(), luck.home.copy()
    for seat, side in enumerate(game.sides):
        spread = side.country.conduct.nerve.value
        if spread > 0.0:
            shame = (ways.outcry[:, seat] - 1.0) * outcry_of(game, seat)
            cost = ways.nerve[:, seat, None] * conduct[:, seat] + (ways.resolve[:, seat] + shame)[:, None]
            conduct[:, seat] = cost / spread
        election = side.country.election
        if election is not None and election.swing.value > 0.0:  # a mandate is swing x (2 home - 1)
            home[:, seat] += ways.mandate[:, seat, None] / (2.0 * election.swing.value)
    return replace(luck, conduct=conduct, home=home)


def outcry_of(game: Game, seat: int) -> float:
    """Points that a government loses by dropping a threat, as stated: the mean over its measures and their levels."""
    costs = [game.shame[m][1:] for m in game.measures_of(seat)]
    return game.sides[seat].country.payoff.approval.value * 100.0 * float(np.mean(np.concatenate(costs)))


def _government(ways: Ways) -> type[Government]:
    """A government that is in each world what its row says."""

    class InEachWorld(Government):
        def __init__(self, model: Dispute, key: str) -> None:
            super().__init__(model, key)
            given = self.country.strategy
            own = {"fatigue": ways.fatigue[:, self.seat], "ratio": ways.ratio[:, self.seat]}
            doctrine = _with(DOCTRINES[given.doctrine](given), own)
            if not isinstance(doctrine, Nothing):
                doctrine = _AfterABlow(doctrine, ways.suspension[:, self.seat].astype(np.int64))
            self.doctrine = with_habits(doctrine, model.game.scenario, key)

    return InEachWorld


class _AfterABlow:
    """A doctrine that stays away from talks for its own number of weeks, (R,), after a blow; 0: it talks on."""

    def __init__(self, doctrine: Doctrine, weeks: Integers) -> None:
        self.doctrine, self.weeks = doctrine, weeks

    def away(self, view: View) -> Decision:
        """The doctrine's moves, with talks suspended for as long as each world has it."""
        decision = self.doctrine.away(view)
        if decision.talks is None or decision.talks_reason is None or decision.talks_weeks is None:
            return decision
        struck = np.asarray(decision.talks_reason) == Reason.HIT
        talks_on = struck & (self.weeks == 0)
        return replace(
            decision,
            talks=np.where(talks_on, KEEP_TALKING, decision.talks),
            talks_weeks=np.where(struck, self.weeks, decision.talks_weeks),
            talks_reason=np.where(talks_on, Reason.NONE, decision.talks_reason),
        )


def _with(doctrine: Any, own: dict[str, Floats]) -> Any:
    """A doctrine with those of the parameters that it has."""
    names = {field.name for field in fields(doctrine)} if is_dataclass(doctrine) else set()
    return replace(doctrine, **{name: value for name, value in own.items() if name in names})
