"""The hall: every class and game under way, rebuilt from the store when first asked for, and who listens to each."""

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from negotiation.classroom.cases import Cases
from negotiation.classroom.game.game import Game
from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.room import Room
from negotiation.classroom.shelf import Listener, Played, Shelf
from negotiation.classroom.store import Store

Event = dict[str, Any]
CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that look alike
CODE_LENGTH = 5


@dataclass
class Class:
    """A class under way, and who listens to it."""

    room: Room
    number: int
    listeners: set[Listener] = field(default_factory=set)


class Hall:
    """Every class and game. An event is checked and applied, then kept; only then is it acknowledged."""

    def __init__(self, store: Store, cases: Cases, shelf: Shelf | None = None) -> None:
        self.store, self.cases = store, cases
        self._games = Shelf(time.monotonic) if shelf is None else shelf
        self._classes: dict[str, Class] = {}
        self._codes = [stream.removeprefix("room:") for stream, _ in store.streams("room:")]
        self._closed: list[str] = []
        for code in list(self._codes):
            self.room(code)  # sorts out those that are closed

    async def game(self, key: str) -> Played:
        """A game by its key. Raises Refused."""
        played = self._games.get(key)
        if played is not None:
            return played
        events = self.store.events(f"game:{key}")
        if not events:
            raise Refused("no_such_game")
        case = await self.cases.get(events[0]["scenario"], events[0].get("weeks"))
        again = await asyncio.to_thread(rebuilt, key, case, events)  # a long game takes a while: others go on playing
        faster = self._games.get(key)
        if faster is None:
            return self._games.put(again)
        again.game.let_go()
        return faster

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
        return self._games.put(rebuilt(key, case, [opening]))

    def play(self, played: Played, event: Event) -> int:
        """Let an event happen in a game, keep it and tell who listens; returns its number. Raises Refused."""
        room = self.room(played.room).room if played.room else None
        if room is not None and room.closed and event["kind"] != "closed":
            raise Refused("class_is_over")
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
            self._classes[code] = Class(room_of(events), len(events))
            self._note_closing(self._classes[code].room)
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
        return [self.room(code) for code in reversed(self._codes)]

    def closed_rooms(self) -> list[Class]:
        """Every class that is closed, newest first."""
        return [self.room(code) for code in reversed(self._closed)]

    def sweep(self) -> int:
        """Let go of what nobody looks at: games idle for long, closed classes; returns how many games."""
        gone = self._games.sweep(self._in_use)
        for code in self._closed:
            if code in self._classes and not self._classes[code].listeners:
                del self._classes[code]
        return gone

    @property
    def games_in_memory(self) -> int:
        """How many games are in memory."""
        return len(self._games)

    def _in_use(self, played: Played) -> bool:
        """Whether somebody looks at a game, or a teacher at its class."""
        taught = self._classes.get(played.room) if played.room else None
        return bool(played.listeners) or (taught is not None and bool(taught.listeners))

    def _note_closing(self, room: Room) -> None:
        """A class that is closed is listed apart."""
        if room.closed and room.code in self._codes:
            self._codes.remove(room.code)
            self._closed.append(room.code)

    def happen(self, taught: Class, event: Event) -> int:
        """Let an event happen in a class, keep it and tell who listens. Raises Refused."""
        event = {**event, "at": time.time()}
        taught.room.apply(event)
        self._keep(f"room:{taught.room.code}", taught, event)
        self._note_closing(taught.room)
        for listener in list(taught.listeners):
            listener()
        for played in self._games:
            if played.room == taught.room.code:
                self._tell(played, upwards=False)
        return taught.number

    async def pair(self, taught: Class) -> None:
        """Begin a game for all who wait. Raises Refused where nobody does."""
        room = taught.room
        room.may_pair()
        case = await self.cases.get(room.scenario, room.weeks)
        begun = {}
        for seats in room.pairs(case.sides):
            played = await self.open_game(room.scenario, room.weeks, seats, room.code)
            begun[played.key] = [seat["person"] for seat in seats.values() if "person" in seat]
        self.happen(taught, {"kind": "paired", "games": begun})

    def _keep(self, stream: str, kept: Played | Class, event: Event) -> None:
        """Append to the store; where that fails, what is in memory becomes what was kept, for all who hold it."""
        try:
            self.store.append(stream, kept.number + 1, event)
        except Exception:
            events = self.store.events(stream)
            if isinstance(kept, Played):
                old, kept.game, kept.number = kept.game, rebuilt(kept.key, kept.game.case, events).game, len(events)
                old.let_go()
            else:
                kept.room, kept.number = room_of(events), len(events)
            raise
        kept.number += 1

    def _tell(self, played: Played, upwards: bool = True) -> None:
        """Wake everybody who looks at a game, and at its class."""
        for listener in list(played.listeners):
            listener()
        if upwards and played.room:
            for listener in list(self.room(played.room).listeners):
                listener()


def room_of(events: list[Event]) -> Room:
    """A class from its events."""
    room = Room(events[0])
    for event in events[1:]:
        room.apply(event)
    return room


def rebuilt(key: str, case: Any, events: list[Event]) -> Played:
    """A game from its events."""
    opening = events[0]
    game = Game(case, opening["seed"], opening["seats"])
    for event in events[1:]:
        game.apply(event)
    last = max((event["at"] for event in events if event["kind"] in ("opened", "moved")), default=0.0)
    return Played(key, game, opening, len(events), opening.get("room"), last_move=last)
