"""A class's games as data for research: every event, without names, of games whose players all agreed to it."""

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from negotiation.classroom.game.room import Room
from negotiation.classroom.game.snapshot import SETTLEMENT

if TYPE_CHECKING:
    from negotiation.classroom.shelf import Played

Event = dict[str, Any]
COLUMNS = ("game", "number", "at", "kind", "seat", "player", "week", "event")


def consenting(room: Room, games: "list[Played]") -> "list[Played]":
    """The games in which every person agreed to be part of research, those in further seats included."""
    return [
        played
        for played in games
        if not played.game.delegations.unwilling
        and all(room.members[seat["person"]].consent for seat in played.game.seats.values() if "person" in seat)
    ]


def players(room: Room) -> dict[str, str]:
    """A number for each person, in order of arrival."""
    return {person: f"player {number}" for number, person in enumerate(room.members, start=1)}


def as_csv(room: Room, games: "list[Played]", events: dict[str, list[Event]]) -> str:
    """A row for every event; the event itself as JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    numbered = players(room)
    for played in consenting(room, games):
        for number, event in enumerate(events[played.key], start=1):
            seat = event.get("seat", "")
            who = numbered.get(played.game.seats.get(seat, {}).get("person", ""), "")
            told = json.dumps(nameless(event, numbered), ensure_ascii=False, sort_keys=True)
            row = (played.key, number, event["at"], event["kind"], seat, who, event.get("week", ""), told)
            writer.writerow(row)
    return text.getvalue()


def as_table(room: Room, games: "list[Played]", events: dict[str, list[Event]]) -> dict[str, Any]:
    """The class, its games with their results, and their events."""
    numbered = players(room)
    chosen = consenting(room, games)
    return {
        "scenario": room.scenario,
        "weeks": room.weeks,
        "minutes": room.minutes,
        "games_left_out": len(games) - len(chosen),
        "unit": "points over what no deal was worth at the start",
        "games": [
            {
                "game": played.key,
                "seed": played.game.seed,
                "over": played.game.over,
                "settlement": SETTLEMENT[int(played.game.state.settlement[0])],
                "gains": dict(zip(played.game.case.sides, played.game.results.now, strict=True)),
                "events": [nameless(event, numbered) for event in events[played.key]],
            }
            for played in chosen
        ],
    }


def nameless(event: Event, numbered: dict[str, str]) -> Event:
    """An event without names and tokens; persons become players by number."""
    seats = {
        side: {"player": numbered[seat["person"]]} if "person" in seat else seat
        for side, seat in event.get("seats", {}).items()
    }
    told = {key: value for key, value in event.items() if key not in ("person", "name")}
    if "person" in event:
        told["player"] = numbered.get(event["person"], "delegate")
    return {**told, "seats": seats} if seats else told
