"""A class over pages and sockets: who is paired, what the teacher alone may see and do."""

import csv
import io
import json
import re

import pytest
from starlette.websockets import WebSocketDisconnect

from tests.classroom.cases import FAIR
from tests.classroom.conftest import SAME, Line, as_teacher, given_in, join, open_class, token_in


def test_only_the_key_opens_the_teacher_s_pages(server):
    student = server.browser()
    code = open_class(as_teacher(server.browser(), server.key))
    for path in (f"/class/{code}", f"/class/{code}/export.csv", f"/class/{code}/export.json"):
        assert student.get(path).status_code == 400
    wrong = student.post("/teacher", data={"token": token_in(student.get("/teacher").text), "key": "guess"})
    assert wrong.status_code == 400
    with pytest.raises(WebSocketDisconnect), student.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        Line(socket, student, "/teacher")


def test_a_class_is_paired_and_the_odd_one_plays_the_computer(server):
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    students = [join(server.browser(), code, name) for name in ("Ann", "Bob", "Cyd")]
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        line = Line(socket, teacher, f"/class/{code}")
        assert line.first["waiting"] == ["Ann", "Bob", "Cyd"]
        assert line.ask(type="pair")["type"] == "done"
        news = line.news()
        while len(news["pairs"]) < 2:
            news = line.news()
    names = [[seat["name"] for seat in pair["seats"]] for pair in news["pairs"]]
    assert names == [["Ann", "Bob"], ["Even", "Cyd"]]
    games = [browser.get(f"/waiting/{code}", follow_redirects=False).headers["location"] for browser in students]
    assert games[0] == games[1] != games[2]
    assert news["results"] is None  # nothing is shown before the reveal


def same_events(rows, events):
    """Two events, opening and move, told in full; the person is a number, the computer its character."""
    assert len(rows) == len(events) == 2
    for number, (row, event) in enumerate(zip(rows, events, strict=True), start=1):
        assert (row["number"], row["kind"], float(row["at"])) == (str(number), event["kind"], event["at"])
    opening, moved = (json.loads(row["event"]) for row in rows)
    assert sorted(map(str, opening.pop("seats").values())) == ["{'computer': 'fair'}", "{'player': 'player 1'}"]
    assert {**opening, "seats": events[0]["seats"]} == events[0]
    assert moved == events[1]
    assert (rows[1]["player"], rows[1]["week"]) == ("player 1", "0")


def test_the_csv_is_the_event_log_of_those_who_agreed(server):
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    willing, unwilling = join(server.browser(), code, "Ann"), None
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        line = Line(socket, teacher, f"/class/{code}")
        line.ask(type="pair")
        unwilling = join(server.browser(), code, "Bob", consent=False)
        line.ask(type="pair")
    game = willing.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
    other = unwilling.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
    with willing.websocket_connect(f"{game}/socket", headers=SAME) as socket:
        Line(socket, willing, game).ask(type="move", week=0, table={"do": "offer", "options": FAIR}, away={})
    rows = list(csv.DictReader(io.StringIO(teacher.get(f"/class/{code}/export.csv").text)))
    events = server.app.state.store.events(f"game:{game.removeprefix('/game/')}")
    same_events(rows, events)
    text = teacher.get(f"/class/{code}/export.json").text
    assert "Ann" not in text
    assert other.removeprefix("/game/") not in text
    assert json.loads(text)["games_left_out"] == 1


def test_the_debrief_waits_for_the_end_and_for_the_teacher(server):
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    student = join(server.browser(), code, "Ann")
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        line = Line(socket, teacher, f"/class/{code}")
        line.ask(type="pair")
        game = student.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
        accept = {"accept": "application/json"}
        assert student.get(f"{game}/debrief.json", headers=accept).status_code == 400
        line.ask(type="reveal")
        told = student.get(f"{game}/debrief.json", headers=accept).json()
    assert told["sides"] == ["ca", "us"]
    assert len(told["frontier"]) > 3


def test_a_pause_holds_every_move(server):
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    student = join(server.browser(), code, "Ann")
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        line = Line(socket, teacher, f"/class/{code}")
        line.ask(type="pair")
        line.ask(type="pause")
        game = student.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
        with student.websocket_connect(f"{game}/socket", headers=SAME) as other:
            answer = Line(other, student, game).ask(type="move", week=0, table={"do": "hold"}, away={})
    assert answer["sentence"] == "The class is paused."


def test_the_other_side_s_values_are_in_no_page_and_no_frame(server):
    """Ann's frames hold no number that only Bob may know: his worth of each option, his walk-away."""
    teacher = as_teacher(server.browser(), server.key)
    code = open_class(teacher)
    ann, bob = (join(server.browser(), code, name) for name in ("Ann", "Bob"))
    with teacher.websocket_connect(f"/class/{code}/socket", headers=SAME) as socket:
        Line(socket, teacher, f"/class/{code}").ask(type="pair")
    game = ann.get(f"/waiting/{code}", follow_redirects=False).headers["location"]
    secrets, frames = {}, {}
    for name, browser in (("ann", ann), ("bob", bob)):
        page = browser.get(game).text
        with browser.websocket_connect(f"{game}/socket", headers=SAME) as socket:
            line = Line(socket, browser, game)
            told = json.dumps(line.first) + json.dumps(line.ask(type="appraise", options=FAIR))
        card = given_in(page)["card"]
        worth = {option["worth"] for issue in card["issues"] for option in issue["options"]} - {0.0}
        secrets[name] = {repr(value) for value in worth} | {repr(line.first["sight"]["walk_away"])}
        frames[name] = page + told
    numbers = {name: set(re.findall(r"-?\d+\.\d+", text)) for name, text in frames.items()}
    assert len(secrets["bob"]) >= 6
    assert secrets["bob"] <= numbers["bob"]
    assert (secrets["bob"] - secrets["ann"]) & numbers["ann"] == set()
    assert (secrets["ann"] - secrets["bob"]) & numbers["bob"] == set()
    assert server.key not in frames["ann"]
