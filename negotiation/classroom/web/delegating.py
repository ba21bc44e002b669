"""The pages and the socket of those in a further seat: for a province, a constituency or an ally."""

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.room import clean_name
from negotiation.classroom.web.line import MOST_LISTENERS, Frame, carry, opened
from negotiation.classroom.web.pages import form_of, page, to, words_for

if TYPE_CHECKING:
    from negotiation.classroom.hall import Hall
    from negotiation.classroom.shelf import Played
    from negotiation.classroom.words import Words


async def seats_page(request: Request) -> Response:
    """The further seats of a game, free and taken."""
    played = await (await request.app.state.hall()).game(request.path_params["key"])
    words, delegations = words_for(request), played.game.delegations
    every = delegations.seats()
    free = {
        kind: {key: words.name(name) for key, name in seats.items() if key not in delegations.persons}
        for kind, seats in every.items()
    }
    missing = [kind for kind, seats in every.items() if not seats]
    return page(request, "seats.html.j2", {"key": played.key, "free": free, "missing": missing})


async def take_seat(request: Request) -> Response:
    """Somebody takes a further seat."""
    form, hall = await form_of(request), await request.app.state.hall()
    played = await hall.game(request.path_params["key"])
    name = clean_name(form.get("name"))
    event = {"kind": "delegated", "seat": form.get("seat"), "person": request.scope["person"], "name": name,
             "consent": form.get("consent") == "yes"}  # fmt: skip
    hall.play(played, event)
    return to(f"/game/{played.key}/delegation")


async def delegation_page(request: Request) -> Response:
    """The page of a further seat."""
    from negotiation.classroom.game.card import public_card

    played = await (await request.app.state.hall()).game(request.path_params["key"])
    card = public_card(played.game, seat_of(played, request.scope["person"]), words_for(request))
    return page(request, "delegation.html.j2", {"card": card, "key": played.key})


async def delegation_socket(socket: WebSocket) -> None:
    """A further seat's line to its game."""
    if await opened(socket) is None:
        return
    hall = await socket.app.state.hall()
    try:
        played = await hall.game(socket.path_params["key"])
        seat = Delegation(hall, played, seat_of(played, socket.scope["person"]), words_for(socket))
    except Refused:
        await socket.close(1008)
        return
    await carry(socket, played.listeners, seat.tell, seat.hear, MOST_LISTENERS)


def seat_of(played: "Played", person: str) -> str:
    """The further seat a person has. Raises Refused."""
    found = [key for key, seat in played.game.delegations.persons.items() if seat["person"] == person]
    if not found:
        raise Refused("no_such_seat")
    return found[0]


class Delegation:
    """One page in a further seat."""

    def __init__(self, hall: "Hall", played: "Played", key: str, words: "Words") -> None:
        self.hall, self.played, self.key, self.words = hall, played, key, words

    async def tell(self) -> Frame:
        """How things stand, as everybody may know it."""
        from negotiation.classroom.game.snapshot import public_sight

        sight = public_sight(self.played.game, self.key, self.words)
        return {"type": "snapshot", "seq": self.played.number, "sight": sight}

    async def hear(self, frame: Frame) -> Frame:
        """What the seat asks for. Raises Refused."""
        if frame.get("type") != "wish":
            raise Refused("unknown_move", got=str(frame.get("type"))[:60])
        event = {"kind": "instructed", "seat": self.key, "wish": frame.get("wish")}
        return {"type": "done", "seq": self.hall.play(self.played, event)}
