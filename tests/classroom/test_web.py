"""Pages and sockets: who may see and do what; every fault is answered with a sentence."""

import re

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.classroom.cases import FAIR
from tests.classroom.conftest import SAME, Line, begin, given_in, token_in


def test_every_page_forbids_what_it_does_not_need(server):
    for path in ("/", "/join", "/teacher", "/watch", "/static/game.js", "/nowhere"):
        headers = server.first.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_a_browser_gets_a_seat_that_scripts_cannot_read(server):
    cookie = server.browser().get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_reload_keeps_the_seat(server):
    browser = server.browser()
    game = begin(browser)
    assert given_in(browser.get(game).text)["card"]["side"] == "ca"
    assert given_in(browser.get(game).text)["card"]["side"] == "ca"


def test_a_seat_cannot_be_forged(server):
    game = begin(server.browser())
    stranger = server.browser()
    assert stranger.get(game).status_code == 404
    stranger.cookies.set("seat", "A" * 43)
    assert stranger.get(game).status_code == 404
    assert stranger.get(f"{game}/debrief.json", headers={"accept": "application/json"}).status_code == 400


def test_a_form_of_another_page_is_refused(server):
    answer = server.browser().post("/play", data={"token": "0" * 32, "name": "Eve"})
    assert answer.status_code == 400
    assert "no longer valid" in answer.text


def test_a_name_is_shown_as_it_is_and_never_runs(server):
    browser = server.browser()
    game = begin(browser, name='<script>alert("x")</script>')
    html = browser.get(game).text
    assert "<script>alert" not in html
    assert given_in(html)["card"]["people"]["ca"] == '<script>alert("x")</script>'


@pytest.mark.parametrize(
    "form", [{"name": "x" * 41}, {"weeks": "NaN"}, {"weeks": "0"}, {"opponent": "hal"}, {"scenario": "../etc"}]
)
def test_a_form_with_nonsense_is_answered_with_a_sentence(server, form):
    browser = server.browser()
    fields = {"token": token_in(browser.get("/").text), "name": "Ann", **form}
    answer = browser.post("/play", data=fields)
    assert answer.status_code in (400, 404)
    assert re.search(r'<p class="lead">[^<]{15,}\.</p>', answer.text)


def test_a_move_is_acknowledged_and_the_page_told(server):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        line = Line(socket, browser, game)
        sight = line.first["sight"]
        assert (sight["week"], sight["awaits"]) == (1, ["ca"])
        answer = line.ask(type="move", week=0, table={"do": "hold"}, away={"set": {"ca_consumer": 1}})
        assert answer == {"type": "done", "seq": 2, "id": 1}
        news = line.news() if line.first["seq"] == 1 else line.first
        assert news["sight"]["week"] == 2
        assert next(m for m in news["sight"]["measures"] if m["key"] == "ca_consumer")["level"] == 1


def test_an_offer_is_valued_by_the_server(server):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        line = Line(socket, browser, game)
        told = line.ask(type="appraise", options=FAIR)
        assert told["type"] == "appraised"
        assert told["gain"] == pytest.approx(told["value"] - line.first["sight"]["walk_away"])
        refused = line.ask(type="appraise", options={"dairy": "cheese"})
        assert refused["type"] == "refused"
        assert refused["sentence"] == "“cheese” is not an option of dairy access."


@pytest.mark.parametrize("headers", [{}, {"origin": "http://evil.example"}, {"origin": "http://127.0.0.1:9999"}])
def test_a_socket_of_another_page_is_refused(server, headers):
    """Even one that knows the page's token."""
    browser = server.browser()
    game = begin(browser)
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect(f"{game}/socket", headers=headers) as socket:
        Line(socket, browser, game)


def test_a_socket_without_the_page_s_token_is_closed(server):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        socket.send_json({"type": "hello", "token": "0" * 32})
        assert socket.receive()["type"] == "websocket.close"


def test_a_stranger_s_socket_is_closed(server):
    game, stranger = begin(server.browser()), server.browser()
    with stranger.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        socket.send_json({"type": "hello", "token": token_in(stranger.get("/").text)})
        assert socket.receive()["type"] == "websocket.close"


def test_a_strange_host_is_refused(server):
    assert server.first.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "text", ["{", "[]", "NaN", '{"type": "move", "week": NaN}', "[" * 9000, '"hello"', '{"type": 3}']
)
def test_a_frame_that_means_nothing_is_answered_with_a_sentence(server, text):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        line = Line(socket, browser, game)
        line.socket.send_text(text)
        answer = line.socket.receive_json()
        while answer["type"] == "snapshot":
            answer = line.socket.receive_json()
        assert answer["type"] == "refused"
        assert answer["sentence"].endswith(".")
        assert line.ask(type="appraise", options=FAIR)["type"] == "appraised"


def test_a_frame_that_is_too_large_closes_the_line(server):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        line = Line(socket, browser, game)
        line.socket.send_text("x" * 5_000_000)
        frame = line.socket.receive()
        while frame["type"] != "websocket.close":
            frame = line.socket.receive()
        assert frame["code"] == 1009


def test_a_flood_is_slowed_down(server):
    browser = server.browser()
    game = begin(browser)
    with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        line = Line(socket, browser, game)
        answers = [line.ask(type="appraise", options=FAIR)["type"] for _ in range(60)]
        assert answers[0] == "appraised"
        assert "refused" in answers


def test_a_large_form_is_refused(server):
    assert server.first.post("/play", data={"name": "x" * 100_000}).status_code == 413


def test_a_page_weighs_little(server):
    browser = server.browser()
    game = begin(browser)
    for path in ("/", game, "/watch"):
        html = browser.get(path).text
        loaded = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html))
        names = list(loaded)
        for name in names:  # what the modules import
            for found in re.findall(r'from "\./([^"]+)"', browser.get(name).text):
                if f"/static/{found}" not in names:
                    names.append(f"/static/{found}")
        weight = len(html.encode()) + sum(len(browser.get(name).content) for name in names)
        assert weight < 150_000, (path, weight)


def test_watching_refuses_what_is_no_setting(server):
    accept = {"accept": "application/json"}
    for query in ("us.pace=NaN", "us.pace=2", "us.magic=1", "seed=-1", "world=x", "scenario=../x", "fr.pace=0.5"):
        answer: TestClient = server.first.get(f"/watch/story?{query}", headers=accept)
        assert answer.status_code == 400, query
        assert answer.json()["sentence"].endswith("."), query


def test_in_a_room_s_network_every_address_of_this_computer_is_answered_and_shown():
    from negotiation.classroom.web.guard import Guard, is_address

    answers = Guard(None, frozenset({"localhost"}), addresses=True)._answers_to  # type: ignore[arg-type]  # asks nobody
    assert [answers(host) for host in ("localhost", "10.0.0.7", "::1", "evil.example")] == [True, True, True, False]
    assert not Guard(None, frozenset(), addresses=False)._answers_to("10.0.0.7")  # type: ignore[arg-type]  # as above
    assert not is_address("10.0.0.7.evil.example")
