"""The classroom in a real browser."""

import re
import time
from typing import Any

import pytest

from tests.classroom.browsers import NARROW, WIDE, Person, missing, sideways
from tests.classroom.cases import FAIR
from tests.classroom.on_pages import can, every_page, hides, offers, pair_of, reach, shows, unfolds, week

pytestmark = [pytest.mark.slow, pytest.mark.skipif(missing() is not None, reason=missing() or "")]
HOSTILE = '<script>document.title="x"</script><img src=x onerror=alert(1)>'[:40]


def test_two_players_reach_agreement_and_meet_again_on_the_frontier(person, server):
    teacher, ann, bob = pair_of(person, server)
    can(bob, "offer")
    offers(bob, FAIR)
    can(ann, "accept")
    ann.click("#accept")
    for page in (ann, bob):
        shows(page, "turn", "full deal")
    teacher.click("#reveal")
    teacher.wait_for_selector("#results svg")
    assert teacher.inner_text("#results-title") == "1 of 1 games ended in a full deal"
    ann.click("#debrief")
    ann.wait_for_selector("#frontier svg")
    assert "You made a deal" in ann.inner_text("#headline")
    bob.click("#debrief")
    bob.wait_for_selector("#frontier svg")
    bob.select_option("#option-border", "strict")
    bob.click("#second-offer")
    ann.wait_for_selector("#second-accept:visible")
    ann.click("#second-accept")
    shows(bob, "second-state", "Agreed")


def test_a_full_game_with_threat_retaliation_and_failed_ratification(person):
    """In the briefing Canada's parliament votes; an offer that gives everything fails there."""
    page = person().plays("granite", "ca", scenario="us-canada-briefing", weeks=12)
    can(page, "hold")
    unfolds(page, "measures", "threat")
    page.select_option("#level-ca_consumer", "1")
    page.select_option("#threat-target", "ca_industry:1")
    page.click("#hold")
    shows(page, "history", "Canada imposes")
    assert "Canada threatens" in page.inner_text("#history")
    for _ in range(9):
        if "fails at home" in page.inner_text("#history") or page.is_disabled("#accept"):
            break
        before = week(page)
        page.click("#accept")
        hides(page, "week", f"Week {before} of")
    assert "The deal fails at home in Canada" in page.inner_text("#history")
    assert "United States imposes" in page.inner_text("#history") or "carries out its threat" in page.inner_text(
        "#history"
    )


def test_a_reload_keeps_the_seat_and_the_history(person):
    page = person().plays()
    can(page, "hold")
    page.click("#hold")
    shows(page, "week", " 2 ")
    history = page.inner_text("#history")
    page.reload()
    shows(page, "week", " 2 ")
    assert page.inner_text("#history") == history
    assert page.inner_text("h1") == "You lead Canada"


def test_a_cut_line_is_said_and_mended(person):
    someone = person()
    page = someone.plays()
    can(page, "hold")
    someone.context.set_offline(True)
    page.evaluate("dispatchEvent(new Event('offline'))")
    page.wait_for_selector("#connection:visible")
    assert "down" in page.inner_text("#connection")
    assert page.is_disabled("#hold")
    someone.context.set_offline(False)
    page.wait_for_selector("#connection", state="hidden")
    can(page, "hold")


def test_a_killed_server_loses_no_acknowledged_move(person, server):
    page = person().plays(weeks=12)
    for expected in range(2, 7):
        can(page, "hold")
        page.click("#hold")
        shows(page, "week", f" {expected} ")
    history, walk_away = page.inner_text("#history"), page.inner_text("#walk-away")
    server.kill()
    page.wait_for_selector("#connection:visible")
    server.start()
    page.wait_for_selector("#connection", state="hidden")
    can(page, "hold")
    assert week(page) == 6
    assert (page.inner_text("#history"), page.inner_text("#walk-away")) == (history, walk_away)
    page.click("#hold")
    shows(page, "week", " 7 ")


