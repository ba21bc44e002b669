"""Do threats in the shipped historical cases end as published episodes did? Met, imposed, neither.

python -m experiments.base_rates [worlds]      writes the table in docs/base-rates.md
"""

import sys
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.documents import DOCS, markdown_table, write_between
from experiments.results import BLOCK
from negotiation.dispute.game import Game, build_game
from negotiation.dispute.state import THREAT_ENDS
from negotiation.model import play_block
from negotiation.scenario import read_scenario
from negotiation.study.statistics import share

CASES, WORLDS, SEED = ("us-canada-record", "us-china-2018"), 1000, 2025
IMPOSED = ("carried_out", "in_part")
Floats = NDArray[np.float64]


class Episodes(NamedTuple):
    """Published episodes: of how many threats, which ended so; low, high: the 90 % interval (Wilson)."""

    end: str
    source: str
    low: float
    high: float


def interval(ended: int, of: int) -> tuple[float, float]:
    """The 90 % interval of a share counted ended out of of."""
    return share(ended, of, 0.9)[1:]


PUBLISHED = (
    Episodes(
        "met",
        "section 301, 1975-1994: aims met at least in part in 35 of 72 cases (Bayard & Elliott 1994, unchecked)",
        *interval(35, 72),
    ),
    Episodes(
        "imposed",
        "sanctions threatened, 1945-2005: not imposed in almost half (TIES, Morgan, Bapat & Kobayashi 2014, as told by "
        "others; 45 to 65 % is our reading of that word)",
        0.45,
        0.65,
    ),
    Episodes(
        "imposed",
        "US threats against Canada to 1 September 2025: 4 of 8 in full for more than two days (record of 2025)",
        *interval(4, 8),
    ),
)


def shares(game: Game, worlds: int) -> dict[str, tuple[float, float, float]]:
    """Of all threats that ended, the share met and imposed, and where nine in ten worlds with three or more lie."""
    counted: list[Floats] = []
    for first in range(0, worlds, BLOCK):
        block = play_block(game, SEED, range(first, min(first + BLOCK, worlds)), 0)
        counted.append(np.stack([
            sum(np.asarray(block.worlds[f"threats_{side}_{end}"], np.float64) for side in game.scenario.sides)
            for end in THREAT_ENDS
        ], axis=-1))  # fmt: skip
    ends = dict(zip(THREAT_ENDS, np.concatenate(counted).T, strict=True))
    over = sum((ends[end] for end in THREAT_ENDS if end != "postponed"), np.zeros(worlds))
    enough = over >= 3.0
    found = {}
    for name, which in (("met", ("met",)), ("imposed", IMPOSED)):
        so = sum((ends[end] for end in which), np.zeros(worlds))
        low, high = np.quantile(so[enough] / over[enough], (0.05, 0.95)) if enough.any() else (np.nan, np.nan)
        found[name] = (float(so.sum() / over.sum()), float(low), float(high))
    return found


def main() -> None:
    """Measure and write."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    rows = []
    for case in CASES:
        found = shares(build_game(read_scenario(case)), worlds)
        for episodes in PUBLISHED:
            value, low, high = found[episodes.end]
            inside = "yes" if episodes.low <= value <= episodes.high else "no"
            published = f"{100 * episodes.low:.0f} to {100 * episodes.high:.0f} %"
            rows.append((f"`{case}`", episodes.end, f"{100 * value:.0f} % ({100 * low:.0f} to {100 * high:.0f})",
                         published, inside, episodes.source))  # fmt: skip
    heads = ("case", "threats", "model", "published, 90 %", "inside", "source")
    note = f"{worlds:,} worlds a case, seed {SEED}; in brackets nine in ten of the worlds in which three threats ended."
    write_between(DOCS / "base-rates.md", "table", f"{note}\n\n{markdown_table(heads, rows)}")


if __name__ == "__main__":
    main()
