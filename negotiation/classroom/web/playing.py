"""The pages and the socket of one game."""

import time
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.websockets import WebSocket

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.room import clean_name
from negotiation.classroom.web.line import MOST_LISTENERS, Frame, carry, opened
from negotiation.classroom.web.pages import form_of, page, to, words_for

if TYPE_CHECKING:
    from negotiation.classroom.hall import Hall
    from negotiation.classroom.shelf import Played
    from negotiation.classroom.words import Words

LONGEST_GAME = 260  # weeks
CARRIED = ("week", "table", "away", "words", "do", "options", "package", "pass")  # of a frame into its event


async def begin(request: Request) -> Response:
    """A game against the computer."""
    from negotiation.classroom.game.opponents import CHARACTERS, OWN

    form, hall = await form_of(request), await request.app.state.hall()
    scenario = form.get("scenario") or request.app.state.scenario
    if scenario not in request.app.state.scenarios():
        raise Refused("no_such_scenario", got=scenario[:60])
    case = await hall.cases.get(scenario, weeks_of(form.get("weeks")))
    side, character = form.get("side", case.sides[0]), form.get("opponent", OWN)
    if side not in case.sides:
        side = case.sides[0]
    if character not in (*CHARACTERS, OWN):
        raise Refused("no_such_opponent", got=character[:60])
    name = clean_name(form.get("name") or words_for(request).say("you"))
    other = next(each for each in case.sides if each != side)
    seats = {side: {"person": request.scope["person"], "name": name}, other: {"computer": character}}
    played = await hall.open_game(scenario, weeks_of(form.get("weeks")), seats)
    return to(f"/game/{played.key}")


def weeks_of(text: str | None) -> int | None:
    """How many weeks a game lasts; the scenario's own where nothing is said. Raises Refused."""
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST_GAME:
        raise Refused("not_a_number", what="weeks", least=1, most=LONGEST_GAME)
    return int(text)


async def game_page(request: Request) -> Response:
    """The page a game is played on."""
    from negotiation.classroom.game.card import card

    played, side = await seat_in(request.app.state, request.path_params["key"], request.scope["person"])
    context = {"card": card(played.game, side, words_for(request)), "key": played.key, "side": side,
               "room": played.room}  # fmt: skip
    return page(request, "game.html.j2", context)


async def debrief_page(request: Request) -> Response:
    """What the game was, with all cards on the table."""
    from negotiation.classroom.game.card import card

    played, side = await seat_in(request.app.state, request.path_params["key"], request.scope["person"])
    if not may_debrief(await request.app.state.hall(), played):
        return to(f"/game/{played.key}")
    context = {"card": card(played.game, side, words_for(request)), "key": played.key, "side": side}
    return page(request, "debrief.html.j2", context)


async def debrief_numbers(request: Request) -> Response:
    """The numbers of the debrief."""
    from negotiation.classroom.game.debrief import debrief

    played, side = await seat_in(request.app.state, request.path_params["key"], request.scope["person"])
    if not may_debrief(await request.app.state.hall(), played):
        raise Refused("not_revealed")
    return JSONResponse(debrief(played.game, side, words_for(request)))


async def seat_in(state: Any, key: str, person: str) -> tuple["Played", str]:
    """A game and the side this person sits for. Raises Refused for a game they have no seat in."""
    hall = await state.hall()
    played = await hall.game(key)
    side = played.side_of(person)
    if side is None:
        raise Refused("no_such_seat")
    return played, side


def may_debrief(hall: "Hall", played: "Played") -> bool:
    """Whether both sides' cards may be shown: when the game is over and, in a class, the teacher has revealed."""
    return played.game.over and (played.room is None or hall.room(played.room).room.revealed)


async def game_socket(socket: WebSocket) -> None:
    """One seat's line to its game."""
    first = await opened(socket)
    if first is None:
        return
    try:
        played, side = await seat_in(socket.app.state, socket.path_params["key"], socket.scope["person"])
    except Refused:
        await socket.close(1008)
        return
    seat = Seat(await socket.app.state.hall(), played, side, words_for(socket))
    seat.known = first["moves"] if isinstance(first.get("moves"), int) and first["moves"] > 0 else 0
    played.present[side] = played.present.get(side, 0) + 1
    seat.wake_class()
    try:
        await carry(socket, played.listeners, seat.tell, seat.hear, MOST_LISTENERS)
    finally:
        played.present[side] -= 1
        seat.wake_class()


class Seat:
    """One page in one seat. known: how many moves it has already been told."""

    def __init__(self, hall: "Hall", played: "Played", side: str, words: "Words") -> None:
        self.hall, self.played, self.side, self.words = hall, played, side, words
        self.known = 0

    def wake_class(self) -> None:
        """Somebody came or left: the teacher's page shows it, and the other side's."""
        listeners = set(self.played.listeners)
        if self.played.room:
            listeners |= self.hall.room(self.played.room).listeners
        for listener in listeners:
            listener()

    async def tell(self) -> Frame:
        """How things stand, with the moves that are new to this page."""
        from negotiation.classroom.game.snapshot import snapshot

        sight = snapshot(self.played.game, self.side, self.words, self.known)
        revealed = may_debrief(self.hall, self.played)
        self.known += len(sight["moves"])
        second = self.played.game.second
        return {
            "type": "snapshot",
            "seq": self.played.number,
            "sight": sight,
            "here": [side for side, pages in self.played.present.items() if pages > 0],
            "clock": self.clock(),
            "debrief": revealed,
            "second": second.sight(time.time()) if second is not None and revealed else None,
        }

    def clock(self) -> Frame | None:
        """The class's clock."""
        if self.played.room is None:
            return None
        room = self.hall.room(self.played.room).room
        return {"left": room.left(time.time()), "paused": room.paused_at is not None, "closed": room.closed}

    async def hear(self, frame: Frame) -> Frame:
        """Answer one frame. Raises Refused."""
        asked = frame.get("type")
        if asked == "appraise":
            return {"type": "appraised", **self.appraise(frame)}
        if asked in ("second", "reckon") and not may_debrief(self.hall, self.played):
            raise Refused("not_revealed")
        if asked == "reckon":
            return {"type": "reckoned", "gains": self.reckon(frame)}
        kinds = {"move": "moved", "say": "said", "second": "second_table", "return": "given_back",
                 "stop": "stopped_waiting"}  # fmt: skip
        if asked not in kinds:
            raise Refused("unknown_move", got=str(asked)[:60])
        event: Frame = {key: frame[key] for key in CARRIED if key in frame}
        number = self.hall.play(self.played, {**event, "kind": kinds[asked], "seat": self.side})
        return {"type": "done", "seq": number}

    def appraise(self, frame: Frame) -> Frame:
        """What a package would be worth to this side."""
        from negotiation.classroom.game.appraisal import appraised
        from negotiation.classroom.game.orders import package_of

        return appraised(self.played.game, self.side, package_of(self.played.game.case, frame.get("options")))

    def reckon(self, frame: Frame) -> list[float]:
        """What a comprehensive package would have given both sides, once all cards are on the table."""
        from negotiation.classroom.game.orders import package_of

        package = package_of(self.played.game.case, frame.get("options"))
        if package >= self.played.game.case.engine.packages.whole:
            raise Refused("settle_everything")
        gains: list[float] = self.played.game.results.points[package].tolist()
        return gains
