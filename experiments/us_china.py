"""What does the model give for the United States and China, 2018 to 2020, and what happened?

python -m experiments.us_china [worlds]      writes the table in docs/us-china.md
"""

import sys
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.documents import DOCS, markdown_table, write_between
from experiments.results import BLOCK, words
from negotiation.dispute.block import Block
from negotiation.dispute.game import build_game
from negotiation.model import play_block
from negotiation.scenario import read_scenario

CASE, WORLDS, SEED = "us-china-2018", 2000, 2025
SIGNED = 94  # weeks from 22 March 2018 to 15 January 2020, counted from 0
WAR = 3.0  # percent of imports; the scenario's own threshold
Floats = NDArray[np.float64]


class Fact(NamedTuple):
    """What is compared: in words, what the record says, and the number of every world, NaN where it has none.

    share: whether the number is 0 or 1 a world, so that its mean is a share.
    """

    what: str
    record: str
    of: Callable[[Block], Floats]
    share: bool = False


def _number(column: str) -> Callable[[Block], Floats]:
    return lambda block: np.asarray(block.worlds[column], np.float64)


def _weeks(column: str, block: Block) -> Floats:
    weeks = np.asarray(block.worlds[column], np.float64)
    return np.where(weeks < 0, np.nan, weeks)


def _first_deal(block: Block) -> Floats:
    """The week of the first deal, whole or limited."""
    return np.fmin(_weeks("deal_week", block), _weeks("limited_week", block))


def _by_signing(block: Block) -> Floats:
    return np.asarray(_first_deal(block) <= SIGNED, np.float64)


def _in_deals(column: str, *labels: str) -> Callable[[Block], Floats]:
    """Whether an issue ended so, in the worlds with any deal."""

    def of(block: Block) -> Floats:
        agreed = ~np.isnan(_first_deal(block))
        return np.where(agreed, np.isin(words(block, column), labels), np.nan)

    return of


def _threats_without_effect(block: Block) -> Floats:
    return _number("threats_us_met")(block) + _number("threats_us_dropped")(block)


def _tariffs_stay(block: Block) -> Floats:
    """Whether the US keeps tariffs worth a trade war, in the worlds with any deal."""
    return np.where(np.isnan(_first_deal(block)), np.nan, _number("rate_end_us")(block) >= WAR)


FACTS = (
    Fact("a deal, whole or limited, by 15 January 2020", "yes", _by_signing, share=True),
    Fact("week of the first deal", f"{SIGNED}", _first_deal),
    Fact("tariffs added by the US at the end, % of imports", "16.2 (19.3 - 3.1)", _number("rate_end_us")),
    Fact("at their peak", "17.9 (21.0 - 3.1)", _number("rate_peak_us")),
    Fact("tariffs added by China at the end, % of imports", "13.1 (20.3 - 7.2)", _number("rate_end_cn")),
    Fact("at their peak", "13.7 (20.9 - 7.2)", _number("rate_peak_cn")),
    Fact("US threats carried out", "4", _number("threats_us_carried_out")),
    Fact("US threats postponed", "2", _number("threats_us_postponed")),
    Fact("US threats met by a deal or dropped", "2", _threats_without_effect),
    Fact("deals with purchases promised", "yes", _in_deals("issue_purchases", "hundred", "two_hundred"), share=True),
    Fact("deals that limit subsidies", "no", _in_deals("issue_subsidies", "limited"), share=True),
    Fact("deals after which US tariffs stay at 3 % or more", "yes", _tariffs_stay, share=True),
)


def measured(worlds: int) -> list[Floats]:
    """Every fact's numbers, one a world."""
    game = build_game(read_scenario(CASE))
    parts: list[list[Floats]] = []
    for first in range(0, worlds, BLOCK):
        block = play_block(game, SEED, range(first, min(first + BLOCK, worlds)), 0)
        parts.append([fact.of(block) for fact in FACTS])
    return [np.concatenate(numbers) for numbers in zip(*parts, strict=True)]


def cell(fact: Fact, numbers: Floats) -> str:
    """A share with its 95 % interval, or the median with the range of nine worlds in ten."""
    known = numbers[~np.isnan(numbers)]
    if fact.share:
        mean = known.mean()
        half = 1.96 * np.sqrt(mean * (1.0 - mean) / len(known))
        return f"{100 * mean:.0f} % (± {100 * half:.1f})"
    low, middle, high = np.quantile(known, (0.05, 0.5, 0.95))
    return f"{middle:.3g} ({low:.3g} to {high:.3g})"


def main() -> None:
    """Measure and write."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    rows = [(fact.what, fact.record, cell(fact, each)) for fact, each in zip(FACTS, measured(worlds), strict=True)]
    table = markdown_table(("", "what happened", "what the model gives"), rows)
    note = f"{worlds:,} worlds, seed {SEED}: shares with 95 % intervals, else the median and nine worlds in ten."
    write_between(DOCS / "us-china.md", "table", f"{note}\n\n{table}")


if __name__ == "__main__":
    main()
