"""The desk that governments answer from: a strategy answers at once, a person when they have decided."""

from dataclasses import dataclass, field
from typing import Any

from negotiation.dispute.decision import Decision
from negotiation.dispute.state import State
from negotiation.dispute.view import View
from negotiation.model import Government
from negotiation.strategies.protocol import Doctrine, Tactic

TABLE, AWAY = "table", "away"
Strategy = tuple[Tactic, Doctrine]


class Awaiting(Exception):  # noqa: N818 - a pause in the week, not an error
    """The week cannot go on before a person decides. state: how things stand at that moment."""

    def __init__(self, seat: int, stage: str, state: State) -> None:
        super().__init__(f"seat {seat} has not decided ({stage})")
        self.seat, self.stage, self.state = seat, stage, state


@dataclass
class Plan:
    """What a person has decided this week: an answer for each round at the table, and the moves away from it."""

    rounds: list[Decision] = field(default_factory=list)
    away: Decision | None = None


@dataclass
class Desk:
    """By seat: the strategy that sits there, or None for a person, and what that person has decided this week."""

    strategies: list[Strategy | None]
    plans: list[Plan] = field(default_factory=lambda: [Plan(), Plan()])
    spoken: list[int] = field(default_factory=lambda: [0, 0])

    def begin(self) -> None:
        """A week is played from its first stage: nobody has spoken yet."""
        self.spoken = [0, 0]

    def clear(self) -> None:
        """A week is over: what was decided has been done."""
        self.plans = [Plan(), Plan()]

    def hold(self, seat: int, stage: str) -> None:
        """Nothing, at the table or away from it, for somebody who lets weeks pass."""
        plan = self.plans[seat]
        if stage == TABLE:
            plan.rounds.append(Decision())
        if plan.away is None:
            plan.away = Decision()

    def at_table(self, seat: int, view: View) -> Decision:
        """What a seat answers at the table. Raises Awaiting where a person has not decided."""
        strategy = self.strategies[seat]
        if strategy is not None:
            return strategy[0].at_table(view)
        if not view.awake.any():
            return Decision()
        place = self.spoken[seat]
        self.spoken[seat] += 1
        if place >= len(self.plans[seat].rounds):
            raise Awaiting(seat, TABLE, view._state)
        return self.plans[seat].rounds[place]

    def away(self, seat: int, view: View) -> Decision:
        """What a seat does away from the table. Raises Awaiting where a person has not decided."""
        strategy = self.strategies[seat]
        if strategy is not None:
            return strategy[1].away(view)
        if not view.awake.any():
            return Decision()
        decided = self.plans[seat].away
        if decided is None:
            raise Awaiting(seat, AWAY, view._state)
        return decided


def seated(desk: Desk) -> type[Any]:
    """The class of governments that answer from this desk."""

    class Seated(Government):
        """A government whose decisions come from the desk: a person's, or its computer's."""

        def at_table(self, view: View) -> Decision:
            """Accept, offer or hold."""
            return desk.at_table(self.seat, view)

        def away(self, view: View) -> Decision:
            """This week's moves away from the table."""
            return desk.away(self.seat, view)

    return Seated
