"""What somebody tries who writes frames by hand: nothing is learned, nothing breaks, and nobody else's game suffers."""

import asyncio
import sqlite3

import pytest

from negotiation.classroom.cases import Cases
from negotiation.classroom.game.delegations import MOST_WISHES
from negotiation.classroom.game.refused import Refused
from negotiation.classroom.hall import Hall
from negotiation.classroom.store import Store
from tests.classroom.cases import CA, FAIR, SCENARIO, US, two_people
from tests.classroom.conftest import SAME, Line, as_teacher, begin, join, open_class, token_in

PEOPLE = {CA: {"person": "person-a", "name": "Ann"}, US: {"computer": "patient"}}


def test_the_second_table_tells_nothing_before_the_teacher_reveals(server):
    """Its offers show both sides' gains: in a game that is over, in a class that goes on, it stays shut."""
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    student = join(server.browser(), code, "Ann")
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        line = Line(socket, teacher, f"/class/{code}")
        line.ask(type="pair")
        game = student.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
        with student.websocket_connect(f"{game}/socket", headers=SAME) as other:
            own = Line(other, student, game)
            play_to_the_end(own)
            answer = own.ask(type="second", do="offer", options=FAIR)
            assert answer == {"type": "refused", "id": 1,
                              "sentence": "The debrief opens when your teacher ends the games."}  # fmt: skip
            line.ask(type="reveal")
            assert own.ask(type="second", do="offer", options=FAIR)["type"] == "done"


def play_to_the_end(line):
    """Hold until the game is over."""
    sight, week = line.first["sight"], 0
    while not sight["over"]:
        assert line.ask(type="move", week=week, table={"do": "hold"}, away={})["type"] == "done"
        week += 1
        sight = line.news()["sight"]


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "say", "words": "\\ud800", "id": 1}',
        '{"type": "say", "words": "Hello", "week": 1e999, "id": 1}',
        '{"type": "move", "week": 0, "table": {"do": "hold", "more": -1e999}, "id": 1}',
        '{"type": "move", "week": 0, "table": {"do": "hold"}, "away": {"summit": ' + "[" * 950 + "]" * 950 + "}}",
    ],
    ids=["half a sign", "infinity", "infinity below", "deep"],
)
def test_a_frame_that_cannot_be_kept_is_refused_and_the_game_goes_on(server, text):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        line = Line(socket, browser, game)
        line.socket.send_text(text)
        answer = line.socket.receive_json()
        while answer["type"] == "snapshot":
            answer = line.socket.receive_json()
        assert answer["type"] == "refused"
        assert line.ask(type="move", week=0, table={"do": "hold"}, away={})["seq"] == 2


@pytest.mark.parametrize("week", [0.0, False, "0", None])
def test_a_week_is_a_whole_number(server, week):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        answer = Line(socket, browser, game).ask(type="move", week=week, table={"do": "hold"}, away={})
    assert answer["type"] == "refused"


@pytest.mark.parametrize(
    "order",
    [
        {"table": {"do": "hold", "more": "x"}},
        {"table": {"do": "hold"}, "away": {"threat": {"measure": "ca_consumer", "level": 1, "weeks": 2, "more": "x"}}},
        {"table": {"do": "hold"}, "away": {"talks": {"do": "suspend", "weeks": 2, "more": "x"}}},
        {"table": {"do": "hold"}, "away": {"summit": "yes"}},
    ],
    ids=["table", "threat", "talks", "summit"],
)
def test_what_nobody_asked_for_is_not_kept(server, order):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        assert Line(socket, browser, game).ask(type="move", week=0, **order)["type"] == "refused"
    assert len(server.app.state.store.events(f"game:{game.removeprefix('/game/')}")) == 1


def test_an_event_that_the_store_refuses_leaves_the_game_as_it_was(store, monkeypatch):
    """The players' pages keep their game: it is the same one, without the event."""
    hall = Hall(Store(store), Cases())
    played = asyncio.run(hall.open_game(SCENARIO, 8, PEOPLE))
    with monkeypatch.context() as patch:
        patch.setattr(hall.store, "append", full_disk)
        with pytest.raises(sqlite3.OperationalError):
            hall.play(played, {"kind": "said", "seat": CA, "words": "Lost"})
    assert played.game.chat == []
    hall.play(played, {"kind": "said", "seat": CA, "words": "Kept"})
    assert asyncio.run(hall.game(played.key)) is played
    assert [said["words"] for said in played.game.chat] == ["Kept"]


def full_disk(*_):
    """What SQLite says then."""
    raise sqlite3.OperationalError("database or disk is full")


def test_a_move_sent_twice_happens_once(server):
    browser = server.browser()
    game = begin(browser)
    with (
        browser.websocket_connect(f"{game}/socket", headers=SAME) as one,
        browser.websocket_connect(f"{game}/socket", headers=SAME) as two,
    ):
        first, second = Line(one, browser, game), Line(two, browser, game)
        move = {"type": "move", "week": 0, "table": {"do": "hold"}, "away": {}}
        assert first.ask(**move)["type"] == "done"
        assert second.ask(**move)["sentence"] == "That week has passed. Look again and decide anew."


