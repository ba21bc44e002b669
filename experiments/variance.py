"""How much of what varies between worlds comes from what? Total effects of the channels of luck, both shipped cases.

python -m experiments.variance [worlds]      writes the tables in docs/odd.md
"""

import sys

from experiments.documents import DOCS, markdown_table, write_between
from negotiation.analysis import Effect, variance_shares
from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario

WORLDS, SEED = 4000, 2025
CASES = ("us-canada-briefing", "us-canada-record")


def table(effects: list[Effect]) -> str:
    """Channels down, results across; each a share of the variance with its 95 % interval."""
    channels = list(dict.fromkeys(effect.channel for effect in effects))
    outcomes = list(dict.fromkeys(effect.outcome for effect in effects))
    found = {(effect.channel, effect.outcome): effect for effect in effects}
    rows = [(channel, *(_cell(found[channel, outcome]) for outcome in outcomes)) for channel in channels]
    return markdown_table(("total effect, %", *outcomes), rows)


def _cell(effect: Effect) -> str:
    """A share with its interval, percent."""
    return f"{100 * effect.share:.0f} ({100 * effect.low:.0f}-{100 * effect.high:.0f})"


def main() -> None:
    """Measure and write."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    parts = [f"{worlds:,} worlds, seed {SEED}; 95 % intervals."]
    for case in CASES:
        parts += [f"`{case}`:", table(variance_shares(build_game(read_scenario(case)), SEED, worlds))]
    write_between(DOCS / "odd.md", "variance", "\n\n".join(parts))


if __name__ == "__main__":
    main()
