"""The moves of the logged worlds: who did what, when, and why."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from negotiation.dispute.block import Categories, Moves
from negotiation.dispute.game import Game
from negotiation.dispute.reasons import Kind, Reason
from negotiation.politics.coalition import STANCES
from negotiation.scenario.moves import event_names

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
NOBODY = 2  # courts and news have no government; allies come after


class Page(NamedTuple):
    """Moves of one kind noted at once: rows of the block, and the move's numbers, each (N,)."""

    row: Integers
    week: Integers
    kind: Integers
    author: Integers
    what: Integers
    value: Integers
    reason: Integers
    amount: NDArray[np.float64]


@dataclass
class MoveLog:
    """Collects moves while a block is played.

    rows: (R,) places in the block of the worlds now in play, ascending; those from `logged` on are not kept.
    """

    logged: int
    rows: Integers
    week: int = 0
    pages: list[Page] = field(default_factory=list)

    def of(self, rows: Integers) -> "MoveLog":
        """The same log for some of the worlds, by their place here."""
        return MoveLog(self.logged, self.rows[rows], self.week, self.pages)

    @cached_property
    def kept(self) -> int:
        """How many of the worlds now in play are kept."""
        return int(np.searchsorted(self.rows, self.logged))

    def add(
        self,
        kind: Kind,
        author: int,
        where: Flags,
        reason: ArrayLike = Reason.NONE,
        subject: tuple[ArrayLike, ArrayLike, ArrayLike] = (-1, -1, np.nan),
    ) -> None:
        """Note a move in the worlds where it happened.

        author: seat, NOBODY, or NOBODY + 1 + ally; where: (R,) bool; reason: one or (R,); subject: what (a measure, an
        issue, an ally or a package by number), value (a level, an option, a stance) and amount, each one or (R,).
        """
        if self.logged == 0 or self.kept == 0:
            return
        rows = np.flatnonzero(where[: self.kept])
        if rows.size == 0:
            return
        what, value, amount = subject
        page = Page(
            row=self.rows[rows],
            week=np.full(rows.size, self.week),
            kind=np.full(rows.size, kind),
            author=np.full(rows.size, author),
            what=_at(what, rows),
            value=_at(value, rows),
            reason=_at(reason, rows),
            amount=np.broadcast_to(np.asarray(amount, np.float64), where.shape)[rows],
        )
        self.pages.append(page)


def _at(column: ArrayLike, rows: Integers) -> Integers:
    """The entries of a column at rows; one entry stands for all."""
    values = np.asarray(column, np.int64)
    return np.full(rows.size, values) if values.ndim == 0 else values[rows]


def told(game: Game, log: MoveLog, first_world: int) -> Moves:
    """The log in words, ordered by world, week and place in the week."""
    page = _in_order(log.pages)
    return Moves(
        world=page.row + first_world,
        week=page.week + 1,
        government=Categories(page.author, authors(game)),
        kind=Categories(page.kind, tuple(entry.name.lower() for entry in Kind)),
        what=_worded(page.kind, page.what, things(game)),
        value=_values(page, ways(game)),
        amount=page.amount,
        reason=Categories(page.reason, tuple(entry.name.lower() for entry in Reason)),
    )


def _in_order(pages: list[Page]) -> Page:
    """All pages as one, by world, week and the order they were noted in."""
    none = np.zeros(0, np.int64)
    blank = Page(none, none, none, none, none, none, none, np.zeros(0))
    columns: list[Any] = [np.concatenate(column) for column in zip(blank, *pages, strict=True)]
    together = Page(*columns)
    order = np.lexsort((np.arange(together.row.size), together.week, together.row))
    columns = [column[order] for column in together]
    return Page(*columns)


ON_MEASURES = (
    Kind.IMPOSE, Kind.RAISE, Kind.LOWER, Kind.LIFT, Kind.EXEMPT, Kind.PAUSE, Kind.THREATEN, Kind.THREAT_MET,
    Kind.THREAT_CARRIED_OUT, Kind.THREAT_IN_PART, Kind.THREAT_POSTPONED, Kind.THREAT_DROPPED, Kind.LAPSE,
    Kind.OTHER_BASIS, Kind.PREPARE, Kind.CLAIMS_GROW, Kind.OBJECT,
)  # fmt: skip
ON_PACKAGES = (Kind.OFFER, Kind.ACCEPT, Kind.DEAL, Kind.LIMITED_DEAL, Kind.VOTED_DOWN, Kind.SIGN)


def authors(game: Game) -> tuple[str, ...]:
    """Who may have moved, by number."""
    return (*game.scenario.sides, "world", *game.scenario.allies, *game.scenario.provinces)


def things(game: Game) -> dict[Kind, tuple[str, ...]]:
    """What the subject of each kind of move is called, by number."""
    scenario = game.scenario
    packages = tuple(str(number) for number in range(len(game.packages.code)))
    named = {kind: tuple(scenario.measures) for kind in ON_MEASURES}
    named |= {kind: packages for kind in ON_PACKAGES}
    named |= {kind: tuple(scenario.issues) for kind in (Kind.CONCEDE, Kind.DEMAND, Kind.ASSENT, Kind.WITHHOLD)}
    named |= {kind: tuple(scenario.bases) for kind in (Kind.COURT, Kind.RULING_STAYED, Kind.RULING_OVERTURNED)}
    chambers = tuple(f"{side.key}.{chamber.key}" for side in game.sides for chamber in side.chambers)
    named |= {Kind.REFUSE: chambers}
    named |= {Kind.OFFER_ALLY: tuple(scenario.allies), Kind.SUMMIT: scenario.sides}
    named |= {Kind.EVENT: event_names(scenario.moves)}
    return named


def ways(game: Game) -> dict[Kind, list[tuple[str, ...]]]:
    """What the value of a move is called, by the number of its subject and its own."""
    scenario = game.scenario
    levels = [tuple(level.name for level in measure.levels) for measure in scenario.measures.values()]
    named = {kind: levels for kind in ON_MEASURES}
    options = [tuple(issue.options) for issue in scenario.issues.values()]
    named |= {kind: options for kind in (Kind.CONCEDE, Kind.DEMAND, Kind.ASSENT, Kind.WITHHOLD)}
    named |= {Kind.STANCE: [STANCES]}
    return named


def _worded(kind: Integers, what: Integers, things: dict[Kind, tuple[str, ...]]) -> Categories:
    """The subjects in words."""
    labels = ["", *dict.fromkeys(name for names in things.values() for name in names)]
    place = {label: code for code, label in enumerate(labels)}
    codes = np.zeros(what.size, np.int64)
    for each, names in things.items():
        table = np.array([0, *(place[name] for name in names)])  # -1 looks up the empty word
        here = kind == each
        codes[here] = table[np.where(what[here] < 0, 0, what[here] + 1)]
    return Categories(codes, tuple(labels))


def _values(page: Page, ways: dict[Kind, list[tuple[str, ...]]]) -> Categories:
    """The values in words."""
    labels = ["", *dict.fromkeys(name for lists in ways.values() for names in lists for name in names)]
    place = {label: code for code, label in enumerate(labels)}
    codes = np.zeros(page.value.size, np.int64)
    for each, lists in ways.items():
        for subject, names in enumerate(lists):
            here = (page.kind == each) & (np.maximum(page.what, 0) == subject) & (page.value >= 0)
            codes[here] = np.array([place[name] for name in names])[page.value[here]]
    return Categories(codes, tuple(labels))
