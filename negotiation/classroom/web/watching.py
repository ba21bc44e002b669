"""Watching: a page with dials, the story of one world, and the distribution of many."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.web.pages import page, words_for

WORLDS = 200  # how many worlds the distribution has
MOST_WORLD, MOST_SEED = 10**9, 2**53
FIXED = {"scenario", "seed", "world", "lang"}


async def watch_page(request: Request) -> Response:
    """The page; it asks for the story itself."""
    from negotiation.classroom.dials import choices, dials
    from negotiation.scenario import read_scenario

    known = request.app.state.scenarios()
    name = request.query_params.get("scenario", request.app.state.scenario)
    if name not in known:
        raise Refused("no_such_scenario", got=name[:60])
    scenario = read_scenario(name)
    words = words_for(request)
    context = {
        "scenarios": known, "scenario": name, "title": words.name(scenario.title),
        "description": words.name(scenario.description),
        "dials": dials(scenario), "choices": choices(scenario), "worlds": WORLDS,
        "countries": {key: words.name(each.name) for key, each in scenario.countries.items()},
        "sides": list(scenario.sides),
    }  # fmt: skip
    return page(request, "watch.html.j2", context)


async def story(request: Request) -> Response:
    """One world, as JSON."""
    wish = wish_of(request)
    return await _answered(request, "story", wish)


async def distribution(request: Request) -> Response:
    """Many worlds, as JSON."""
    wish = {**wish_of(request), "worlds": WORLDS}
    del wish["world"]
    return await _answered(request, "distribution", wish)


async def _answered(request: Request, work: str, wish: dict[str, Any]) -> Response:
    """The worker's answer; how a story is told is the language's."""
    text = await request.app.state.simulator.ask(request.scope["person"], work, wish)
    return Response(text, media_type="application/json")


def wish_of(request: Request) -> dict[str, Any]:
    """Scenario, changes, seed and world from the address. Raises Refused."""
    from negotiation.classroom.dials import changes_of
    from negotiation.scenario import read_scenario

    asked = dict(request.query_params)
    name = asked.get("scenario", request.app.state.scenario)
    if name not in request.app.state.scenarios():
        raise Refused("no_such_scenario", got=name[:60])
    settings = {key: value for key, value in asked.items() if key not in FIXED}
    return {
        "scenario": name,
        "changes": changes_of(settings, read_scenario(name).sides),
        "seed": _whole(asked.get("seed", "2025"), "seed", MOST_SEED),
        "world": _whole(asked.get("world", "0"), "world", MOST_WORLD),
        "lang": words_for(request).tag,
    }


def _whole(text: str, what: str, most: int) -> int:
    """A whole number from the address."""
    if not text.isascii() or not text.isdecimal() or int(text) > most:
        raise Refused("not_a_number", what=what, least=0, most=most)
    return int(text)
