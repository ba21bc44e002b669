"""French pages: the same keys and placeholders as the English ones, and Canadian typography."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from negotiation.classroom.game.opponents import CHARACTERS
from negotiation.classroom.lessons.plan import LESSONS, plan_of
from negotiation.classroom.lessons.texts import texts
from negotiation.classroom.words import FOLDER, words_of
from negotiation.strategies.registry import DOCTRINES, TACTICS
from negotiation.study.story import CLAUSES, SENTENCES
from tests.classroom.conftest import as_teacher, begin, open_class

FRENCH = "fr-CA"
NARROW = "\u202f"  # a narrow space that does not break


def table(tag: str) -> dict[str, Any]:
    """One file of strings."""
    return dict(json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8")))


def leaves(node: Any, path: str = "") -> dict[str, Any]:
    """Every text and number of a tree by where it is."""
    if isinstance(node, dict):
        return {place: leaf for key, below in node.items() for place, leaf in leaves(below, f"{path}/{key}").items()}
    if isinstance(node, list):
        return leaves(dict(enumerate(node)), path)
    return {path: node}


def holes(text: Any) -> list[str]:
    """The {names} a text has, with an article or without."""
    return sorted(set(re.findall(r"\{(?:[tT]he |of )?(\w+)\}", str(text))))


def every_text() -> dict[str, str]:
    """All that is French."""
    found = {**leaves(table(FRENCH)), **{f"lessons{key}": text for key, text in leaves(texts(FRENCH)).items()}}
    return {key: text for key, text in found.items() if isinstance(text, str)}


def test_both_files_of_the_pages_have_the_same_keys_and_placeholders():
    english, french = table("en")["words"], table(FRENCH)["words"]
    assert set(english) == set(french)
    assert {key: holes(text) for key, text in english.items()} == {key: holes(text) for key, text in french.items()}


def test_every_move_and_reason_has_french_words_with_the_same_placeholders():
    french = table(FRENCH)
    assert set(SENTENCES) == set(french["sentences"])
    assert set(CLAUSES) == set(french["clauses"])
    assert all(set(holes(french["sentences"][kind])) <= {*holes(text), "who"} for kind, text in SENTENCES.items())


def test_both_files_of_the_lessons_have_the_same_shape_placeholders_and_right_answers():
    english, french = leaves(texts("en")), leaves(texts(FRENCH))
    assert set(english) == set(french)
    for key, told in english.items():
        assert holes(told) == holes(french[key]), key
        if key.endswith("/right"):
            assert told == french[key], key


@pytest.mark.parametrize("tag", ["en", FRENCH])
def test_every_dial_has_a_label_for_every_place_and_every_question_three_answers(tag):
    for number in LESSONS:
        plan, own = plan_of(number), texts(tag)["lessons"][str(number)]
        for dial in plan.dials:
            assert len(own["dials"][dial.name]["values"]) == len(dial.values)
        assert set(own.get("bets", {})) == set(plan.bets)
        assert len(own["quiz"]) == len(own["note"]["debrief"]) == 3
        assert all(len(each["options"]) == 3 > each["right"] for each in own["quiz"])
        assert all(f"measure.{name}" in texts(tag)["page"] for name in plan.measures)
        for minutes in (50, 75):
            told = [int(re.match(r"\d+", step)[0]) for step in own["note"][f"plan{minutes}"]]
            assert sum(told) == minutes, (number, told)


@pytest.mark.parametrize("tag", ["en", FRENCH])
def test_every_strategy_and_opponent_has_words(tag):
    """The dials offer every tactic and doctrine there is."""
    said = words_of(tag).words
    assert {key for key in (*TACTICS, *DOCTRINES) if f"strategy.{key}" not in said} == set()
    assert {key for key in CHARACTERS if f"opponent.{key}.character" not in said} == set()


def test_french_typography():
    """A narrow hard space before : ; ? ! % and inside guillemets; no straight quotes; commas in numbers."""
    before = (rf"[^{NARROW}?!…][;!?%»]", rf"[^{NARROW}]:(?=\s|$)", rf"«[^{NARROW}]", rf" {NARROW}")
    for key, text in every_text().items():
        for fault in (*before, r"['\"“”\u00a0]", r"\d\.\d"):
            assert not re.search(fault, text), (key, fault, text)


def test_pages_speak_french(server):
    ann = server.browser()
    home = ann.get("/", params={"lang": FRENCH})
    assert '<html lang="fr-CA">' in home.text
    assert "Négocier un différend tarifaire" in home.text
    game = ann.get(begin(ann)).text
    teacher = as_teacher(server.browser(), server.key)
    teacher.get("/", params={"lang": FRENCH})
    taught = teacher.get(f"/class/{open_class(teacher)}").text
    pages = [game, ann.get("/watch").text, teacher.get("/teacher").text, taught]
    english = set(words_of("en").words.values()) - set(words_of(FRENCH).words.values())
    for html in pages:
        assert '<html lang="fr-CA">' in html
        shown = set(re.findall(r">([^<>{}]{8,})<", html))
        assert not shown & english


def test_a_browser_that_asks_for_french_gets_it(server):
    asked = server.browser().get("/", headers={"accept-language": "fr-CA,fr;q=0.9,en;q=0.5"})
    assert '<html lang="fr-CA">' in asked.text


def test_files_of_strings_are_in_the_package():
    lessons = Path(FOLDER) / "lessons"
    assert {path.stem for path in lessons.glob("*.json")} == {path.stem for path in FOLDER.glob("*.json")}
