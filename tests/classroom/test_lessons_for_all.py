"""Lessons for those who use a keyboard alone, ask for less motion, or print the note; pictures on every width."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from negotiation.classroom.lessons.page import lesson_page
from negotiation.classroom.lessons.plan import LESSONS, plan_of
from tests.classroom.browsers import NARROW, WIDE, Person, chromium_browser, missing, sideways

pytestmark = [pytest.mark.slow, pytest.mark.skipif(missing() is not None, reason=missing() or "")]
LEAST_SIZE = 11  # pixels: the smallest letters in a picture


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    with chromium_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The lessons' files in the language that needs more room."""
    folder = tmp_path_factory.mktemp("lessons")
    made = {number: folder / f"{number}.html" for number in LESSONS}
    for number, path in made.items():
        path.write_text(lesson_page(plan_of(number), "fr-CA"), encoding="utf-8")
    return made


def opened(browser: Any, path: Path, size: dict[str, int], **options: Any) -> Any:
    """A page of a file from disk."""
    page = Person(browser, path.as_uri(), size, **options).to("")
    page.wait_for_selector("#story svg")
    return page


def test_every_control_is_reached_with_the_tab_key_and_shows_that_it_is(browser, built):
    page = opened(browser, built[3], WIDE)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    wanted = set(
        page.evaluate(
            """[...document.querySelectorAll('button, select, textarea, summary, input[type=range], a[href]')]
            .map((each, place) => { each.dataset.place = place; return String(place); })"""
        )
    )
    for _ in range(len(wanted) + 40):  # groups of round buttons are one stop each
        page.keyboard.press("Tab")
        place, outline = page.evaluate(
            """(() => { const each = document.activeElement, drawn = getComputedStyle(each);
            return [each.dataset.place, drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) >= 2]; })()"""
        )
        if place is not None:
            assert outline, page.evaluate("document.activeElement.outerHTML")
            wanted.discard(place)
    assert wanted == set()
    page.context.close()


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_ask_for_less_motion(browser, built, wish):
    page = opened(browser, built[3], WIDE, reduced_motion=wish)
    smooth = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"
    assert smooth == (wish == "no-preference")
    page.click("#first")
    page.click("#run")
    assert page.evaluate("document.getAnimations().length") == 0
    page.context.close()


@pytest.mark.parametrize("number", LESSONS)
def test_the_note_is_one_printed_sheet(browser, built, number):
    page = opened(browser, built[number], WIDE)
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
    assert page.pdf(format="Letter", margin=margins).count(b"/Type /Page\n") == 1
    page.context.close()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("number", LESSONS)
def test_words_in_pictures_keep_their_size_and_stay_inside(browser, built, number, size):
    """Not shrunk with the picture, not cut at its edge."""
    page = opened(browser, built[number], size)
    page.click("#last")
    page.select_option("#side", "ca")
    found = page.evaluate(
        """[...document.querySelectorAll('svg.picture')].flatMap((svg) => {
            const all = svg.getBoundingClientRect(), scale = all.width / svg.viewBox.baseVal.width;
            return [...svg.querySelectorAll('text')].map((text) => {
                const box = text.getBoundingClientRect();
                return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * scale,
                    Math.max(all.left - box.left, box.right - all.right, all.top - box.top, box.bottom - all.bottom)];
            });
        })"""
    )
    assert len(found) > 30
    assert [words for words, size, _ in found if size < LEAST_SIZE] == []
    assert [(words, over) for words, _, over in found if over > 3] == []
    assert sideways(page) == 0
    page.context.close()
