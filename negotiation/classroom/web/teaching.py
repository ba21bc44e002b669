"""The teacher's pages, and those of students who join a class."""

import hmac
import json
import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.web.guard import cookie
from negotiation.classroom.web.line import Frame, carry, opened
from negotiation.classroom.web.pages import form_of, page, to, words_for
from negotiation.classroom.web.playing import weeks_of

if TYPE_CHECKING:
    from negotiation.classroom.hall import Class, Hall

TEACHER = "teacher"
USUAL_MINUTES, MOST_MINUTES = 30, 600


def is_teacher(connection: Any) -> bool:
    """Whether the browser has shown the teacher's key."""
    return hmac.compare_digest(connection.cookies.get(TEACHER, "").encode(), badge(connection.app.state).encode())


def badge(state: Any) -> str:
    """What a browser that has shown the key keeps; not the key."""
    return hmac.new(state.secret.encode(), state.teacher_key.encode(), "sha256").hexdigest()


def only_teacher(connection: Any) -> None:
    """Raise Refused for everybody else."""
    if not is_teacher(connection):
        raise Refused("teacher_only")


async def teacher_page(request: Request) -> Response:
    """The classes; asks for the key first."""
    if not is_teacher(request):
        return page(request, "teacher_key.html.j2")
    from negotiation.classroom.game.opponents import CHARACTERS, OWN

    hall = await request.app.state.hall()
    context = {
        "rooms": [each.room for each in hall.rooms()], "closed": [each.room for each in hall.closed_rooms()],
        "scenarios": request.app.state.scenarios(),
        "scenario": request.app.state.scenario, "opponents": [OWN, *CHARACTERS], "minutes": USUAL_MINUTES,
        "weeks": request.app.state.weeks,
    }  # fmt: skip
    return page(request, "teacher.html.j2", context)


async def show_key(request: Request) -> Response:
    """The key is shown once; the browser keeps a badge."""
    form, guesses = await form_of(request), request.app.state.guesses
    who = request.client.host if request.client else ""
    if guesses.too_many(who):
        raise Refused("too_many_guesses")
    if not hmac.compare_digest(form.get("key", "").strip().encode(), request.app.state.teacher_key.encode()):
        guesses.wrong(who)
        raise Refused("wrong_key")
    answer = to("/teacher")
    answer.headers.append("set-cookie", cookie(TEACHER, badge(request.app.state)))
    return answer


async def open_class(request: Request) -> Response:
    """A new class."""
    only_teacher(request)
    from negotiation.classroom.game.opponents import CHARACTERS, OWN

    form, hall = await form_of(request), await request.app.state.hall()
    scenario, opponent, minutes = form.get("scenario", ""), form.get("opponent", OWN), form.get("minutes", "")
    if scenario not in request.app.state.scenarios():
        raise Refused("no_such_scenario", got=scenario[:60])
    if opponent not in (*CHARACTERS, OWN):
        raise Refused("no_such_opponent", got=opponent[:60])
    if not minutes.isdecimal() or not 1 <= int(minutes) <= MOST_MINUTES:
        raise Refused("not_a_number", what="minutes", least=1, most=MOST_MINUTES)
    await hall.cases.get(scenario, weeks_of(form.get("weeks")))  # nobody joins what cannot be played
    taught = hall.open_room(scenario, weeks_of(form.get("weeks")), int(minutes), opponent)
    return to(f"/class/{taught.room.code}")


async def class_page(request: Request) -> Response:
    """The page a teacher runs a class from."""
    only_teacher(request)
    import segno

    from negotiation.scenario import read_scenario

    taught = (await request.app.state.hall()).room(request.path_params["code"])
    own = f"{request.url.scheme}://{request.headers['host']}"
    address = f"{request.app.state.setting.address or own}/join/{taught.room.code}"
    square = segno.make(address, micro=False).svg_inline(scale=4, border=2, omitsize=True)
    given = read_scenario(taught.room.scenario)
    countries = [given.countries[side].name for side in given.sides]
    context = {"room": taught.room, "join": address, "square": square, "countries": countries}
    return page(request, "class.html.j2", context)


async def join_page(request: Request) -> Response:
    """Where a student gives a name."""
    hall = await request.app.state.hall()
    code = request.path_params.get("code") or request.query_params.get("code", "")
    room = hall.room(code.strip()).room if code.strip() else None
    if room is not None and room.closed:
        raise Refused("class_is_over")
    member = room.members.get(request.scope["person"]) if room else None
    return page(request, "join.html.j2", {"room": room, "member": member})


async def join(request: Request) -> Response:
    """A student joins."""
    form, hall = await form_of(request), await request.app.state.hall()
    taught = hall.room(form.get("code", "").strip())
    event = {"kind": "joined", "person": request.scope["person"], "name": form.get("name"),
             "consent": form.get("consent") == "yes"}  # fmt: skip
    hall.happen(taught, event)
    return to(f"/waiting/{taught.room.code}")


