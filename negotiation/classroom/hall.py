"""The hall: every class and game under way, rebuilt from the store when first asked for, and who listens to each."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from negotiation.classroom.cases import Cases
from negotiation.classroom.game.game import Game
from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.room import Room
from negotiation.classroom.store import Store

Event = dict[str, Any]
Listener = Callable[[], None]
CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that look alike
CODE_LENGTH = 5


@dataclass
class Played:
    """A game under way. number: how many events it has had; room: the code of its class, or None."""

    key: str
    game: Game
    opening: Event
    number: int
    room: str | None
    listeners: set[Listener] = field(default_factory=set)
    present: dict[str, int] = field(default_factory=dict)
    last_move: float = 0.0

    def side_of(self, person: str) -> str | None:
        """The side a person sits for."""
        return next((side for side, seat in self.game.seats.items() if seat.get("person") == person), None)


@dataclass
class Class:
    """A class under way, and who listens to it."""

    room: Room
    number: int
    listeners: set[Listener] = field(default_factory=set)


class Hall:
    """Every class and game. An event is checked and applied, then kept; only then is it acknowledged."""

    def __init__(self, store: Store, cases: Cases) -> None:
        self.store, self.cases = store, cases
        self._games: dict[str, Played] = {}
        self._classes: dict[str, Class] = {}
        self._codes = [stream.removeprefix("room:") for stream, _ in store.streams("room:")]

    async def game(self, key: str) -> Played:
        """A game by its key. Raises Refused."""
        if key not in self._games:
            events = self.store.events(f"game:{key}")
            if not events:
                raise Refused("no_such_game")
            case = await self.cases.get(events[0]["scenario"], events[0].get("weeks"))
            if key not in self._games:
                self._games[key] = rebuilt(key, case, events)
        return self._games[key]

    async def open_game(self, scenario: str, weeks: int | None, seats: dict[str, dict[str, str]],
                        room: str | None = None) -> Played:  # fmt: skip
        """A new game."""
        case = await self.cases.get(scenario, weeks)
        key, at = secrets.token_urlsafe(9), time.time()
        opening = {
            "kind": "opened", "at": at, "scenario": scenario, "weeks": weeks, "seats": seats, "room": room,
            "seed": secrets.randbits(32),
        }  # fmt: skip
        self.store.append(f"game:{key}", 1, opening)
        self._games[key] = rebuilt(key, case, [opening])
        return self._games[key]

    def play(self, played: Played, event: Event) -> int:
        """Let an event happen in a game, keep it and tell who listens; returns its number. Raises Refused."""
        room = self.room(played.room).room if played.room else None
        if room is not None and room.paused_at is not None and event["kind"] in ("moved", "said"):
            raise Refused("class_is_paused")
        event = {**event, "at": time.time()}
        played.game.apply(event)
        self._keep(f"game:{played.key}", played, event)
        if event["kind"] == "moved":
            played.last_move = event["at"]
        self._tell(played)
        return played.number

    def room(self, code: str) -> Class:
        """A class by its code. Raises Refused."""
        code = code.upper()
        if code not in self._classes:
            events = self.store.events(f"room:{code}")
            if not events:
                raise Refused("no_such_class", code=code[:20])
            room = Room(events[0])
            for event in events[1:]:
                room.apply(event)
            self._classes[code] = Class(room, len(events))
        return self._classes[code]

    def open_room(self, scenario: str, weeks: int | None, minutes: float, opponent: str) -> Class:
        """A new class."""
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        opening = {
            "kind": "opened", "at": time.time(), "code": code, "scenario": scenario, "weeks": weeks,
            "minutes": minutes, "opponent": opponent,
        }  # fmt: skip
        self.store.append(f"room:{code}", 1, opening)
        self._classes[code] = Class(Room(opening), 1)
        self._codes.append(code)
        return self._classes[code]

    def rooms(self) -> list[Class]:
        """Every class that is not closed, newest first."""
        every = [self.room(code) for code in reversed(self._codes)]
        return [each for each in every if not each.room.closed]

    def happen(self, taught: Class, event: Event) -> int:
        """Let an event happen in a class, keep it and tell who listens. Raises Refused."""
        event = {**event, "at": time.time()}
        taught.room.apply(event)
        self._keep(f"room:{taught.room.code}", taught, event)
        for listener in list(taught.listeners):
            listener()
        for key in taught.room.games:
            if key in self._games:
                self._tell(self._games[key], upwards=False)
        return taught.number

    async def pair(self, taught: Class) -> None:
        """Begin a game for all who wait. Raises Refused where nobody does."""
        room = taught.room
        case = await self.cases.get(room.scenario, room.weeks)
        begun = {}
        for seats in room.pairs(case.sides):
            played = await self.open_game(room.scenario, room.weeks, seats, room.code)
            begun[played.key] = [seat["person"] for seat in seats.values() if "person" in seat]
        self.happen(taught, {"kind": "paired", "games": begun})

    def _keep(self, stream: str, kept: Played | Class, event: Event) -> None:
        """Append to the store; where that fails, forget what is in memory, so that it is rebuilt from what was kept."""
        try:
            self.store.append(stream, kept.number + 1, event)
        except Exception:
            self._games.pop(stream.removeprefix("game:"), None)
            self._classes.pop(stream.removeprefix("room:"), None)
            raise
        kept.number += 1

    def _tell(self, played: Played, upwards: bool = True) -> None:
        """Wake everybody who looks at a game, and at its class."""
        for listener in list(played.listeners):
            listener()
        if upwards and played.room:
            for listener in list(self.room(played.room).listeners):
                listener()


def rebuilt(key: str, case: Any, events: list[Event]) -> Played:
    """A game from its events."""
    opening = events[0]
    game = Game(case, opening["seed"], opening["seats"])
    for event in events[1:]:
        game.apply(event)
    last = max((event["at"] for event in events if event["kind"] in ("opened", "moved")), default=0.0)
    return Played(key, game, opening, len(events), opening.get("room"), last_move=last)
