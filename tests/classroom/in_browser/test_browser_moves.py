"""What a player can do besides offers, in a real browser: rounds of moves, answers to threats, letting weeks pass."""

import pytest

from tests.classroom.browsers import missing
from tests.classroom.cases import FAIR
from tests.classroom.on_pages import can, hides, offers, pair_of, shows, unfolds, week

pytestmark = [pytest.mark.slow, pytest.mark.skipif(missing() is not None, reason=missing() or "")]


def test_moves_follow_one_another_in_one_week_and_are_told_before(person):
    page = person().plays("granite", "ca", weeks=12)
    can(page, "hold")
    unfolds(page, "measures", "threat")
    page.select_option("#level-ca_consumer", "1")
    assert "counter-tariff on consumer goods: 25 %" in page.inner_text("#plan")
    page.click("#later")
    assert page.input_value("#level-ca_consumer") == "0"  # the form begins again
    unfolds(page, "talks")
    page.check("#summit")
    assert page.locator("#plan li").count() == 2
    page.click("#hold")
    shows(page, "history", "Canada imposes")
    shows(page, "history", "Canada proposes a summit")


def test_a_threat_is_put_off_and_dropped_on_the_page(person):
    page = person().plays("granite", "ca", weeks=12)
    can(page, "hold")
    unfolds(page, "threat")
    page.select_option("#threat-target", "ca_consumer:1")
    page.select_option("#threat-weeks", "2")
    page.click("#hold")
    shows(page, "week", " 2 ")
    can(page, "hold")
    unfolds(page, "due")
    assert page.is_hidden("#due-weeks-ca_consumer")
    page.select_option("#due-ca_consumer", "postpone")
    page.select_option("#due-weeks-ca_consumer", "6")
    page.click("#hold")
    shows(page, "history", "postpones")
    shows(page, "tariffs", "from week 8")
    page.select_option("#weeks", "12")
    page.click("#pass")
    shows(page, "attention", "A threat runs out this week")
    assert week(page) == 8
    page.select_option("#due-ca_consumer", "drop")
    page.click("#hold")
    shows(page, "history", "drops")


def test_weeks_pass_until_the_other_side_moves(person, server):
    _, ann, bob = pair_of(person, server, weeks=12)
    can(bob, "hold")
    bob.click("#hold")
    can(ann, "pass")
    ann.select_option("#weeks", "8")
    ann.click("#pass")
    shows(ann, "turn", "You let weeks pass")
    for _ in range(2):
        can(bob, "hold")
        bob.click("#hold")
        bob.wait_for_timeout(150)
    can(bob, "offer")
    now = week(bob)
    assert now >= 2
    offers(bob, FAIR)
    hides(ann, "turn", "You let weeks pass")
    can(bob, "hold")
    bob.click("#hold")
    can(ann, "accept")
    shows(ann, "attention", "The other side has made a new offer")
    shows(ann, "attention", "proposes")


def test_a_class_is_closed_and_students_are_told(person, server):
    teacher, ann, _ = pair_of(person, server)
    code = teacher.inner_text(".code")
    late = person().joins(code, "Cyd")
    teacher.click("#close")
    shows(teacher, "over", "This class is closed")
    shows(ann, "class-over", "closed this class")
    shows(late, "others", "closed this class")
    assert "This class is over" in person().to(f"/join/{code}").inner_text("main")
    assert teacher.is_disabled("#pair")
    with teacher.expect_download() as told:
        teacher.get_by_role("link", name="CSV").click()
    assert told.value.suggested_filename == f"class-{code}.csv"


def test_the_teacher_sees_who_holds_up_whom(person, server):
    """Also while nothing happens: the page's own clock goes on, here set forward by two and a half minutes."""
    teacher, _, _ = pair_of(person, server, names=("Ann", "Bob"))
    shows(teacher, "pairs", "Bob to decide")
    teacher.evaluate("() => { const now = Date.now; Date.now = () => now() + 150000; }")
    shows(teacher, "pairs", "waiting for Bob for 2 min")
