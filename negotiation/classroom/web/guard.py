"""What stands before every page: who is asking, how much they may send, and what browsers are told to refuse."""

import hashlib
import hmac
import ipaddress
import re
import secrets
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "seat"
TOKEN = re.compile(r"[A-Za-z0-9_-]{32,64}")
LARGEST_BODY = 64 * 1024  # bytes of a form
LARGEST_FRAME = 16 * 1024  # bytes of a message on a socket
MONTH = 30 * 24 * 3600  # seconds a seat is remembered
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Gives every browser a secret token, by which alone it holds its seats; refuses strange hosts and large bodies."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], addresses: bool = False) -> None:
        self.app, self.hosts, self.addresses = app, hosts, addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, then hand on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self._answers_to(host_name(headers.get("host", ""))):
            await _refuse(scope, receive, send, 400, "This server does not answer to that name.")
        elif int(headers.get("content-length") or 0) > LARGEST_BODY:
            await _refuse(scope, receive, send, 413, "That is more than this page takes.")
        else:
            token, fresh = _token(headers)
            scope["person"] = person_of(token)
            await self.app(scope, _limited(receive), _with_headers(send, token if fresh else None, scope))

    def _answers_to(self, host: str) -> bool:
        """Whether a name is one of ours; in a room's network, also any of this computer's addresses."""
        return host in self.hosts or (self.addresses and is_address(host))


def is_address(host: str) -> bool:
    """Whether a host is given as a number; who tricks a browser into asking us has to use a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def host_name(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def person_of(token: str) -> str:
    """Who a token stands for, as games remember it: from it the token cannot be told."""
    return hashlib.sha256(token.encode()).hexdigest()[:24]


def form_token(secret: str, person: str) -> str:
    """What a form of this person's pages must carry, and no other page can know."""
    return hmac.new(secret.encode(), person.encode(), hashlib.sha256).hexdigest()[:32]


def same_origin(headers: Headers) -> bool:
    """Whether a socket is opened by one of our own pages."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == headers.get("host") and bool(headers.get("host"))


def _token(headers: Headers) -> tuple[str, bool]:
    """The browser's token, and whether it is new."""
    morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    if morsel is not None and TOKEN.fullmatch(morsel.value):
        return morsel.value, False
    return secrets.token_urlsafe(32), True


def _limited(receive: Receive) -> Receive:
    """The same body, cut off where it grows too large."""
    size = 0

    async def limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b"")) if message["type"] == "http.request" else 0
        if size > LARGEST_BODY:
            return {"type": "http.request", "body": b"", "more_body": False}
        return message

    return limited


def _with_headers(send: Send, token: str | None, scope: Scope) -> Send:
    """Answers carry the browser's rules, and a new token where there was none."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if not scope["path"].startswith("/static/"):
                headers.setdefault("cache-control", "no-store")
                if token is not None:
                    headers.append("set-cookie", cookie(COOKIE, token))
        await send(message)

    return sending


def cookie(name: str, value: str) -> str:
    """A cookie that scripts cannot read and other sites cannot make a browser send."""
    return f"{name}={value}; Path=/; Max-Age={MONTH}; HttpOnly; SameSite=Strict"


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, sentence: str) -> None:
    """One plain sentence; a socket is simply closed."""
    if scope["type"] == "websocket":
        closing: dict[str, Any] = {"type": "websocket.close", "code": 1008, "reason": sentence}
        await send(closing)
        return
    await PlainTextResponse(sentence, status)(scope, receive, send)
