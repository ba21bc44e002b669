"""What does each mechanism do? Each taken away alone, the same luck, and how the shares of outcomes change.

python -m experiments.ablations [worlds]      writes the table in docs/odd.md

A further mechanism is one line in MECHANISMS; a scenario that does not have it leaves the line out.
"""

import sys
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from experiments.documents import DOCS, markdown_table, write_between
from experiments.results import BLOCK, Floats, words
from negotiation.dispute.game import build_game
from negotiation.model import play_block
from negotiation.scenario import Scenario, read_scenario
from negotiation.scenario.frictions import FRICTIONS
from negotiation.scenario.neutral import Setting, concerns, neutralised
from negotiation.study.statistics import paired_difference, share

WORLDS, SEED = 1000, 2027  # other luck than results were named on
CASES = ("us-canada-briefing", "us-canada-record")
HEADLINES = {
    "comprehensive deal": ("comprehensive deal",),
    "limited deal": ("limited deal",),
    "no tariffs": ("no tariffs",),
    "one-sided": ("one-sided: ca", "one-sided: us"),
    "standoff": ("standoff",),
    "trade war": ("trade war",),
}


class Ablation(NamedTuple):
    """A mechanism, what is there instead, in words, and how it is taken away."""

    mechanism: str
    instead: str
    settings: Sequence[Setting]


def off(mechanism: str, instead: str, **entries: object) -> Ablation:
    """An ablation by entries: two underscores stand for a dot, `each` for every key."""
    paths = {path.replace("__", ".").replace("each", "*"): value for path, value in entries.items()}
    return Ablation(mechanism, instead, [Setting(path, value) for path, value in paths.items()])


MECHANISMS = (
    off("threats at the start", "none stands", start__threats={}),
    off("belief in threats", "nobody believes a threat", bases__each__belief=0.0, start__belief={}),
    off(
        "follow-through by chance",
        "no private costs of carrying out, so that nothing is learned from it",
        countries__each__conduct__nerve=0.0,
        countries__each__types__each__resolve=0.0,
        countries__each__learning=None,
    ),
    off("half measures and delays", "carried out or dropped", countries__each__conduct__patience=0.0),
    off("market stress", "markets do not tremble", news__stress_jump=0.0),
    off("border incidents", "none", news__border_incident=0.0),
    off("courts", "void nothing", bases__each__court_hazard=0.0),
    off("stays and appeals", "rulings bind at once", bases__each__stay=None),
    off("speed of legal bases", "at once", bases__each__speed=None),
    off("duration of legal bases", "for good", bases__each__duration=None),
    off("substitute authority", "none", bases__each__substitute=None),
    off("summits", "leaders never meet", summit__chance=0.0, summit__proposed=0.0, summit__mediated=0.0),
    off("limited deals", "all or nothing", limited={}),
    off("suspended talks", "talks go on after a blow", countries__each__conduct__suspension=0),
    off("rest after a failed vote", "none", talks__cooling=0),
    off("learning types from offers", "offers tell nothing", countries__each__conduct__inference=0.0),
    off("learning types from conduct", "conduct tells nothing", countries__each__learning=None),
    off("weariness", "measures stay until they are changed", countries__each__strategy__fatigue=0.0),
    off("chance of failing votes", "votes go as support goes", countries__each__ratification__vote=0.0),
    off("further institutions", "one vote a country", countries__each__institutions={}),
    off("elections", "none", countries__each__election=None),
    off("provinces", "neither act nor veto", provinces={}),
    off("easing for markets and concessions", "none", countries__each__strategy__relief=None),
    off("pauses in return", "none", countries__each__strategy__suspends=None),
    off("waves announced", "at once", countries__each__strategy__announces=False),
    off("relief", "pain at home makes nobody agree", countries__each__ratification__relief=0.0),
    off("public commitments", "none", countries__each__commitments={}),
    off("vows against demands", "none", countries__each__vows=None),
    off("broken deals", "kept", countries__each__breaking=None),
    off("trust in deals", "full", countries__each__trust=None),
    off("broken peace", "costs no trust", countries__each__peace=None),
    off("ultimatums", "none", countries__each__strategy__ultimatum=None),
    off("fear of threats", "felt only when carried out", economy__fear=None),
    off("short run of trade", "long run at once", economy__short_run=None),
    off("calling on allies", "nobody asks", countries__each__conduct__asks_allies=False),
    off("separate deals", "none offered", countries__each__conduct__divide=0.0),
    off("content of separate deals", "a stance only", allies__each__deal=None),
    off("allies", "none", issues__each__options__each__needs=None, issues__each__options__each__otherwise=None,
        allies={}),
    off("mediation's help", "none", mediation=None),
    off("an ally's consent", "nobody's is needed", issues__each__options__each__needs=None,
        issues__each__options__each__otherwise=None),
)  # fmt: skip


def ablations() -> list[Ablation]:
    """Every mechanism, then every friction of `negotiation why`."""
    frictions = [Ablation(f"friction: {each.name.lower()}", each.without, each.settings) for each in FRICTIONS]
    return [*MECHANISMS, *frictions]


def shares(scenario: Scenario, worlds: int) -> dict[str, Floats]:
    """Whether each world ends under each headline, percentage points, (R,)."""
    game, outcomes = build_game(scenario), []
    for first in range(0, worlds, BLOCK):
        outcomes.append(words(play_block(game, SEED, range(first, min(first + BLOCK, worlds)), 0), "outcome"))
    outcome = np.concatenate(outcomes)
    return {name: 100.0 * np.isin(outcome, labels) for name, labels in HEADLINES.items()}


def table(case: str, worlds: int) -> str:
    """Mechanisms down, outcomes across: the change of each share when the mechanism is taken away."""
    scenario = read_scenario(case)
    whole = shares(scenario, worlds)
    counts = {name: int(np.count_nonzero(whole[name])) for name in HEADLINES}
    as_it_is = ("as it is, %", "", *(_plain(share(count, worlds)) for count in counts.values()))
    rows = [as_it_is]
    for ablation in ablations():
        if concerns(scenario, ablation.settings):
            without = shares(neutralised(scenario, ablation.settings), worlds)
            changes = [_signed(paired_difference(without[name], whole[name])) for name in HEADLINES]
            rows.append((ablation.mechanism, ablation.instead, *changes))
    return markdown_table(("taken away", "instead", *HEADLINES), rows)


def _plain(found: tuple[float, float, float]) -> str:
    """A share with its interval."""
    value, low, high = (100.0 * part for part in found)
    return f"{value:.1f} ({low:.1f} to {high:.1f})"


def _signed(found: tuple[float, float, float]) -> str:
    """A change with its interval, bold where it is not nought."""
    value, low, high = found
    if value == low == high == 0.0:
        return "0"
    said = f"{value:+.1f} ({low:+.1f} to {high:+.1f})"
    return f"**{said}**" if low > 0.0 or high < 0.0 else said


def main() -> None:
    """Measure and write."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    parts = [
        f"{worlds:,} worlds, seed {SEED}, the same luck for all; change of each share in percentage points with its "
        "95 % interval, paired. In bold where the interval leaves out 0, as it does by chance for one in twenty "
        "changes that are none."
    ]
    for case in CASES:
        parts += [f"`{case}`:", table(case, worlds)]
    write_between(DOCS / "odd.md", "ablations", "\n\n".join(parts))


if __name__ == "__main__":
    main()
