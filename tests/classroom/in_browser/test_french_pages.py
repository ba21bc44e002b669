"""Every page of the classroom as a browser that asks for French shows it: no English name and no English sentence."""

from collections.abc import Iterator
from typing import Any

import pytest

from negotiation.classroom.words import words_of
from negotiation.scenario import read_scenario
from tests.classroom.browsers import NARROW, Person, missing, sideways
from tests.classroom.on_pages import unfolds
from tests.classroom.running import Process
from tests.classroom.test_french_names import FRENCH, english_names, left_in_english
from tests.classroom.test_lesson_pages import faults_for_all

pytestmark = [pytest.mark.slow, pytest.mark.skipif(missing() is not None, reason=missing() or "")]
BRIEFING, CLASS = "us-canada-briefing", "teaching-first-numbers"
SENTENCES = {
    text for text in words_of("en").words.values() if " " in text and len(text) > 10 and "{" not in text
} - set(words_of(FRENCH).words.values())  # fmt: skip


@pytest.fixture
def person(browser: Any, server: Process) -> Iterator[Any]:
    """Makes persons whose browsers ask for French, on a telephone."""
    made: list[Person] = []

    def make() -> Any:
        made.append(Person(browser, server.address, NARROW, locale=FRENCH))
        return made[-1].page

    yield make
    for each in made:
        each.context.close()
    assert [fault for each in made for fault in each.faults] == []


def is_french(page: Any, scenario: str) -> None:
    """Nothing that the page says, in texts, pictures, choices or names for screen readers, is English."""
    said = page.evaluate(
        """() => [document.title, document.querySelector('main').textContent,
            ...[...document.querySelectorAll('[aria-label]')]
            .map((each) => each.getAttribute('aria-label'))].join(' \\n ')"""
    )
    assert page.get_attribute("html", "lang") == FRENCH
    assert left_in_english(said, english_names(read_scenario(scenario))) == set()
    assert {text for text in SENTENCES if text in said} == set()
    assert faults_for_all(page) == []
    assert sideways(page) == 0


def test_the_first_pages_and_refusals(person, server):
    page = person()
    for path in (f"/?scenario={BRIEFING}", "/join", "/teacher", "/nowhere", "/watch?scenario=nothing", "/join/XXXXX"):
        page.goto(server.address + path)
        is_french(page, BRIEFING)


@pytest.mark.parametrize("scenario", [BRIEFING, "us-canada-record-moves", "us-china-2018"])
def test_watching(person, server, scenario):
    page = person()
    page.goto(f"{server.address}/watch?scenario={scenario}&world=1")
    page.wait_for_selector("#story svg")
    page.click("#last")
    page.click("#many")
    page.wait_for_selector("#outcomes svg")
    is_french(page, scenario)


def test_a_game_its_delegations_and_its_debrief(person, server):
    page = person()
    page.goto(f"{server.address}/?scenario={BRIEFING}")
    page.fill("#name", "Zoé")
    page.fill("#weeks", "3")
    page.click("form[action='/play'] button")
    page.wait_for_selector("#hold:enabled")
    page.wait_for_selector("#appraisal:not(:empty)")
    unfolds(page, "threat")
    page.select_option("#threat-target", index=1)
    page.click("#offer")
    page.wait_for_selector("#history li")
    is_french(page, BRIEFING)
    for seat in ("ontario_autos", "japan"):
        a_delegation(person(), page.url, seat)
    while not page.is_visible("#debrief"):
        if page.is_enabled("#hold"):
            page.click("#hold")
        page.wait_for_timeout(50)
    page.click("#debrief")
    page.wait_for_selector("#frontier svg")
    is_french(page, BRIEFING)


def a_delegation(page: Any, game: str, seat: str) -> None:
    """Somebody takes a constituency's or an ally's seat."""
    page.goto(f"{game}/seats")
    is_french(page, BRIEFING)
    page.select_option("#seat", seat)
    page.fill("#name", "Cléo")
    page.click("main form button")
    page.wait_for_selector("#asked:not(:empty)")
    is_french(page, BRIEFING)


def test_a_class(person, server):
    teacher = person()
    teacher.goto(f"{server.address}/teacher")
    teacher.fill("#key", server.key)
    teacher.click("main form button")
    teacher.wait_for_selector("#scenario")
    is_french(teacher, CLASS)
    teacher.select_option("#scenario", CLASS)
    teacher.fill("#weeks", "2")
    teacher.click("form[action='/class'] button")
    code = teacher.inner_text(".code")
    student = person()
    student.goto(f"{server.address}/join/{code}")
    student.fill("#name", "Zoé")
    student.click("main form button")
    student.wait_for_selector("#others:not(:empty)")
    is_french(student, CLASS)
    teacher.wait_for_selector("#pair:enabled")
    teacher.click("#pair")
    teacher.wait_for_selector("#pairs tr")
    is_french(teacher, CLASS)
    teacher.click("#reveal")
    teacher.wait_for_selector("#results svg")
    is_french(teacher, CLASS)
