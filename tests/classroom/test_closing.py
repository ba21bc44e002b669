"""Closing a class: its games end, its code works no longer, what was played stays for export."""

import json

import pytest

from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.room import Room
from negotiation.classroom.web.teaching import end_what_is_over
from tests.classroom.cases import FAIR, SCENARIO
from tests.classroom.conftest import SAME, Line, as_teacher, join, open_class, token_in


@pytest.fixture
def closed(server):
    """A class with a game and somebody who waits, closed: the teacher, the code, who plays, who waits."""
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    player = join(server.browser(), code, "Ann")
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        line = Line(socket, teacher, f"/class/{code}")
        line.ask(type="pair")
        waiter = join(server.browser(), code, "Bob")
        game = player.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
        with player.websocket_connect(f"{game}/socket", headers=SAME) as other:
            own = Line(other, player, game)
            own.ask(type="move", week=0, table={"do": "offer", "options": FAIR}, away={})
            assert line.ask(type="close")["type"] == "done"
            news = own.news()
            while not (news["clock"]["closed"] and news["sight"]["over"]):
                news = own.news()
        news = line.news()
        while not news["closed"]:
            news = line.news()
    return teacher, code, (player, game), waiter


def test_the_code_works_no_longer(server, closed):
    _, code, _, waiter = closed
    late = server.browser()
    for answer in (
        late.get(f"/join/{code}"),
        late.get(f"/join?code={code}"),
        late.post("/join", data={"token": token_in(late.get("/join").text), "code": code, "name": "Eve"}),
    ):
        assert answer.status_code == 400
        assert "This class is over." in answer.text
    with waiter.websocket_connect(f"/waiting/{code}/socket", headers=SAME) as socket:
        assert Line(socket, waiter, f"/waiting/{code}").first["closed"] is True


def test_nothing_goes_on_in_its_games(closed):
    _, _, (player, game), _ = closed
    with player.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        line = Line(socket, player, game)
        assert line.first["clock"]["closed"] is True
        for frame in ({"type": "move", "week": 1, "table": {"do": "hold"}}, {"type": "say", "words": "Hello"}):
            assert line.ask(**frame)["sentence"] in ("The game is over.", "This class is over.")


def test_nothing_more_happens_in_the_class(server, closed):
    teacher, code, _, _ = closed
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        line = Line(socket, teacher, f"/class/{code}")
        for asked in ("pair", "pause", "extend", "reveal", "close"):
            assert line.ask(type=asked, minutes=5)["sentence"] == "This class is over."


def test_what_was_played_stays_for_export_and_in_the_list(server, closed):
    teacher, code, (_, game), _ = closed
    told = json.loads(teacher.get(f"/class/{code}/export.json").text)
    assert [each["game"] for each in told["games"]] == [game.removeprefix("/game/")]
    assert "moved" in teacher.get(f"/class/{code}/export.csv").text
    page = teacher.get("/teacher").text
    assert "Closed classes" in page
    assert f'href="/class/{code}"' in page
    assert server.browser().get(f"/class/{code}/export.json").status_code == 400


def test_only_the_teacher_closes(server, closed):
    """A student has no line to the class."""
    _, code, (player, _), _ = closed
    assert player.get(f"/class/{code}").status_code == 400


def test_time_that_is_up_pairs_nobody_before_more_minutes(server):
    teacher = as_teacher(server.browser(), server.key)
    hall = teacher.portal.call(server.app.state.hall)
    taught = hall.room(open_class(teacher))
    hall.happen(taught, {"kind": "joined", "person": "person-a", "name": "Ann", "consent": True})
    hall.happen(taught, {"kind": "time_was_up"})
    with pytest.raises(Refused, match="give_more_minutes"):
        teacher.portal.call(hall.pair, taught)
    taught.room.ends_at = 0.0
    hall.happen(taught, {"kind": "extended", "minutes": 5})
    teacher.portal.call(hall.pair, taught)
    assert len(taught.room.games) == 1


def test_the_clock_stands_still_in_a_pause_and_more_minutes_count():
    """Thirty minutes from minute 0; paused from 10 to 15; five more: 20 + 5 left at minute 15, none at 40."""
    room = Room({"code": "ABCDE", "scenario": SCENARIO, "minutes": 30, "opponent": "fair"})
    room.apply({"kind": "joined", "person": "a", "name": "Ann"})
    room.apply({"kind": "paired", "games": {"one": ["a"]}, "at": 0.0})
    room.apply({"kind": "paused", "at": 600.0})
    assert room.left(900.0) == 20 * 60.0
    room.apply({"kind": "resumed", "at": 900.0})
    room.apply({"kind": "extended", "at": 900.0, "minutes": 5})
    assert (room.left(900.0), room.left(40 * 60.0), room.left(99 * 60.0)) == (25 * 60.0, 0.0, 0.0)


def test_games_end_once_when_the_time_is_up(server):
    teacher = as_teacher(server.browser(), server.key)
    hall = teacher.portal.call(server.app.state.hall)
    taught = hall.room(open_class(teacher))
    hall.happen(taught, {"kind": "joined", "person": "person-a", "name": "Ann", "consent": True})
    teacher.portal.call(hall.pair, taught)
    played = teacher.portal.call(hall.game, taught.room.games[0])
    ends, events = taught.room.ends_at, taught.number
    teacher.portal.call(end_what_is_over, hall, ends - 1.0)
    assert not played.game.over
    for _ in range(3):
        teacher.portal.call(end_what_is_over, hall, ends)
    assert played.game.over
    assert taught.number == events + 1
