"""The moves of a game in sentences; the words are the study's, in the language asked for."""

from collections.abc import Iterator
from typing import Any, Protocol

from negotiation.classroom.game.case import Case
from negotiation.dispute.moves import ON_MEASURES, ON_PACKAGES, Page
from negotiation.dispute.reasons import Kind, Reason
from negotiation.politics.coalition import STANCES

OPEN = -1
Line = dict[str, Any]


class Tongue(Protocol):
    """A language: the sentence of a kind of move, the clause of a reason, the name of a thing in the scenario."""

    def sentence(self, kind: str, reason: str, words: dict[str, str]) -> str:
        """One move told."""

    def name(self, words: str) -> str:
        """What a thing of the scenario is called."""

    def say(self, key: str, **words: object) -> str:
        """A sentence of the pages."""


def told(case: Case, pages: list[Page], tongue: Tongue, unexplained: tuple[str, ...] = ()) -> list[Line]:
    """Every move as a line: week (from 1), who (a side, an ally or "world"), kind and sentence.

    unexplained: sides whose reasons are not told: an opponent must not read them, and a person keeps their own.
    """
    teller = Teller(case, tongue)
    return [line for page in pages for line in teller.lines(page, unexplained)]


class Teller:
    """Turns moves into lines."""

    def __init__(self, case: Case, tongue: Tongue) -> None:
        self.case, self.tongue = case, tongue
        scenario = case.scenario
        self.authors = (*scenario.sides, "world", *scenario.allies)
        self.offered: dict[str, list[int]] = {}

    def lines(self, page: Page, unexplained: tuple[str, ...]) -> Iterator[Line]:
        """The lines of the moves noted at once."""
        columns = (page.week, page.kind, page.author, page.what, page.value, page.reason, page.amount)
        for week, kind, author, what, value, reason, amount in zip(*(c.tolist() for c in columns), strict=True):
            who = self.authors[author]
            why = "none" if who in unexplained or reason == Reason.PERSON else Reason(reason).name.lower()
            words = {
                "who": self.name(who),
                "other": self.name(self.other(who)),
                "what": self.thing(Kind(kind), what),
                "value": self.way(Kind(kind), what, value),
                "amount": f"{amount:g}",
                "package": self.package(who, Kind(kind), what) if kind in ON_PACKAGES else "",
            }
            name = Kind(kind).name.lower()
            yield {"week": week + 1, "who": who, "kind": name, "sentence": self.tongue.sentence(name, why, words)}

    def name(self, key: str) -> str:
        """What people call a side or an ally."""
        scenario = self.case.scenario
        described: Any = scenario.countries.get(key) or scenario.allies.get(key)
        return self.tongue.name(described.name) if described else key

    def other(self, who: str) -> str:
        """The other government; nobody's is nobody."""
        return next((side for side in self.case.sides if side != who), who) if who in self.case.sides else who

    def thing(self, kind: Kind, what: int) -> str:
        """The measure, issue, ally, legal basis or host a move is about."""
        scenario = self.case.scenario
        named: Any = ()
        if kind in ON_MEASURES:
            named = scenario.measures.values()
        elif kind in (Kind.CONCEDE, Kind.DEMAND):
            named = scenario.issues.values()
        elif kind == Kind.COURT:
            named = scenario.bases.values()
        elif kind == Kind.OFFER_ALLY:
            named = scenario.allies.values()
        elif kind == Kind.SUMMIT:
            named = [scenario.countries[side] for side in scenario.sides]
        return self.tongue.name(list(named)[what].name) if named and what >= 0 else ""

    def way(self, kind: Kind, what: int, value: int) -> str:
        """The level, option or stance."""
        scenario = self.case.scenario
        if value < 0:
            return ""
        if kind in ON_MEASURES:
            return self.tongue.name(list(scenario.measures.values())[what].levels[value].name)
        if kind in (Kind.CONCEDE, Kind.DEMAND):
            return self.tongue.name(list(list(scenario.issues.values())[what].options.values())[value].name)
        return self.tongue.name(STANCES[value]) if kind == Kind.STANCE else ""

    def package(self, who: str, kind: Kind, what: int) -> str:
        """The terms of a package; of a further offer of the same side, what has changed."""
        options = self.case.engine.packages.options[what].tolist()
        before = self.offered.get(who) if kind == Kind.OFFER else None
        if kind == Kind.OFFER:
            self.offered[who] = options
        if OPEN in options:
            return self.terms(options, [option != OPEN for option in options])
        if before is None or OPEN in before:
            return self.terms(options, [option > 0 for option in options]) or self.tongue.say("all_as_it_is")
        changed = [option != old for option, old in zip(options, before, strict=True)]
        return self.terms(options, changed) or self.tongue.say("the_same")

    def terms(self, options: list[int], shown: list[bool]) -> str:
        """The options of the issues shown, by name."""
        issues = zip(self.case.scenario.issues.values(), options, shown, strict=True)
        return "; ".join(
            f"{self.tongue.name(issue.name)}: {self.tongue.name(list(issue.options.values())[option].name)}"
            for issue, option, seen in issues
            if seen
        )
