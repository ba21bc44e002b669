"""What was acknowledged is kept: rebuilt from its events, after kill -9 too."""

import asyncio
import json
import os
import signal
import threading
import time
from contextlib import suppress

import pytest

from negotiation.classroom.cases import Cases
from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.snapshot import snapshot
from negotiation.classroom.hall import Hall
from negotiation.classroom.store import Store
from negotiation.classroom.words import words_of
from tests.classroom.cases import CA, FAIR, SCENARIO, US
from tests.classroom.conftest import token_in
from tests.classroom.running import Process

PEOPLE = {CA: {"person": "person-a", "name": "Ann"}, US: {"computer": "patient"}}


def test_a_game_is_rebuilt_from_its_events_alone(store):
    first = Hall(Store(store), Cases())
    played = asyncio.run(first.open_game(SCENARIO, 8, PEOPLE))
    for week in range(3):
        first.play(played, {"kind": "moved", "seat": CA, "week": week, "table": {"do": "offer", "options": FAIR}})
    first.play(played, {"kind": "said", "seat": CA, "words": "Well?"})
    again = asyncio.run(Hall(Store(store), Cases()).game(played.key))
    english = words_of("en")
    assert again.number == played.number == 5
    assert snapshot(again.game, CA, english) == snapshot(played.game, CA, english)


def test_a_refused_move_is_not_kept(store):
    hall = Hall(Store(store), Cases())
    played = asyncio.run(hall.open_game(SCENARIO, 8, PEOPLE))
    with pytest.raises(Refused):
        hall.play(played, {"kind": "moved", "seat": US, "week": 0, "table": {"do": "hold"}})
    assert len(hall.store.events(f"game:{played.key}")) == 1


def test_a_move_that_cannot_be_kept_is_not_played_on(store):
    hall = Hall(Store(store), Cases())
    played = asyncio.run(hall.open_game(SCENARIO, 8, PEOPLE))
    hall.store.append(f"game:{played.key}", 2, {"kind": "closed", "at": 0.0})  # somebody else wrote
    with pytest.raises(Exception, match="UNIQUE"):
        hall.play(played, {"kind": "said", "seat": CA, "words": "Hello"})
    assert asyncio.run(hall.game(played.key)).game.closed


def test_the_store_is_for_its_owner_alone(store):
    Store(store).close()
    assert os.stat(store).st_mode & 0o077 == 0


def test_a_class_is_rebuilt_from_its_events_alone(store):
    hall = Hall(Store(store), Cases())
    taught = hall.open_room(SCENARIO, 8, 30, "fair")
    hall.happen(taught, {"kind": "joined", "person": "person-a", "name": "Ann", "consent": True})
    asyncio.run(hall.pair(taught))
    hall.happen(taught, {"kind": "paused"})
    again = Hall(Store(store), Cases()).room(taught.room.code).room
    assert again.games == taught.room.games
    assert again.members == taught.room.members
    assert again.paused_at == taught.room.paused_at


@pytest.mark.slow
def test_kill_minus_nine_in_mid_move_loses_no_acknowledged_move(store):
    """One player talks as fast as the server lets them and the server is killed meanwhile, three times."""
    import httpx2

    server, acknowledged = Process(store), 1
    browser = httpx2.Client(base_url=server.address, timeout=60)
    form = {"token": token_in(browser.get("/").text), "name": "Ann", "side": CA, "opponent": "fair"}
    game = browser.post("/play", data=form).headers["location"]
    try:
        for wait in (0.4, 0.7, 1.0):
            acknowledged = max(acknowledged, talked_until_killed(server, browser, game, wait))
            server.process.wait()
            server.start()
            kept = Store(store)
            assert len(kept.events(f"game:{game.removeprefix('/game/')}")) >= acknowledged > 1
            kept.close()
            assert browser.get(game).status_code == 200
    finally:
        browser.close()
        server.kill()


def talked_until_killed(server, browser, game, wait):
    """Talk while the server lives, which ends after some seconds; returns the last event that was acknowledged."""
    from websockets.exceptions import ConnectionClosed
    from websockets.sync.client import connect

    token, last = token_in(browser.get(game).text), 0
    cookie = {"Cookie": f"seat={browser.cookies['seat']}"}
    address = f"ws://127.0.0.1:{server.port}{game}/socket"
    with connect(address, origin=server.address, additional_headers=cookie) as line, suppress(ConnectionClosed):
        line.send(json.dumps({"type": "hello", "token": token}))
        line.recv()
        threading.Timer(wait, server.kill).start()
        for number in range(10_000):
            line.send(json.dumps({"type": "say", "words": f"line {number}", "id": number}))
            while (heard := json.loads(line.recv())).get("id") != number:
                pass
            last = max(last, heard.get("seq", 0))
            time.sleep(0.02)
    return last


@pytest.mark.slow
def test_ctrl_c_ends_the_server_without_a_fault(store):
    server = Process(store)
    os.killpg(server.process.pid, signal.SIGINT)
    assert server.process.wait(timeout=60) == 0
    assert "Traceback" not in server.said
    assert "rror" not in server.said
