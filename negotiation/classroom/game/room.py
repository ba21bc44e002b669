"""A class: who has joined, who plays whom, how long, and what the teacher has done. Told as events, like a game."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from negotiation.classroom.game.refused import Refused

Event = dict[str, Any]
LONGEST_NAME = 40  # characters
MOST_MEMBERS = 400
MINUTE = 60.0


@dataclass
class Member:
    """One who has joined. consent: whether their play may be used for research; game: the one they play in now."""

    person: str
    name: str
    consent: bool
    game: str | None = None


class Room:
    """A class of one scenario. code: what students type to join; minutes: how long games last once started."""

    def __init__(self, opening: Event) -> None:
        self.code: str = opening["code"]
        self.scenario: str = opening["scenario"]
        self.weeks: int | None = opening.get("weeks")
        self.minutes: float = float(opening["minutes"])
        self.opponent: str = opening["opponent"]
        self.members: dict[str, Member] = {}
        self.games: list[str] = []
        self.paused_at: float | None = None
        self.ends_at: float | None = None
        self.time_is_up = False
        self.revealed = False
        self.closed = False

    def apply(self, event: Event) -> None:
        """Let an event happen. Raises Refused, with the room unchanged."""
        kinds: dict[str, Callable[[Event], None]] = {
            "joined": self._joined,
            "paired": self._paired,
            "paused": self._paused,
            "resumed": self._resumed,
            "extended": self._extended,
            "time_was_up": self._time_was_up,
            "revealed": self._revealed,
            "closed": self._closed,
        }
        if event.get("kind") not in kinds:
            raise Refused("unknown_move", got=event.get("kind"))
        if self.closed:
            raise Refused("class_is_over")
        kinds[event["kind"]](event)

    @property
    def waiting(self) -> list[Member]:
        """Who has joined and plays no game yet, in order of arrival."""
        return [member for member in self.members.values() if member.game is None]

    def left(self, now: float) -> float | None:
        """Seconds until time is up, None before the start; stands still in a pause."""
        if self.ends_at is None:
            return None
        return max(self.ends_at - (self.paused_at or now), 0.0)

    def pairs(self, sides: tuple[str, str]) -> list[dict[str, dict[str, str]]]:
        """The seats of new games for all who wait; the odd one plays the computer. Sides alternate."""
        waiting, games = self.waiting, []
        for place in range(0, len(waiting), 2):
            both, order = waiting[place : place + 2], sides if place % 4 == 0 else sides[::-1]
            seats = {side: {"person": m.person, "name": m.name} for side, m in zip(order, both, strict=False)}
            seats |= {side: {"computer": self.opponent} for side in sides if side not in seats}
            games.append(seats)
        return games

    def _joined(self, event: Event) -> None:
        """Somebody joins, or comes again under another name."""
        name, person = clean_name(event.get("name")), event["person"]
        if person not in self.members and len(self.members) >= MOST_MEMBERS:
            raise Refused("class_is_full", most=MOST_MEMBERS)
        consent = event.get("consent") is True
        if person in self.members:
            self.members[person].name, self.members[person].consent = name, consent
        else:
            self.members[person] = Member(person, name, consent)

    def _paired(self, event: Event) -> None:
        """Games begin. games: id -> the persons in it."""
        self.may_pair()
        for game, persons in event["games"].items():
            self.games.append(game)
            for person in persons:
                self.members[person].game = game
        if self.ends_at is None:
            self.ends_at = event["at"] + self.minutes * MINUTE

    def may_pair(self) -> None:
        """Raise Refused where no games can begin now."""
        if self.closed:
            raise Refused("class_is_over")
        if self.time_is_up:
            raise Refused("give_more_minutes")
        if not self.waiting:
            raise Refused("nobody_waits")

    def _time_was_up(self, event: Event) -> None:
        """The clock has run out and the games have ended."""
        self.time_is_up = True

    def _paused(self, event: Event) -> None:
        if self.paused_at is not None:
            raise Refused("paused_already")
        self.paused_at = event["at"]

    def _resumed(self, event: Event) -> None:
        if self.paused_at is None:
            raise Refused("not_paused")
        if self.ends_at is not None:
            self.ends_at += event["at"] - self.paused_at
        self.paused_at = None

    def _extended(self, event: Event) -> None:
        minutes = event.get("minutes")
        if isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= 120:
            raise Refused("not_a_number", what="minutes", least=1, most=120)
        if self.ends_at is None:
            self.minutes += minutes
        else:
            self.ends_at = max(self.ends_at, event["at"]) + minutes * MINUTE
            self.time_is_up = False

    def _revealed(self, event: Event) -> None:
        self.revealed = True

    def _closed(self, event: Event) -> None:
        self.closed = True


def clean_name(name: Any) -> str:
    """A name fit to show: printable, single-spaced, not too long. Raises Refused where nothing is left."""
    if not isinstance(name, str):
        raise Refused("name_missing")
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not words:
        raise Refused("name_missing")
    if len(words) > LONGEST_NAME:
        raise Refused("name_too_long", most=LONGEST_NAME)
    return words
