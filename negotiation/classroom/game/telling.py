"""The moves of a game in sentences; the words are the study's, in the language asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from negotiation.classroom.game.case import Case
from negotiation.dispute.block import Block, Categories, Moves
from negotiation.dispute.moves import ON_PACKAGES, Page, authors, things, ways
from negotiation.dispute.reasons import Kind, Reason
from negotiation.study.telling import Teller, ToldWorld

Line = dict[str, Any]


class Tongue(Protocol):
    """A language: the sentence of a kind of move, the clause of a reason, the name of a thing in the scenario."""

    def sentence(self, kind: str, reason: str, words: dict[str, str]) -> str:
        """One move told."""

    def name(self, words: str) -> str:
        """What a thing of the scenario is called."""

    def within(self, thing: str, words: str) -> str:
        """What an option or level is called beside the thing it belongs to."""

    def say(self, key: str, **words: object) -> str:
        """A sentence of the pages."""


@dataclass
class Speaker(Teller):
    """The study's teller, in a language."""

    tongue: Tongue

    def name(self, key: str) -> str:
        """What people call a country, ally, measure, issue or legal basis."""
        return self.tongue.name(super().name(key))

    def option_name(self, issue: str, option: str) -> str:
        """What people call an issue's option, a level or a stance."""
        return self.tongue.within(super().name(issue), super().option_name(issue, option))

    def sentence(self, kind: str, reason: str, words: dict[str, str]) -> str:
        """One move told."""
        return self.tongue.sentence(kind, reason, words)

    def phrase(self, key: str) -> str:
        """A turn of phrase in which packages are told."""
        return self.tongue.say(f"phrase.{key}")


def told(case: Case, pages: list[Page], tongue: Tongue, unexplained: tuple[str, ...] = ()) -> list[Line]:
    """Every move as a line: week (from 1), who (a side, an ally or "world"), kind and sentence.

    unexplained: sides whose reasons are not told: an opponent must not read them, and a person keeps their own.
    """
    speaker, labels = speaker_of(case, tongue), Labels(authors(case.engine), case)
    return [line for page in pages for line in lines(speaker, labels, page, unexplained)]


class Labels:
    """What the numbers of moves stand for, by kind of move."""

    def __init__(self, who: tuple[str, ...], case: Case) -> None:
        self.who = who
        self.things = {kind: names for kind, names in things(case.engine).items() if kind not in ON_PACKAGES}
        self.ways = ways(case.engine)

    def thing(self, kind: Kind, what: int) -> str:
        """The subject of a move; a package by its number."""
        if what < 0:
            return ""
        return str(what) if kind in ON_PACKAGES else self.things[kind][what] if kind in self.things else ""

    def way(self, kind: Kind, what: int, value: int) -> str:
        """The level, option or stance."""
        return self.ways[kind][max(what, 0)][value] if kind in self.ways and value >= 0 else ""


def speaker_of(case: Case, tongue: Tongue) -> Speaker:
    """Who tells a game; the moves themselves are handed over one by one."""
    return Speaker(ToldWorld(case.scenario, 0, 0, NOTHING_YET, case.engine.packages.options), tongue)


def lines(speaker: Speaker, labels: Labels, page: Page, unexplained: tuple[str, ...]) -> Iterator[Line]:
    """The lines of the moves noted at once."""
    columns = (page.week, page.kind, page.author, page.what, page.value, page.reason, page.amount)
    for week, number, author, subject, value, reason, amount in zip(*(c.tolist() for c in columns), strict=True):
        kind, who = Kind(number), labels.who[author]
        what = labels.thing(kind, subject)
        words = {
            "who": speaker.name(who),
            "other": speaker.name(speaker.other(who)),
            "what": speaker.name(what),
            "value": speaker.option_name(what, labels.way(kind, subject, value)),
            "amount": f"{amount:g}",
            "package": speaker.package_words(who, kind.name.lower(), what),
        }
        quiet = who in unexplained or reason == Reason.PERSON
        why = "none" if quiet else Reason(reason).name.lower()
        sentence = speaker.sentence(kind.name.lower(), why, words)
        yield {"week": week + 1, "who": who, "kind": kind.name.lower(), "sentence": sentence}


_NONE, _NUMBERS = np.zeros(0, np.int64), np.zeros(0)
_WORDLESS = Categories(_NONE, ())
NOTHING_YET = Block(
    first_world=0,
    worlds={},
    columns=(),
    weeks=np.zeros((1, 0, 0), np.float32),
    moves=Moves(_NONE, _NONE, _WORDLESS, _WORDLESS, _WORDLESS, _WORDLESS, _NUMBERS, _WORDLESS),
)