def test_the_other_side_s_values_are_nowhere_in_the_page(person, server):
    """Bob's walk-away and worths, as his page shows them, are in no element and no frame of Ann's."""
    people: list[Person] = []

    def remembered(**options: Any) -> Person:
        people.append(person(**options))
        return people[-1]

    teacher, ann, bob = pair_of(remembered, server)
    can(bob, "offer")
    offers(bob, FAIR)
    can(ann, "accept")
    numbers = re.compile(r"-?\d+\.\d{3,}")
    frames = {page: "".join(each.heard) for each in people for page in (ann, bob) if each.page is page}
    cards = {page: set(numbers.findall(page.inner_text("#given"))) for page in (ann, bob)}
    walks = {page: set(re.findall(r'"walk_away": (-?\d+\.\d+)', frames[page])) for page in (ann, bob)}
    theirs, mine = cards[bob] | walks[bob], cards[ann] | walks[ann]
    assert len(walks[bob]) >= 1
    assert len(theirs - mine) >= 5
    assert (theirs - mine) & set(numbers.findall(ann.content() + frames[ann])) == set()
    assert server.key not in ann.content() + frames[ann]
    assert teacher.is_hidden("#results-panel")


def test_hostile_names_and_words_stay_words(person, server):
    _, ann, bob = pair_of(person, server, names=(HOSTILE, "'; drop table events; --"))
    bob.fill("#say", '<img src=x onerror="document.title=1">')
    bob.get_by_role("button", name="Send").click()
    shows(ann, "chat", "onerror")
    assert ann.locator("#chat img, #offers script, h1 script").count() == 0
    assert "x" != ann.title() != "1"


def test_a_game_can_be_played_by_keyboard_alone(person):
    page = person().to("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reach(page, "name")
    page.keyboard.type("Kim")
    reach(page, "weeks")
    page.keyboard.press("Enter")  # sends the form
    page.wait_for_selector("#hold:enabled")
    reach(page, "option-dairy")
    page.keyboard.press("ArrowDown")
    reach(page, "offer")
    page.keyboard.press("Enter")
    shows(page, "week", "Week 2 ")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_every_page_can_be_used_by_everybody_and_fits(person, server, size):
    """No violation that axe-core can find, no sideways scroll."""
    from axe_playwright_python.sync_playwright import Axe

    found = {}
    for name, page in every_page(person, server, size):
        result = Axe().run(page)
        faults = [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in result.response["violations"]]
        if sideways(page) > 0:
            faults.append(f"{sideways(page)} pixels too wide")
        if faults:
            found[name] = faults
    assert found == {}


def test_watching_steps_without_asking_the_server(person):
    someone = person()
    page = someone.to("/watch?world=3")
    page.wait_for_selector("#story svg")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for button in ("step", "step", "back", "last", "first"):
        page.click(f"#{button}")
    page.fill("#scrub", "9")
    assert "Week 9" in page.inner_text("#scrub-value")
    assert asked == []


def test_the_address_says_what_is_watched(person):
    page = person().to("/watch?scenario=teaching-first-numbers&seed=5&world=3&us.pace=0.5")
    page.wait_for_selector("#story svg")
    assert page.input_value('[data-dial="us.pace"]') == "0.5"
    ending = page.inner_text("#ending")
    page.fill('[data-dial="ca.haste"]', "4")
    page.wait_for_url("**ca.haste=4**")
    page.goto(page.url.replace("&ca.haste=4", "").replace("ca.haste=4&", ""))
    page.wait_for_selector("#story svg")
    assert page.inner_text("#ending") == ending


def test_the_computer_takes_the_seat_of_who_has_left(person, server):
    teacher, ann, bob = pair_of(person, server)
    bob.close()
    can(ann, "hold") if not ann.is_disabled("#hold") else None
    shows(teacher, "pairs", "not here")
    teacher.get_by_role("button", name=re.compile("Let the computer play.*Bob")).click()
    can(ann, "hold")
    time.sleep(0.1)
    assert "(computer plays)" in teacher.inner_text("#pairs")
