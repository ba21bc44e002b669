"""Attacks from real pages on a real server: Chromium asks, uvicorn answers."""

from typing import Any

import pytest

from tests.classroom.browsers import Person, missing
from tests.classroom.on_pages import can
from tests.classroom.running import Process

pytestmark = [pytest.mark.slow, pytest.mark.skipif(missing() is not None, reason=missing() or "")]

SPEAKS = """([path, frames]) => new Promise((told) => {
  const socket = new WebSocket(path);
  const heard = [];
  const say = (frame) => socket.send(frame === "LARGE" ? "x".repeat(5e6) : frame);
  socket.addEventListener("open", () => frames.forEach(say));
  socket.addEventListener("message", (message) => {
    heard.push(message.data);
    if (message.data.includes("refused")) socket.close();
  });
  socket.addEventListener("close", (event) => told([event.code, heard]));
  setTimeout(() => told(["open", heard]), 20000);
})"""
NO_NUMBERS = ["NaN", '{"type": "move", "week": NaN}', '{"type": "say", "words": "a", "week": 1e999}']


@pytest.fixture(scope="module")
def player(browser: Any, server: Process) -> Any:
    """Somebody in a game."""
    page = Person(browser, server.address).plays(weeks=12)
    can(page, "hold")
    return page


def says(page: Any, game: Any, *frames: str) -> Any:
    """What a socket of a game hears, and how it ends, when a page sends these frames."""
    path = game.url.replace("http", "ws") + "/socket"
    return page.evaluate(SPEAKS, [path, list(frames)])


def hello(page: Any) -> str:
    """The first frame of a page that belongs there."""
    token = page.evaluate("JSON.parse(document.getElementById('given').textContent).token")
    return f'{{"type": "hello", "token": "{token}"}}'


def test_a_page_of_ours_is_let_in(player):
    """So that what follows does not pass because nothing works."""
    code, heard = says(player, player, hello(player), '{"type": "nonsense"}')
    assert "is not a move" in heard[-1]
    assert code != 1008


def test_a_wrong_token_is_turned_away(player):
    assert says(player, player, '{"type": "hello", "token": "00000000000000000000000000000000"}') == [1008, []]


def test_a_frame_of_five_megabytes_ends_the_line_and_nothing_else(player):
    """1006 where the server has gone before the browser has sent it all."""
    code, _ = says(player, player, hello(player), "LARGE", '{"type": "nonsense"}')
    assert code in (1006, 1009)
    can(player, "hold")


@pytest.mark.parametrize("frame", NO_NUMBERS)
def test_what_is_no_number_is_answered_with_a_sentence(player, frame):
    _, heard = says(player, player, hello(player), frame)
    assert "The message could not be understood." in heard[-1]


def test_a_page_from_elsewhere_is_turned_away_even_with_the_cookie(player, server):
    """The same browser, another origin: it may not open our sockets."""
    stranger = player.context.new_page()
    stranger.goto("about:blank")
    code, heard = says(stranger, player, hello(player))
    assert code != "open"
    assert heard == []
    stranger.close()


def test_a_forged_seat_opens_nothing(browser, server, player):
    thief = browser.new_context()
    thief.add_cookies([{"name": "seat", "value": "A" * 43, "url": server.address}])
    page = thief.new_page()
    assert page.goto(player.url).status == 404
    assert "no seat in this game" in page.inner_text("main")
    assert says(page, player, hello(player)) == [1008, []]
    thief.close()
