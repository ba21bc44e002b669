"""The games in memory: those in use, and those looked at lately; the others leave and come again from the store."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from negotiation.classroom.game.game import Game

Event = dict[str, Any]
Listener = Callable[[], None]
IDLE = 20 * 60.0  # seconds after which a game that nobody looks at leaves memory
SURE = 60.0  # seconds for which a game that was looked at stays, whatever else is there
MOST = 400  # games in memory that nobody looks at


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


class Shelf:
    """Games by key, the one looked at longest ago first. clock: seconds."""

    def __init__(self, clock: Callable[[], float], idle: float = IDLE, most: int = MOST) -> None:
        self._clock, self._idle, self._most = clock, idle, most
        self._games: OrderedDict[str, tuple[Played, float]] = OrderedDict()

    def __contains__(self, key: object) -> bool:
        return key in self._games

    def __len__(self) -> int:
        return len(self._games)

    def __iter__(self) -> Iterator[Played]:
        return iter([played for played, _ in self._games.values()])

    def get(self, key: str) -> Played | None:
        """A game in memory, looked at now; None where it is not."""
        if key not in self._games:
            return None
        played, _ = self._games.pop(key)
        return self.put(played)

    def put(self, played: Played) -> Played:
        """A game that was just made or looked at."""
        self._games[played.key] = (played, self._clock())
        return played

    def sweep(self, in_use: Callable[[Played], bool]) -> int:
        """Let go of games that nobody looks at and nobody has for a while; returns how many."""
        now, gone = self._clock(), 0
        resting = [(key, now - seen) for key, (played, seen) in self._games.items() if not in_use(played)]
        for place, (key, rest) in enumerate(resting):
            if rest > self._idle or (len(resting) - place > self._most and rest > SURE):
                self._games.pop(key)[0].game.let_go()
                gone += 1
        return gone
