"""A game: one dispute with people or computers in its two seats, told as a list of events.

Every event is checked, then changes the game; the same events in the same order make the same game, bit for bit, so
that a game is kept by keeping its events. An event is a plain table: `kind`, `at` (seconds since 1970), `seat`, more.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from negotiation.classroom.game.asked import number
from negotiation.classroom.game.case import Case
from negotiation.classroom.game.chat import line_of
from negotiation.classroom.game.delegations import Delegations
from negotiation.classroom.game.desk import AWAY, TABLE, Awaiting, Desk, Strategy, seated
from negotiation.classroom.game.opponents import OWN, USUAL, strategy_of_character
from negotiation.classroom.game.orders import away_decision, table_decision
from negotiation.classroom.game.patience import MOST_PATIENCE, Patience, began, lets_pass
from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.second_table import SecondTable
from negotiation.classroom.game.worth import Results
from negotiation.dispute.moves import Page
from negotiation.dispute.part import Part, taken
from negotiation.dispute.standing import Standing, standings
from negotiation.dispute.state import State
from negotiation.model import Dispute

Event = dict[str, Any]
MOST_WEEK = 10_000


class Game:
    """One game. seats: side -> {"person": id, "name": words} or {"computer": character}; computers stand in for people
    who left (`standing_in`)."""

    def __init__(self, case: Case, seed: int, seats: dict[str, dict[str, str]]) -> None:
        self.case, self.seed = case, seed
        self.seats = {side: dict(seats[side]) for side in case.sides}
        self.standing_in: dict[str, str] = {}
        self.desk = Desk([self._strategy(side) for side in case.sides])
        self.delegations = Delegations(case)
        classes = dict.fromkeys(case.sides, seated(self.desk)) | self.delegations.classes()
        self.dispute = Dispute(case.engine, 1, seed, classes=classes)
        self.chat: list[Event] = []
        self.second: SecondTable | None = None
        self.closed = False
        self.asked: Awaiting | None = None
        self.patience: dict[str, Patience] = {}
        self.roused: dict[str, str] = {}
        self._seen: State = self.dispute.state
        self._pages: list[Page] = []
        self._mark: tuple[State, int] | None = None
        self._standings: tuple[Standing, Standing] | None = None
        self._go_on()

    @property
    def state(self) -> State:
        """How things stand for whoever is asked now: in the middle of a week, after what came before their turn."""
        return self._seen

    @property
    def standings(self) -> tuple[Standing, Standing]:
        """Where both governments stand now, reckoned once for everybody who looks."""
        if self._standings is None:
            self._standings = standings(self.case.engine, self._seen)
        return self._standings

    @property
    def pages(self) -> list[Page]:
        """Every move so far, those of the week under way included."""
        return self._pages

    @property
    def week(self) -> int:
        """The week under way, counted from 0."""
        return int(self._seen.week)

    @property
    def shown_week(self) -> int:
        """The week under way, counted from 1; of a game that has run its course, its last."""
        return min(self.week + (self.asked is not None), self.case.scenario.weeks)

    @property
    def over(self) -> bool:
        """Whether the dispute has ended: a comprehensive deal, the last week, or closed by the teacher."""
        return self.closed or self.asked is None

    @property
    def results(self) -> Results:
        """What the game is worth to both as it stands."""
        return Results(self.case, self.dispute.luck, self._seen)

    @property
    def awaited(self) -> tuple[str, ...]:
        """The sides whose people have to decide before the week goes on."""
        if self.closed or self.asked is None:
            return ()
        if self.asked.stage == TABLE:
            return (self.case.sides[self.asked.seat],)
        return tuple(
            side
            for seat, side in enumerate(self.case.sides)
            if self.desk.strategies[seat] is None and self.desk.plans[seat].away is None
        )

    def apply(self, event: Event) -> None:
        """Let an event happen. Raises Refused, with the game unchanged."""
        kinds: dict[str, Callable[[Event], None]] = {
            "moved": self._moved,
            "said": self._said,
            "taken_over": self._taken_over,
            "given_back": self._given_back,
            "closed": self._closed,
            "stopped_waiting": self._stopped_waiting,
            "second_table": self._second_table,
            "delegated": self._delegated,
            "instructed": self._instructed,
        }
        if event.get("kind") not in kinds:
            raise Refused("unknown_move", got=event.get("kind"))
        kinds[event["kind"]](event)

    def let_go(self) -> None:
        """Leave memory: Mesa keeps every model alive in its table of numbers, so its arrays are let go of here."""
        self.dispute.__dict__.clear()

    def _moved(self, event: Event) -> None:
        """A person's decision for the week, or for a further round at the table."""
        side = event["seat"]
        if self.over or self.asked is None:
            raise Refused("game_is_over")
        if side not in self.awaited:
            raise Refused("not_your_turn")
        if number(event.get("week"), 0, MOST_WEEK, "week") != self.week:
            raise Refused("week_has_passed")
        weeks = 0 if event.get("pass") is None else number(event["pass"], 1, MOST_PATIENCE, "pass")
        seat, stage, state = self.case.sides.index(side), self.asked.stage, self._seen
        plan = self.desk.plans[seat]
        answer = table_decision(self.case, state, seat, event.get("table")) if stage == TABLE else None
        away = plan.away
        if stage == AWAY or away is None:
            away = away_decision(self.case, state, seat, event.get("away"))
        if answer is not None:
            plan.rounds.append(answer)
        plan.away = away
        self.roused.pop(side, None)
        if weeks:
            self.patience[side] = began(self, side, weeks)
        self._go_on()

    def _stopped_waiting(self, event: Event) -> None:
        """Who lets weeks pass wants to be asked again."""
        if self.patience.pop(event["seat"], None) is None:
            raise Refused("waits_for_nothing")

    def _said(self, event: Event) -> None:
        """A line of chat."""
        self.chat.append(line_of(event, self.week, len(self.chat)))
        for side in [side for side in self.patience if side != event["seat"]]:
            del self.patience[side]
            self.roused[side] = "chat"

    def _taken_over(self, event: Event) -> None:
        """The computer takes the seat of somebody who is not there."""
        side = event["seat"]
        if "computer" in self.seats[side] or side in self.standing_in:
            raise Refused("seat_is_computers")
        self.standing_in[side] = event.get("computer", USUAL)
        self.patience.pop(side, None)
        self._reseat()

    def _given_back(self, event: Event) -> None:
        """Who had left has the seat again."""
        if event["seat"] not in self.standing_in:
            raise Refused("seat_is_yours")
        del self.standing_in[event["seat"]]
        self._reseat()

    def _closed(self, event: Event) -> None:
        """The game ends as it stands."""
        if self.over:
            raise Refused("game_is_over")
        self.closed = True

    def _second_table(self, event: Event) -> None:
        """The short negotiation after the debrief."""
        if not self.over:
            raise Refused("game_goes_on")
        if self.second is None:
            self.second = SecondTable(self.case, self.seats, self.results)
        self.second.apply(event)

    def _delegated(self, event: Event) -> None:
        """Somebody speaks for a constituency or an ally."""
        people = [seat.get("person") for seat in (*self.seats.values(), *self.delegations.persons.values())]
        if event["person"] in people:
            raise Refused("one_seat_each")
        if self.over:
            raise Refused("game_is_over")
        self.delegations.seat(event)

    def _instructed(self, event: Event) -> None:
        """What a constituency or an ally asks for, from next week on."""
        if self.over:
            raise Refused("game_is_over")
        self.delegations.instruct(event)

    def _reseat(self) -> None:
        """Seats have changed hands: let the week be played by who sits there now."""
        for seat, side in enumerate(self.case.sides):
            self.desk.strategies[seat] = self._strategy(side)
        if not self.over:
            self._go_on()

    def _strategy(self, side: str) -> Strategy | None:
        """The strategy in a seat; None for a person."""
        character = self.standing_in.get(side) or self.seats[side].get("computer")
        return None if character is None else strategy_of_character(self.case.scenario, side, character or OWN)

    def _go_on(self) -> None:
        """Play until a person is asked or the dispute has ended."""
        self._standings = None
        while self.dispute.running:
            began, pages = self._mark or (self.dispute.state, len(self.dispute.log.pages))
            self._mark = began, pages
            self.dispute.state = taken(began, np.arange(1))
            self.desk.begin()
            try:
                self.dispute.step()
            except Awaiting as asked:
                self._back(asked, began, pages)
                if not lets_pass(self):
                    return
                continue
            self._mark = None
            self.desk.clear()
            self.delegations.turn()
        self.asked = None
        self._seen, self._pages = self.dispute.state, list(self.dispute.log.pages)

    def _back(self, asked: Awaiting, began: State, pages: int) -> None:
        """Keep what the person who is asked may know, and go back to the week's beginning: it is played again from
        there with every decision that arrives."""
        self.asked = asked
        self._seen = taken(asked.state, np.arange(1)) if isinstance(asked.state, Part) else asked.state
        self._pages = list(self.dispute.log.pages)
        del self.dispute.log.pages[pages:]
        self.dispute.state = began