def test_an_offer_is_accepted_once_and_nothing_moves_after_the_end(server):
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    ann, bob = (join(server.browser(), code, name) for name in ("Ann", "Bob"))
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        Line(socket, teacher, f"/class/{code}").ask(type="pair")
    game = ann.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
    with (
        ann.websocket_connect(f"{game}/socket", headers=SAME) as one,
        bob.websocket_connect(f"{game}/socket", headers=SAME) as two,
    ):
        first, second = Line(one, ann, game), Line(two, bob, game)
        offered = second.ask(type="move", week=0, table={"do": "offer", "options": FAIR}, away={})
        assert offered["type"] == "done"
        sight = first.first["sight"]
        while sight["offers"]["us"] is None:
            sight = first.news()["sight"]
        accept = {"type": "move", "week": 0, "table": {"do": "accept", "package": sight["offers"]["us"]["package"]}}
        assert first.ask(**accept)["type"] == "done"
        for line in (first, second):
            assert line.ask(**accept)["sentence"] == "The game is over."


def test_two_clicks_on_pair_begin_one_game_for_each(store):
    hall = Hall(Store(store), Cases())
    taught = hall.open_room(SCENARIO, 8, 30, "fair")
    for number in range(4):
        hall.happen(taught, {"kind": "joined", "person": f"person-{number}", "name": "Ann", "consent": True})

    async def twice():
        return await asyncio.gather(hall.pair(taught), hall.pair(taught), return_exceptions=True)

    told = asyncio.run(twice())
    assert len(taught.room.games) == 2
    assert [type(each) for each in told] == [type(None), Refused]


def test_guessing_the_teacher_s_key_is_slowed_down(server):
    """Five guesses a minute; then the right key is not looked at either."""
    browser = server.browser()
    form = {"token": token_in(browser.get("/teacher").text)}
    guesses = [browser.post("/teacher", data={**form, "key": f"guess {k}"}).text for k in range(6)]
    assert "not the teacher" in guesses[4]
    assert "Too many" in guesses[5]
    assert "Too many" in browser.post("/teacher", data={**form, "key": server.key}).text


def test_who_has_the_key_is_not_kept_out_by_who_guesses_it(server):
    """A browser that has shown it keeps its badge."""
    teacher = as_teacher(server.browser(), server.key)
    guesser = server.browser()
    form = {"token": token_in(guesser.get("/teacher").text)}
    for k in range(7):
        guesser.post("/teacher", data={**form, "key": f"guess {k}"})
    assert teacher.get("/teacher").status_code == 200
    assert "A new class" in teacher.get("/teacher").text


@pytest.mark.parametrize("key", ["../../etc/passwd", "' or 1=1 --", "%00", "x" * 3000])
def test_a_game_that_is_not_there_is_a_sentence(server, key):
    for path in (f"/game/{key}", f"/game/{key}/seats", f"/join/{key}", f"/waiting/{key}"):
        answer = server.browser().get(path)
        assert answer.status_code == 404
        assert "Traceback" not in answer.text


def test_a_delegate_of_one_game_has_no_seat_in_another(server):
    player, delegate = server.browser(), server.browser()
    game, other = begin(player), begin(server.browser())
    form = {"token": token_in(delegate.get(f"{game}/seats").text), "seat": "farmers", "name": "Cleo", "consent": "yes"}
    assert delegate.post(f"{game}/seats", data=form).status_code == 200
    assert delegate.get(f"{other}/delegation").status_code == 404
    with delegate.websocket_connect(f"{other}/delegation/socket", headers=SAME) as socket:
        socket.send_json({"type": "hello", "token": form["token"]})
        assert socket.receive()["type"] == "websocket.close"


def test_what_is_ready_to_play_is_bounded(monkeypatch):
    """Somebody asks for a game of every length there is: only the last dozen cases are kept."""
    monkeypatch.setattr("negotiation.classroom.cases._made", lambda scenario, weeks: (scenario, weeks))
    cases = Cases()

    async def every_length():
        return [await cases.get(SCENARIO, weeks) for weeks in range(1, 40)]

    assert asyncio.run(every_length())[0] == (SCENARIO, 1)
    assert list(cases._made) == [(SCENARIO, weeks) for weeks in range(28, 40)]


def test_a_delegate_cannot_fill_the_store():
    game = two_people()
    game.apply({"kind": "delegated", "at": 0.0, "seat": "farmers", "person": "person-c", "name": "Cleo"})
    wish = {"kind": "instructed", "at": 0.0, "seat": "farmers", "wish": 5}
    for _ in range(MOST_WISHES):
        game.apply(wish)
    with pytest.raises(Refused, match="enough_asked"):
        game.apply(wish)


def test_only_so_many_pages_look_at_one_game(server, monkeypatch):
    monkeypatch.setattr("negotiation.classroom.web.playing.MOST_LISTENERS", 1)
    browser = server.browser()
    game = begin(browser)
    with (
        browser.websocket_connect(f"{game}/socket", headers=SAME) as one,
        browser.websocket_connect(f"{game}/socket", headers=SAME) as two,
    ):
        first = Line(one, browser, game)
        two.send_json({"type": "hello", "token": token_in(browser.get(game).text)})
        assert two.receive()["code"] == 1013
        assert first.ask(type="appraise", options=FAIR)["type"] == "appraised"


def test_signs_that_turn_a_line_around_are_not_kept():
    game = two_people()
    game.apply({"kind": "said", "at": 0.0, "seat": US, "words": "well\u202emoc\n\x07 \U0001f469\u200d\U0001f33e"})
    assert game.chat[0]["words"] == "well moc   \U0001f469\u200d\U0001f33e"
