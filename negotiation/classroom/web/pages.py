"""Rendering: templates, the language of a browser, forms that only our own pages can send."""

import hmac
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.web.guard import form_token
from negotiation.classroom.words import ENGLISH, Words, languages, words_of

HERE = Path(__file__).parent.parent
TONGUE = "tongue"


@lru_cache
def environment() -> Environment:
    """The templates; all words are escaped, a name nobody set is a fault."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def words_for(connection: HTTPConnection) -> Words:
    """The language asked for in the address or remembered, or the browser's first that there is."""
    asked = connection.query_params.get("lang") or connection.cookies.get(TONGUE)
    if asked in languages():
        return words_of(asked)
    for wish in connection.headers.get("accept-language", "").split(","):
        tag = wish.split(";")[0].strip().lower()
        for known in languages():
            if tag and tag.split("-")[0] == known.lower().split("-")[0]:
                return words_of(known)
    return words_of(ENGLISH)


def page(request: Request, template: str, context: Mapping[str, Any] | None = None, status: int = 200) -> Response:
    """A page in the browser's language. script words: those under `script.`, and what the template names."""
    words = words_for(request)
    html = (
        environment()
        .get_template(template)
        .render(
            {
                "w": words,
                "t": words.say,
                "languages": languages(),
                "token": form_token(request.app.state.secret, request.scope["person"]),
                "in_language": lambda tag: f"{request.url.path}?{urlencode({**request.query_params, 'lang': tag})}",
                "message": None,
                **(context or {}),
            }
        )
    )
    answer = HTMLResponse(html, status)
    if request.query_params.get("lang") in languages():
        answer.set_cookie(TONGUE, words.tag, max_age=31_536_000, httponly=True, samesite="strict")
    return answer


async def form_of(request: Request) -> Mapping[str, str]:
    """The fields of a form that one of our own pages sent. Raises Refused for any other."""
    async with request.form(max_files=0, max_fields=50) as fields:
        told = {key: value for key, value in fields.items() if isinstance(value, str)}
    right = form_token(request.app.state.secret, request.scope["person"])
    if not hmac.compare_digest(told.get("token", "").encode(), right.encode()):
        raise Refused("form_is_stale")
    return told


def sentence(words: Words, refusal: Refused) -> str:
    """A refusal in the reader's language."""
    return words.refusal(refusal.key, refusal.words)


def to(address: str) -> RedirectResponse:
    """Go on to another page."""
    return RedirectResponse(address, status_code=303)


async def refused_page(request: Request, error: Exception) -> Response:
    """A refusal as a page."""
    words = words_for(request)
    told = sentence(words, error) if isinstance(error, Refused) else str(error)
    missing = isinstance(error, Refused) and error.key.startswith("no_such")
    return page(request, "message.html.j2", {"message": told}, 404 if missing else 400)
