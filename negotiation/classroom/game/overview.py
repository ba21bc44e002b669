"""What the teacher sees of a class: who waits, who plays whom, who holds up whom; after the reveal, every result."""

from typing import TYPE_CHECKING, Any

from negotiation.classroom.game.room import Room
from negotiation.classroom.game.snapshot import SETTLEMENT
from negotiation.classroom.game.telling import Tongue

if TYPE_CHECKING:
    from negotiation.classroom.shelf import Played

Sight = dict[str, Any]


def overview(room: Room, games: "list[Played]", tongue: Tongue, now: float) -> Sight:
    """The class as it stands. Values of either side only once the teacher has revealed."""
    return {
        "code": room.code,
        "clock": {"left": room.left(now), "paused": room.paused_at is not None},
        "waiting": [member.name for member in room.waiting],
        "joined": len(room.members),
        "revealed": room.revealed,
        "closed": room.closed,
        "time_is_up": room.time_is_up,
        "pairs": [pair(played, tongue, now) for played in games],
        "results": results(games, tongue) if room.revealed else None,
    }


def pair(played: "Played", tongue: Tongue, now: float) -> Sight:
    """One game: who sits where, who is awaited and for how long."""
    game = played.game
    seats = []
    for side in game.case.sides:
        seat = game.seats[side]
        seats.append({
            "side": side,
            "country": tongue.name(game.case.scenario.countries[side].name),
            "name": seat.get("name") or tongue.say(f"opponent.{seat['computer']}.name"),
            "computer": "computer" in seat,
            "standing_in": side in game.standing_in,
            "here": played.present.get(side, 0) > 0,
            "awaited": side in game.awaited,
        })  # fmt: skip
    return {
        "game": played.key,
        "week": game.shown_week,
        "weeks": game.case.scenario.weeks,
        "over": game.over,
        "settlement": SETTLEMENT[int(game.state.settlement[0])],
        "seats": seats,
        "idle": max(now - played.last_move, 0.0),
    }


def results(games: "list[Played]", tongue: Tongue) -> Sight | None:
    """Every game's result on one frontier: that of the first game; types may differ from game to game."""
    if not games:
        return None
    first = games[0].game.results
    return {
        "sides": list(games[0].game.case.sides),
        "countries": {key: tongue.name(each.name) for key, each in games[0].game.case.scenario.countries.items()},
        "frontier": first.points[first.frontier].tolist(),
        "nash": None if first.nash < 0 else first.points[first.nash].tolist(),
        "kalai": None if first.kalai < 0 else first.points[first.kalai].tolist(),
        "dots": [
            {
                "game": played.key,
                "names": [seat.get("name", "") for seat in played.game.seats.values()],
                "settlement": SETTLEMENT[int(played.game.state.settlement[0])],
                "gains": list(played.game.results.now),
                "again": again(played),
            }
            for played in games
        ],
    }


def again(played: "Played") -> list[float] | None:
    """What the short negotiation after the debrief agreed on."""
    second = played.game.second
    if second is None or second.agreed is None:
        return None
    gains: list[float] = second.results.points[second.agreed].tolist()
    return gains
