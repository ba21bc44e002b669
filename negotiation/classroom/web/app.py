"""The server's application: its routes, what stands before them, and what it makes ready while it already answers."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from concurrent.futures import BrokenExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.simulator import Simulator
from negotiation.classroom.store import Store
from negotiation.classroom.web import delegating, playing, teaching, watching
from negotiation.classroom.web.guard import Guard
from negotiation.classroom.web.guesses import Guesses
from negotiation.classroom.web.pages import HERE, page, refused_page, sentence, words_for

if TYPE_CHECKING:
    from negotiation.classroom.hall import Hall

TICK = 1.0  # seconds between looks at the classes' clocks
LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Setting:
    """What a server is started with. weeks: length of games, None for the scenario's; hosts: names it answers to;
    address: where others in the room reach it, None where only this computer can."""

    store: Path | str
    scenario: str
    weeks: int | None = None
    hosts: tuple[str, ...] = LOCAL
    address: str | None = None


def make_app(setting: Setting, simulator: Simulator | None = None) -> Starlette:
    """The application of one server."""
    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Guard, hosts=frozenset(setting.hosts), addresses=setting.address is not None)],
        exception_handlers={Refused: refused, 404: not_found},
        lifespan=lifespan,
    )
    app.state.setting, app.state.scenario, app.state.weeks = setting, setting.scenario, setting.weeks
    app.state.scenarios, app.state.simulator = scenarios, simulator or Simulator()
    app.state.store = Store(setting.store)
    app.state.secret = app.state.store.kept("secret")
    app.state.guesses = Guesses()
    app.state.teacher_key = app.state.store.kept("teacher key")
    return app


def routes() -> list[Any]:
    """Every address."""
    return [
        Route("/", home),
        Route("/play", playing.begin, methods=["POST"]),
        Route("/game/{key}", playing.game_page),
        Route("/game/{key}/debrief", playing.debrief_page),
        Route("/game/{key}/debrief.json", playing.debrief_numbers),
        WebSocketRoute("/game/{key}/socket", playing.game_socket),
        Route("/game/{key}/seats", delegating.seats_page),
        Route("/game/{key}/seats", delegating.take_seat, methods=["POST"]),
        Route("/game/{key}/delegation", delegating.delegation_page),
        WebSocketRoute("/game/{key}/delegation/socket", delegating.delegation_socket),
        Route("/watch", watching.watch_page),
        Route("/watch/story", watching.story),
        Route("/watch/distribution", watching.distribution),
        Route("/join", teaching.join_page),
        Route("/join", teaching.join, methods=["POST"]),
        Route("/join/{code}", teaching.join_page),
        Route("/waiting/{code}", teaching.waiting_page),
        WebSocketRoute("/waiting/{code}/socket", teaching.waiting_socket),
        Route("/teacher", teaching.teacher_page),
        Route("/teacher", teaching.show_key, methods=["POST"]),
        Route("/class", teaching.open_class, methods=["POST"]),
        Route("/class/{code}", teaching.class_page),
        Route("/class/{code}/export.{form:str}", teaching.export),
        WebSocketRoute("/class/{code}/socket", teaching.class_socket),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]


async def home(request: Request) -> Response:
    """Where everybody begins: join, play alone, or watch."""
    from negotiation.classroom.game.opponents import CHARACTERS, OWN
    from negotiation.scenario import read_scenario

    name = request.query_params.get("scenario", request.app.state.scenario)
    if name not in scenarios():
        raise Refused("no_such_scenario", got=name[:60])
    given = read_scenario(name)
    context = {
        "scenarios": scenarios(), "scenario": name, "opponents": [OWN, *CHARACTERS],
        "sides": {side: given.countries[side].name for side in given.sides},
        "weeks": request.app.state.weeks or given.weeks, "description": given.description,
    }  # fmt: skip
    return page(request, "home.html.j2", context)


@lru_cache
def scenarios() -> dict[str, str]:
    """The shipped scenarios and those of the lessons: name -> title."""
    import tomllib

    from negotiation.scenario import shipped
    from negotiation.scenario.shipped import of_lessons

    lessons = {name: str(tomllib.loads(path.read_text("utf-8"))["title"]) for name, path in of_lessons().items()}
    return {**{name: title for name, title, _ in shipped()}, **lessons}


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    """Answer at once; make the hall and the scenario ready meanwhile; watch the clocks."""
    ready = asyncio.create_task(make_hall(app))
    app.state.hall = lambda: asyncio.shield(ready)
    clock = asyncio.create_task(watch_clocks(ready))
    try:
        yield
    finally:
        clock.cancel()
        await asyncio.gather(clock, ready, return_exceptions=True)
        app.state.prepared.cancel()
        await asyncio.gather(app.state.prepared, return_exceptions=True)
        app.state.simulator.close()
        app.state.store.close()


async def make_hall(app: Starlette) -> "Hall":
    """The hall, with the usual scenario made ready."""
    hall_of = await asyncio.to_thread(_hall_class)
    from negotiation.classroom.cases import Cases

    hall = hall_of(app.state.store, Cases(app.state.simulator.solve))
    app.state.prepared = asyncio.create_task(_prepared(hall, app.state.scenario, app.state.weeks))
    return hall


async def _prepared(hall: "Hall", scenario: str, weeks: int | None) -> None:
    """Make a scenario ready before anybody asks; what is wrong with it, who asks will hear."""
    with suppress(ValueError, BrokenExecutor):
        await hall.cases.get(scenario, weeks)
    gc.collect()
    gc.freeze()  # what is loaded stays: looking through it again and again would hold up every move


def _hall_class() -> Callable[..., "Hall"]:
    """The hall's class; importing it imports the whole game."""
    from negotiation.classroom.hall import Hall

    return Hall


async def watch_clocks(ready: "asyncio.Task[Hall]") -> None:
    """End the games of a class whose time is up; let games that nobody looks at leave memory."""
    import time

    hall = await asyncio.shield(ready)
    while True:
        await asyncio.sleep(TICK)
        await teaching.end_what_is_over(hall, time.time())
        hall.sweep()


async def refused(request: Request, error: Exception) -> Response:
    """A refusal in a sentence: as JSON where a script asked, as a page otherwise."""
    if "application/json" in request.headers.get("accept", "") and isinstance(error, Refused):
        return JSONResponse({"sentence": sentence(words_for(request), error)}, 400)
    return await refused_page(request, error)


async def not_found(request: Request, error: Exception) -> Response:
    """No such page."""
    return page(request, "message.html.j2", {"message": words_for(request).say("refused.no_such_page")}, 404)
