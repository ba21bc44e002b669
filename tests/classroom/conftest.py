"""A server in this process, and browsers that talk to it without pictures."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from negotiation.classroom.simulator import Simulator
from negotiation.classroom.web.app import Setting, make_app
from tests.classroom.cases import SCENARIO

ADDRESS = "http://testserver"  # as the test client calls it on sockets
SAME = {"origin": ADDRESS}


class Solved(Simulator):
    """A worker that is never needed: the economy is in the cache already."""

    async def solve(self, scenario: str) -> None:
        """Nothing to do."""


class Server:
    """One server; `browser()` is a new browser with its own cookies. All share one event loop."""

    def __init__(self, store: Path) -> None:
        self.app = make_app(Setting(store, SCENARIO, weeks=6, hosts=("testserver",)), Solved())
        self.first = TestClient(self.app, base_url=ADDRESS)

    def browser(self) -> TestClient:
        """A browser nobody has seen before."""
        fresh = TestClient(self.app, base_url=ADDRESS)
        fresh.portal = self.first.portal
        return fresh

    @property
    def key(self) -> str:
        """The teacher's key."""
        return str(self.app.state.teacher_key)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the games of a test are kept."""
    return tmp_path / "games.sqlite"


@pytest.fixture
def server(store: Path) -> Iterator[Server]:
    """A server that runs while a test does."""
    running = Server(store)
    with running.first:
        yield running


def token_in(html: str) -> str:
    """The token in a page's form or script."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', html) or re.search(r'"token": ?"([0-9a-f]+)"', html)
    assert found is not None
    return found[1]


def given_in(html: str) -> dict[str, Any]:
    """What a page was given for its script."""
    found = re.search(r'id="given">(.*?)</script>', html, flags=re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def begin(browser: TestClient, **form: str) -> str:
    """Begin a game against the computer; returns its address."""
    fields = {"token": token_in(browser.get("/").text), "opponent": "fair", "side": "ca", "name": "Ann", **form}
    answer = browser.post("/play", data=fields, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def as_teacher(browser: TestClient, key: str) -> TestClient:
    """The browser, once it has shown the key."""
    answer = browser.post("/teacher", data={"token": token_in(browser.get("/teacher").text), "key": key})
    assert answer.status_code == 200
    return browser


def open_class(teacher: TestClient, **form: str) -> str:
    """Open a class; returns its code."""
    fields = {"scenario": SCENARIO, "weeks": "4", "minutes": "30", "opponent": "fair", **form}
    fields["token"] = token_in(teacher.get("/teacher").text)
    answer = teacher.post("/class", data=fields, follow_redirects=False)
    return str(answer.headers["location"]).removeprefix("/class/")


def join(browser: TestClient, code: str, name: str, consent: bool = True) -> TestClient:
    """Join a class."""
    form = {"token": token_in(browser.get(f"/join/{code}").text), "code": code, "name": name}
    answer = browser.post("/join", data={**form, **({"consent": "yes"} if consent else {})})
    assert answer.status_code == 200, answer.text
    return browser


class Line:
    """A socket that has said hello."""

    def __init__(self, socket: Any, browser: TestClient, page: str) -> None:
        self.socket = socket
        socket.send_json({"type": "hello", "token": token_in(browser.get(page).text)})
        self.first = socket.receive_json()

    def ask(self, **frame: Any) -> dict[str, Any]:
        """Send a frame and return its answer; news that comes before it is skipped."""
        self.socket.send_json({"id": 1, **frame})
        while True:
            heard = dict(self.socket.receive_json())
            if "id" in heard:
                return heard

    def news(self) -> dict[str, Any]:
        """The next frame of news."""
        while True:
            heard = dict(self.socket.receive_json())
            if "id" not in heard:
                return heard
