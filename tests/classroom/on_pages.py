"""What people do on the classroom's pages, and every page there is."""

import re
from collections.abc import Iterator
from typing import Any

from tests.classroom.running import Process


def offers(page: Any, options: dict[str, str]) -> None:
    """Put options into the builder and make the offer."""
    for issue, option in options.items():
        page.select_option(f"#option-{issue}", option)
    page.click("#offer")


def unfolds(page: Any, *parts: str) -> None:
    """Open parts of the form of moves away from the table."""
    for part in parts:
        if page.get_attribute(f"#away-{part}", "open") is None:
            page.click(f"#away-{part} > summary")


def shows(page: Any, where: str, words: str) -> None:
    """Wait until an element holds some words."""
    from playwright.sync_api import expect

    expect(page.locator(f"#{where}")).to_contain_text(words, timeout=30_000)


def hides(page: Any, where: str, words: str) -> None:
    """Wait until an element holds some words no more."""
    from playwright.sync_api import expect

    expect(page.locator(f"#{where}")).not_to_contain_text(words, timeout=30_000)


def week(page: Any) -> int:
    """The week the page shows."""
    return int(re.findall(r"\d+", page.inner_text("#week"))[0])


def can(page: Any, button: str) -> None:
    """Wait until a button may be pressed."""
    page.wait_for_selector(f"#{button}:enabled")


def pair_of(
    person: Any, server: Process, weeks: int = 6, names: tuple[str, str] = ("Ann", "Bob")
) -> tuple[Any, Any, Any]:
    """A teacher and two students who play each other: the teacher's page, Canada's and the United States'."""
    teacher = person().teaches(server.key, weeks)
    code = teacher.inner_text(".code")
    students = [person().joins(code, name) for name in names]
    can(teacher, "pair")
    teacher.click("#pair")
    for page in students:
        page.wait_for_url("**/game/**")
        page.wait_for_selector("#turn:not(:empty)")
    return teacher, students[0], students[1]


def reach(page: Any, wanted: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(120):
        if page.evaluate("document.activeElement.id") == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached with the Tab key")


def play_on(page: Any) -> None:
    """Hold until the game is over."""
    while "Over" not in page.inner_text("#turn"):
        if page.is_enabled("#hold"):
            page.click("#hold")
        page.wait_for_timeout(50)


def every_page(person: Any, server: Process, size: dict[str, int]) -> Iterator[tuple[str, Any]]:
    """Every page there is, with something on it."""
    someone = person(size=size)
    for path in ("/", "/join", "/teacher", "/nowhere"):
        yield path, someone.to(path)
    page = someone.plays("fair", scenario="us-canada-briefing")
    can(page, "hold")
    page.wait_for_selector("#appraisal:not(:empty)")
    yield "game", page
    yield from every_delegation_page(person, page.url.removeprefix(server.address), size)
    play_on(page)
    page.click("#debrief")
    page.wait_for_selector("#frontier svg")
    yield "debrief", page
    page = someone.to("/watch?world=3")
    page.wait_for_selector("#story svg")
    page.click("#last")
    page.click("#many")
    page.wait_for_selector("#outcomes svg")
    yield "watch", page
    yield from every_class_page(person, server, size)


def every_delegation_page(person: Any, game: str, size: dict[str, int]) -> Iterator[tuple[str, Any]]:
    """The pages of a constituency's, an ally's and a premier's seat."""
    for seat in ("ontario_autos", "japan", "ca.alberta"):
        page = person(size=size).to(f"{game}/seats")
        yield "seats", page
        page.select_option("#seat", seat)
        page.fill("#name", "Cleo")
        page.get_by_role("button", name="Take this seat").click()
        page.wait_for_selector("#asked:not(:empty)")
        yield f"delegation of {seat}", page


def every_class_page(person: Any, server: Process, size: dict[str, int]) -> Iterator[tuple[str, Any]]:
    """The pages of a class, with a student in it."""
    page = person(size=size).teaches(server.key)
    yield "waiting", person(size=size).joins(page.inner_text(".code"), "Ann")
    can(page, "pair")
    page.click("#pair")
    page.wait_for_selector("#pairs tr")
    yield "class", page
    page.click("#reveal")
    page.wait_for_selector("#results svg")
    yield "class, revealed", page
    page.click("#close")
    page.wait_for_selector("#over:visible")
    yield "class, closed", page
    page.goto(f"{server.address}/teacher")
    yield "teacher", page
