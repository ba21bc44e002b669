"""One world told week by week: what was done and why, and how things stand when something was."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Block, Categories, Moves
from negotiation.study.ensemble import SOLVING, Ensemble, EnsembleError, Progress
from negotiation.study.story import sentence

if TYPE_CHECKING:
    from negotiation.scenario import Scenario

TALKS = ("", "; talks suspended", "; talks over")
TALKS_AT_END = {"talking": "the talks go on", "suspended": "talks suspended", "ended": "talks over"}
ON_PACKAGES = ("offer", "accept", "deal", "limited_deal", "voted_down", "sign")
PHRASES = {
    "only": "a deal on some issues only: ",
    "as_it_is": "that all stays as it is",
    "new_terms": "new terms: ",
    "the_same": "the same",
    "is": ": ",
    "and": "; ",
}
OPEN = -1  # in a package: an issue left open


@dataclass(frozen=True)
class ToldWorld:
    """One world, played: its block of one and the packages (P, I) its offers name by number."""

    scenario: "Scenario"
    world: int
    seed: int
    block: Block
    packages: NDArray[np.int64]


@dataclass(frozen=True)
class ToldWeek:
    """A week in which something happened: its number, how things stand after it, and (who, sentence) of each move."""

    week: int
    standing: str
    moves: tuple[tuple[str, str], ...]


def played_world(scenario: "Scenario", seed: int, world: int, on_progress: Progress) -> ToldWorld:
    """Play one world of an ensemble, to be told. Raises EnsembleError for a world there cannot be."""
    if world < 0:
        raise EnsembleError(f"world: must be 0 or more, got {world}")
    ensemble = Ensemble(scenario, world + 1, seed)
    task = ensemble.task(range(world, world + 1))
    game = task.engine.build_game(scenario, 1, lambda done, total: on_progress(SOLVING, done, total))
    block = task.engine.play_block(game, seed, task.worlds, world + 1)
    return ToldWorld(scenario, world, seed, block, game.packages.options)


def told_weeks(told: ToldWorld) -> Iterator[ToldWeek]:
    """The weeks in which something happened."""
    moves, teller = told.block.moves, Teller(told)
    for week in np.unique(moves.week).tolist():
        rows = np.flatnonzero(moves.week == week).tolist()
        together = groupby(rows, key=lambda row: gist(moves, row))
        spoken = tuple((alike[0], teller.sentence_of(list(group))) for alike, group in together)
        yield ToldWeek(week, standing(told, week - 1), spoken)


def gist(moves: Moves, row: int) -> tuple[str, str, str, str]:
    """What two moves must share to be told in one sentence: who, what kind, how far and why; offers never do."""
    kind = word(moves.kind, row)
    alone = str(row) if kind in ON_PACKAGES else ""
    return word(moves.government, row), kind, word(moves.value, row) + alone, word(moves.reason, row)


def ending(told: ToldWorld) -> str:
    """How the world ends."""
    facts = told.block.worlds
    week = float(np.asarray(facts["deal_week"])[0])
    when = "" if np.isnan(week) else f", in week {week:.0f}"
    return f"{word(facts['outcome'], 0)}{when}; {TALKS_AT_END[word(facts['talks_at_end'], 0)]}"


def standing(told: ToldWorld, week: int) -> str:
    """Effective tariffs, approval and talks at the end of a week."""
    now = dict(zip((column.name for column in told.block.columns), told.block.weeks[0, week].tolist(), strict=True))
    countries = told.scenario.countries
    rates = ", ".join(f"{country.name} {now[f'rate_{key}']:.1f} %" for key, country in countries.items())
    approval = ", ".join(f"{100 * now[f'approval_{key}']:.0f} %" for key in countries)
    return f"tariffs {rates}; approval {approval}{TALKS[int(now['talks'])]}"


@dataclass
class Teller:
    """Turns moves into sentences; an offer is told by what changed since the same government's last one."""

    told: ToldWorld

    def __post_init__(self) -> None:
        self.offered: dict[str, NDArray[np.int64]] = {}

    def sentence_of(self, rows: list[int]) -> str:
        """The sentence of one move, or of several alike."""
        moves, row = self.told.block.moves, rows[0]
        who, kind, what = word(moves.government, row), word(moves.kind, row), word(moves.what, row)
        words = {
            "who": self.name(who),
            "other": self.name(self.other(who)),
            "what": ", ".join(self.name(word(moves.what, each)) for each in rows),
            "value": self.option_name(what, word(moves.value, row)),
            "amount": f"{moves.amount[row]:g}",
            "package": self.package_words(who, kind, what),
        }
        return self.sentence(kind, word(moves.reason, row), words)

    def sentence(self, kind: str, reason: str, words: dict[str, str]) -> str:
        """One move told. Other languages begin here."""
        return sentence(kind, reason, words)

    def name(self, key: str) -> str:
        """What people call a country, ally, measure, issue or legal basis."""
        scenario = self.told.scenario
        for named in (scenario.countries, scenario.allies, scenario.measures, scenario.issues, scenario.bases,
                      scenario.provinces):
            described: Any = named.get(key)
            if described is not None:
                return str(described.name)
        country, _, institution = key.partition(".")
        return str(scenario.countries[country].institutions[institution].name) if institution else key

    def other(self, who: str) -> str:
        """The other government; nobody's is nobody."""
        return next((key for key in self.told.scenario.countries if key != who), who)

    def option_name(self, issue: str, option: str) -> str:
        """What people call an issue's option; anything else is called as it is."""
        described = self.told.scenario.issues.get(issue)
        return described.options[option].name if described and option in described.options else option

    def package_words(self, who: str, kind: str, what: str) -> str:
        """The terms of a package: all that is conceded in it, or for an offer what changed since the last.

        A limited one is told by what it settles.
        """
        if not what.isdecimal():
            return ""
        package = self.told.packages[int(what)]
        before = self.offered.get(who) if kind == "offer" else None
        if kind == "offer":
            self.offered[who] = package
        if (package == OPEN).any():
            only = self.phrase("only") if kind == "offer" else ""
            return only + self.terms(package, package != OPEN)
        if before is None or (before == OPEN).any():
            return self.terms(package, package > 0) or self.phrase("as_it_is")
        return self.phrase("new_terms") + (self.terms(package, package != before) or self.phrase("the_same"))

    def phrase(self, key: str) -> str:
        """A turn of phrase in which packages are told."""
        return PHRASES[key]

    def terms(self, package: NDArray[np.int64], shown: NDArray[np.bool_]) -> str:
        """The options of the issues shown, by name."""
        issues = list(self.told.scenario.issues.values())
        said = []
        for place in np.flatnonzero(shown).tolist():
            issue, option = list(self.told.scenario.issues)[place], list(issues[place].options)[package[place]]
            said.append(f"{self.name(issue)}{self.phrase('is')}{self.option_name(issue, option)}")
        return self.phrase("and").join(said)


def word(column: Any, row: int) -> str:
    """The word in a row of a column of words."""
    if not isinstance(column, Categories):
        raise TypeError("not a column of words")
    return column.labels[int(column.codes[row])]
