"""What an ensemble's summary is made of, counted block by block: words by outcome, exact sums, weeks of deals."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Block, Categories, Column
from negotiation.study.exact_sums import ExactSums, sums_of

OUTCOME = "outcome"
DEAL_WEEK = "deal_week"

Words = dict[tuple[str, str], int]


@dataclass(frozen=True)
class Tally:
    """Counts over some worlds; parts may be merged in any order.

    worlds: how many; words: column -> (outcome, word) -> worlds with both, zeros included; sums: of every column of
    numbers; deal_weeks: week -> worlds that reached a comprehensive deal then.
    """

    worlds: int
    words: dict[str, Words]
    sums: ExactSums
    deal_weeks: dict[int, int]

    def merged(self, other: "Tally") -> "Tally":
        """The counts over both parts' worlds."""
        words = {column: added(counts, other.words[column]) for column, counts in self.words.items()}
        deal_weeks = dict(Counter(self.deal_weeks) + Counter(other.deal_weeks))
        return Tally(self.worlds + other.worlds, words, self.sums.merged(other.sums), deal_weeks)

    def counts(self, column: str, outcome: str | None = None) -> dict[str, int]:
        """Word -> how many worlds, in all or among those with this outcome."""
        found: dict[str, int] = {}
        for (ended, word), count in self.words[column].items():
            found[word] = found.get(word, 0) + (count if outcome in (None, ended) else 0)
        return found


def tally_of(block: Block) -> Tally:
    """Count one block."""
    outcome = block.worlds[OUTCOME]
    if not isinstance(outcome, Categories):
        raise TypeError(f"column {OUTCOME!r} must hold words")
    words = {
        name: cross_counts(outcome, column) for name, column in block.worlds.items() if isinstance(column, Categories)
    }
    numbers = {name: column for name, column in block.worlds.items() if not isinstance(column, Categories)}
    numbers.pop("world", None)
    return Tally(len(block.weeks), words, sums_of(numbers), week_counts(block.worlds[DEAL_WEEK]))


def cross_counts(outcome: Categories, column: Categories) -> Words:
    """How many worlds have each pair of outcome and word."""
    width = len(column.labels)
    counts = np.bincount(outcome.codes * width + column.codes, minlength=len(outcome.labels) * width)
    pairs = [(ended, word) for ended in outcome.labels for word in column.labels]
    return dict(zip(pairs, counts.tolist(), strict=True))


def week_counts(weeks: Column) -> dict[int, int]:
    """Week -> worlds; NaN, never, is left out."""
    given = np.asarray(weeks, dtype=np.float64)
    numbers: NDArray[np.int64] = given[~np.isnan(given)].astype(np.int64)
    return dict(zip(*(part.tolist() for part in np.unique(numbers, return_counts=True)), strict=True))


def added(first: Mapping[tuple[str, str], int], second: Mapping[tuple[str, str], int]) -> Words:
    """The sum of two counts, zeros kept: an outcome nobody reached is a finding."""
    both = dict(first)
    for pair, count in second.items():
        both[pair] = both.get(pair, 0) + count
    return both
