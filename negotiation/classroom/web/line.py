"""A socket: opened by our own pages only, limited in size and pace, waking whenever there is something new to tell."""

import asyncio
import hmac
import json
import math
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.web.guard import LARGEST_FRAME, form_token, same_origin
from negotiation.classroom.web.pages import sentence, words_for

Frame = dict[str, Any]
Tell = Callable[[], Awaitable[Frame]]
Hear = Callable[[Frame], Awaitable[Frame]]
MOST_LISTENERS = 60  # pages that look at one game
PACE, BURST = 10.0, 40.0  # frames a second that a page may send, and at once
PATIENCE = 10.0  # seconds until the first frame must have come
MOST_BRACKETS = 600  # more than any frame of ours has, fewer than would exhaust who reads or keeps it
POLICY_VIOLATION, TOO_LARGE, TRY_LATER = 1008, 1009, 1013


async def opened(socket: WebSocket) -> Frame | None:
    """Accept a socket and hear its first frame, which must carry the page's token; None where it is refused."""
    if not same_origin(socket.headers):
        await socket.close(POLICY_VIOLATION)
        return None
    await socket.accept()
    try:
        first = await asyncio.wait_for(_heard(socket), PATIENCE)
    except (Refused, TimeoutError):
        await socket.close(POLICY_VIOLATION)
        return None
    except WebSocketDisconnect:
        return None
    right = form_token(socket.app.state.secret, socket.scope["person"])
    if not hmac.compare_digest(str(first.get("token", "")).encode(), right.encode()):
        await socket.close(POLICY_VIOLATION)
        return None
    return first


async def carry(
    socket: WebSocket, listeners: set[Callable[[], None]], tell: Tell, hear: Hear | None = None, most: int | None = None
) -> None:
    """Tell the page how things stand, now and whenever they change; answer what it asks; until it leaves.

    most: how many pages may listen; None for as many as there are members.
    """
    if most is not None and len(listeners) >= most:
        await socket.close(TRY_LATER)
        return
    news = asyncio.Event()
    news.set()
    listeners.add(news.set)

    async def telling() -> None:
        while True:
            await news.wait()
            news.clear()
            await socket.send_text(json.dumps(await tell(), ensure_ascii=False, allow_nan=False))

    speaker = asyncio.create_task(telling())
    try:
        await _listen(socket, hear)
    except (WebSocketDisconnect, RuntimeError):
        pass
    finally:
        listeners.discard(news.set)
        speaker.cancel()
        await asyncio.gather(speaker, return_exceptions=True)


async def _listen(socket: WebSocket, hear: Hear | None) -> None:
    """Answer frames one by one; every fault is answered with a sentence."""
    words, credit, before = words_for(socket), BURST, time.monotonic()
    while True:
        frame: Frame = {}
        try:
            frame = await _heard(socket)
            now = time.monotonic()
            credit, before = min(credit + PACE * (now - before), BURST) - 1.0, now
            if credit < 0.0:
                raise Refused("too_fast")
            answer = await _answer(frame, hear)
        except Refused as refusal:
            if refusal.key == "frame_too_large":
                await socket.close(TOO_LARGE)
                return
            answer = {"type": "refused", "sentence": sentence(words, refusal)}
        await socket.send_text(json.dumps({**answer, "id": _number(frame.get("id"))}, ensure_ascii=False))


async def _answer(frame: Frame, hear: Hear | None) -> Frame:
    """What a frame is answered with; a sign of life always with one."""
    if frame.get("type") == "here":
        return {"type": "here"}
    if hear is None:
        raise Refused("nothing_to_say")
    return await hear(frame)


async def _heard(socket: WebSocket) -> Frame:
    """The next frame. Raises Refused for what is too large or cannot be kept as a JSON object."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    text = message.get("text")
    if text is None or len(text) > LARGEST_FRAME:
        raise Refused("frame_too_large" if text is not None or message.get("bytes") else "not_understood", what="")
    frame = _read(text)
    if not isinstance(frame, dict):
        raise Refused("not_understood", what="")
    return frame


def _read(text: str) -> Any:
    """What a frame's text means. Raises Refused for what could not be written down again: too deep, no number, half a
    sign."""
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise Refused("not_understood", what="")
    try:
        frame = json.loads(text, parse_constant=_no_constant, parse_float=_finite)
        json.dumps(frame, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refused("not_understood", what="") from None
    return frame


def _no_constant(name: str) -> None:
    """NaN and infinities are no numbers here."""
    raise ValueError(name)


def _finite(number: str) -> float:
    """A number that is one; 1e999 is not."""
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value


def _number(value: Any) -> int | None:
    """A frame's own number, sent back with its answer."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53 else None