async def waiting_page(request: Request) -> Response:
    """Where a student waits for the game to begin; leads to the game when it has."""
    taught = (await request.app.state.hall()).room(request.path_params["code"])
    member = taught.room.members.get(request.scope["person"])
    if member is None:
        return to(f"/join/{taught.room.code}")
    if member.game is not None:
        return to(f"/game/{member.game}")
    return page(request, "waiting.html.j2", {"room": taught.room, "member": member})


async def waiting_socket(socket: WebSocket) -> None:
    """Tells a waiting student when the game begins."""
    if await opened(socket) is None:
        return
    try:
        taught = (await socket.app.state.hall()).room(socket.path_params["code"])
        taught.room.members[socket.scope["person"]]  # only who has joined
    except (Refused, KeyError):
        await socket.close(1008)
        return

    async def tell() -> Frame:
        return {
            "type": "waiting",
            "game": taught.room.members[socket.scope["person"]].game,
            "closed": taught.room.closed,
            "waiting": len(taught.room.waiting),
            "here": len(taught.room.members),
        }

    await carry(socket, taught.listeners, tell)


async def class_socket(socket: WebSocket) -> None:
    """The teacher's line to a class."""
    if not is_teacher(socket) or await opened(socket) is None:
        if not is_teacher(socket):
            await socket.close(1008)
        return
    hall = await socket.app.state.hall()
    try:
        taught = hall.room(socket.path_params["code"])
    except Refused:
        await socket.close(1008)
        return
    words = words_for(socket)

    async def tell() -> Frame:
        from negotiation.classroom.game.overview import overview

        games = [await hall.game(key) for key in taught.room.games]
        return {"type": "class", "seq": taught.number, **overview(taught.room, games, words, time.time())}

    async def hear(frame: Frame) -> Frame:
        await teach(hall, taught, frame)
        return {"type": "done", "seq": taught.number}

    await carry(socket, taught.listeners, tell, hear)


async def teach(hall: "Hall", taught: "Class", frame: Frame) -> None:
    """What a teacher's page asks for. Raises Refused."""
    asked = frame.get("type")
    if asked == "pair":
        await hall.pair(taught)
    elif asked in ("pause", "resume", "extend", "reveal", "close"):
        kinds = {"pause": "paused", "resume": "resumed", "extend": "extended", "reveal": "revealed", "close": "closed"}
        if asked in ("reveal", "close"):
            await close_games(hall, taught)
        hall.happen(taught, {"kind": kinds[asked], "minutes": frame.get("minutes")})
    elif asked in ("take_over", "give_back"):
        if frame.get("game") not in taught.room.games:
            raise Refused("no_such_game")
        played = await hall.game(str(frame["game"]))
        if frame.get("seat") not in played.game.case.sides:
            raise Refused("no_such_seat")
        kind = "taken_over" if asked == "take_over" else "given_back"
        hall.play(played, {"kind": kind, "seat": frame["seat"], "computer": taught.room.opponent})
    else:
        raise Refused("unknown_move", got=str(asked)[:60])


async def end_what_is_over(hall: "Hall", now: float) -> None:
    """End the games of every class whose time is up, once."""
    for taught in hall.rooms():
        room = taught.room
        if room.left(now) == 0.0 and room.paused_at is None and not room.time_is_up:
            with suppress(Refused, sqlite3.Error):  # one class that cannot be ended now keeps no other waiting
                await close_games(hall, taught)
                hall.happen(taught, {"kind": "time_was_up"})


async def close_games(hall: "Hall", taught: "Class") -> None:
    """End every game of a class that still goes on, as it stands."""
    for key in taught.room.games:
        played = await hall.game(key)
        if not played.game.over:
            with suppress(Refused):  # over since
                hall.play(played, {"kind": "closed"})


async def export(request: Request) -> Response:
    """The class's games as CSV or JSON, of those who agreed to it."""
    only_teacher(request)
    from negotiation.classroom.game.export import as_csv, as_table

    hall = await request.app.state.hall()
    taught = hall.room(request.path_params["code"])
    games = [await hall.game(key) for key in taught.room.games]
    events = {played.key: hall.store.events(f"game:{played.key}") for played in games}
    name = f"class-{taught.room.code}.{request.path_params['form']}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    if request.path_params["form"] == "csv":
        return Response(as_csv(taught.room, games, events), media_type="text/csv; charset=utf-8", headers=headers)
    text = json.dumps(as_table(taught.room, games, events), ensure_ascii=False, indent=1)
    return Response(text, media_type="application/json", headers=headers)
