"""Lessons in a real browser: from disk, with no request; French; accessible; narrow."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from negotiation.classroom.lessons.page import lesson_page
from negotiation.classroom.lessons.plan import LESSONS, plan_of
from negotiation.classroom.words import words_of
from tests.classroom.browsers import NARROW, WIDE, Person, chromium_browser, missing, sideways
from tests.classroom.running import Process

pytestmark = [pytest.mark.slow, pytest.mark.skipif(missing() is not None, reason=missing() or "")]
LARGEST = 1_000_000  # bytes
LANGUAGES = ("en", "fr-CA")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    with chromium_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A lesson's file, made on first asking."""
    folder, made = tmp_path_factory.mktemp("lessons"), dict[tuple[int, str], Path]()

    def build(number: int, language: str) -> Path:
        if (number, language) not in made:
            path = folder / f"{number}-{language}.html"
            path.write_text(lesson_page(plan_of(number), language), encoding="utf-8")
            made[number, language] = path
        return made[number, language]

    return build


def opens(browser: Any, path: Path, size: dict[str, int] = WIDE) -> Person:
    """A person who opens a file from disk."""
    person = Person(browser, path.as_uri(), size)
    person.to("")
    person.page.wait_for_selector("#story svg")
    return person


def closes(person: Person) -> None:
    """Nothing but the file was asked for, and nothing failed."""
    person.context.close()
    assert person.strange == []
    assert person.faults == []


def faults_for_all(page: Any) -> list[str]:
    """What axe-core finds with everything open."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    return [str(each["id"]) for each in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", LESSONS)
def test_a_lesson_opens_from_disk_for_everybody(browser, built, number, language):
    path = built(number, language)
    assert path.stat().st_size < LARGEST
    assert not re.search(r"(src|href)=\"(?!data:|#)", path.read_text(encoding="utf-8"))
    for size in (WIDE, NARROW):
        person = opens(browser, path, size)
        assert person.page.get_attribute("html", "lang") == language
        assert sideways(person.page) == 0
        assert faults_for_all(person.page) == []
        closes(person)


def test_a_lesson_is_predicted_played_watched_and_explained(browser, built):
    person = opens(browser, built(2, "en"))
    page = person.page
    page.check("#prediction-0")
    assert "Canada gets more, and later" in page.inner_text("#predicted")
    for _ in range(5):
        page.locator("#game .round").last.get_by_role("button").first.click()
    assert re.search(r"After 5 worlds Canada has \+\d", page.inner_text("#game"))
    usual = page.inner_text("#measures")
    page.focus("#dial-0")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#dial-0-value") == "yields late (0.5)"
    assert page.inner_text("#measures") != usual
    page.click("#first")
    assert page.inner_text("#scrub-value") == "Week 1 of 30"
    page.click("#step")
    assert page.inner_text("#scrub-value") == "Week 2 of 30"
    page.click("#last")
    assert "deal enters into force" in page.inner_text("#moves")
    closes(person)


def test_quizzes_keep_the_first_score_and_explain_only_at_the_end(browser, built):
    person = opens(browser, built(1, "en"))
    page = person.page
    for when in ("before", "after"):
        page.click(f"#{when} button")
        assert page.inner_text(f"#{when}-score") == "Please answer all three."
        for row, right in enumerate((1, 2, 0)):
            page.check(f"#{when}-{row}-{right if when == 'after' else 1}")
        page.click(f"#{when} button")
    assert page.inner_text("#before-0-why") == ""
    assert page.inner_text("#after-0-why").startswith("Right.")
    assert page.inner_text("#after-score") == "Before: 1 of 3 right. Now: 3 of 3."
    closes(person)


def test_a_package_is_built_and_the_empty_zone_told(browser, built):
    """Canada gives the border plan, a slice of dairy and its counter-tariffs for the tariff: both gain at 10 %."""
    person = opens(browser, built(1, "en"))
    page = person.page
    for row, option in enumerate(("1", "1", "1", "1", "0")):
        page.select_option(f"#term-{row}", option)
    assert "both would sign" in page.inner_text("#game .headline")
    page.focus("#dial-0")
    page.keyboard.press("End")
    assert "no deal: 0 of" in page.inner_text("#game .headline")
    assert page.inner_text("#outcomes-title") == "Of 200 worlds, 100\u00a0% end with: no deal, no tariffs"
    closes(person)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """One server for all tests."""
    running = Process(tmp_path_factory.mktemp("classroom") / "games.sqlite")
    yield running
    running.kill()


def test_the_classroom_speaks_french(browser, server):
    """Home, watch and a game, in Chromium that asks for French; narrow; no English sentence of the pages left."""
    person = Person(browser, server.address, NARROW, locale="fr-CA")
    page = person.to("/watch")
    page.wait_for_selector("#story svg")
    shown = page.inner_text("main")
    assert "Fin de l’histoire" in shown
    page.wait_for_selector("#history li")
    assert faults_for_all(page) == []
    assert sideways(page) == 0
    page = person.to("/")
    assert page.inner_text("h1") == words_of("fr-CA").say("home.title")
    assert sideways(page) == 0
    assert faults_for_all(page) == []
    page.fill("#name", "Zoé")
    page.get_by_role("button", name="Commencer", exact=True).click()
    page.wait_for_selector("#turn:not(:empty)")
    assert page.inner_text("#turn").startswith(("À vous", "En attente"))
    assert sideways(page) == 0
    assert faults_for_all(page) == []
    page.get_by_role("link", name="English").click()
    page.wait_for_selector("html[lang=en]")
    closes(person)
