"""A dispute taken up where a record leaves it: until a week both do what was done, afterwards what they decide."""

from dataclasses import replace

import numpy as np

from negotiation.dispute.decision import Decision
from negotiation.dispute.foretold import NEVER, ROWS, foretold
from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck
from negotiation.dispute.view import View
from negotiation.model.agents import Government
from negotiation.model.dispute import Dispute
from negotiation.scenario.schema import Scenario
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.scripted import scripted
from negotiation.strategies.tactics.silent import Silent


def resumed(game: Game, history: Scenario, begins: int, luck: Luck, logged: int = 0) -> Dispute:
    """A dispute that goes as the moves of `history` until the week `begins`, from 0, and is decided from then on.

    game: without moves, of the same measures, issues and governments; luck: what the moves name comes about until
    then, and a government that has not left the talks has its private deadline still before it.
    """
    told = still_at_the_table(game.scenario, spliced(luck, foretold(history, uneventful(luck)), begins), begins)

    class Resuming(Government):
        """Does as the record did, then decides."""

        def __init__(self, model: Dispute, key: str) -> None:
            super().__init__(model, key)
            self.before = scripted(history, key, Silent(), Nothing())

        def at_table(self, view: View) -> Decision:
            tactic = self.before[0] if view.week < begins else self.tactic
            return tactic.at_table(view)

        def away(self, view: View) -> Decision:
            doctrine = self.before[1] if view.week < begins else self.doctrine
            return doctrine.away(view)

    seats: dict[str, type] = dict.fromkeys(game.scenario.sides, Resuming)
    return Dispute(game, len(luck.start), told, classes=seats, logged=logged)


def uneventful(luck: Luck) -> Luck:
    """The luck without courts, summits and incidents: what a record does not name did not happen."""
    chances = luck.chances.copy()
    chances[:, list(ROWS.values())] = NEVER
    return replace(luck, chances=chances)


def spliced(luck: Luck, foretold: Luck, begins: int) -> Luck:
    """The luck that was foretold before a week, the luck drawn from then on."""
    columns = {}
    for name in ("news", "chances", "courts"):
        drawn, told = getattr(luck, name), getattr(foretold, name)
        if told is not drawn:
            weeks = np.arange(drawn.shape[-1]) < begins
            columns[name] = np.where(weeks, told, drawn)
    return replace(luck, **columns)


def still_at_the_table(scenario: Scenario, luck: Luck, begins: int) -> Luck:
    """The luck with private deadlines drawn evenly from what is left of their range after a week."""
    start = luck.start.copy()
    for seat, side in enumerate(scenario.sides):
        clock = scenario.countries[side].clock
        if clock is not None:
            passed = np.clip((begins + 1 - clock.earliest) / (clock.latest + 1 - clock.earliest), 0.0, 1.0)
            least = np.nextafter(np.float32(1.0), np.float32(0.0))  # even draws lie below 1
            start[:, 2 + seat] = np.minimum(passed + (1.0 - passed) * start[:, 2 + seat], least)
    return replace(luck, start=start)
