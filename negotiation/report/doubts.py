"""What the report says where a run was also played with its guesses uncertain."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from negotiation.study.doubt.uncertain import FACTORS, FILE, LUCK
from negotiation.study.folder import SUMMARY, FolderError
from negotiation.study.screen import outcome_words

PERCENT = 100.0
HEADLINES = {"deal": "A comprehensive deal", "any_deal": "Any deal", "trade_war": "A trade war"}
WELFARE = "welfare_"


@dataclass(frozen=True)
class ShareRow:
    """An outcome: its share as stated, with guesses uncertain, and in nine of ten states, in words."""

    name: str
    stated: str
    share: str
    states: str


@dataclass(frozen=True)
class VarianceRow:
    """An outcome: what each factor accounts for, in words; alone: the shares, percent."""

    name: str
    cells: tuple[str, ...]
    alone: tuple[float, ...]
    together: tuple[float, ...]


@dataclass(frozen=True)
class Doubts:
    """guesses: how many are uncertain; states, worlds: how many states, and worlds in each; left_out: states that made
    no scenario.
    """

    guesses: int
    states: int
    worlds: int
    left_out: int
    factors: tuple[str, ...]
    shares: tuple[ShareRow, ...]
    variance: tuple[VarianceRow, ...]


def doubts_in(folder: Path) -> Doubts | None:
    """What a results folder says of it; none if it was not played. Raises FolderError if it cannot be read."""
    file = folder / FILE
    if not file.exists():
        return None
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FolderError(f"'{file}' cannot be read: {error}") from None
    return doubts_of(found, summary)


def doubts_of(found: Mapping[str, Any], summary: Mapping[str, Any]) -> Doubts:
    """What an uncertainty's summary says beside a run's."""
    return Doubts(
        len(found["guesses"]), found["states"], found["worlds"], found.get("left_out", 0), FACTORS,
        share_rows(found["shares"], summary),
        tuple(variance_row(name, each, summary["countries"]) for name, each in found["variance"].items()),
    )  # fmt: skip


def share_rows(shares: Mapping[str, Any], summary: Mapping[str, Any]) -> tuple[ShareRow, ...]:
    """Every outcome of the run, and those that are reached only where the guesses differ."""
    rows = []
    for outcome in dict.fromkeys([*summary["outcomes"], *shares]):
        stated, found = summary["outcomes"].get(outcome, {"share": 0.0}), shares.get(outcome)
        if found is None and not stated["share"]:
            continue
        name = outcome_words(outcome, summary["countries"])
        told = found or dict.fromkeys(("share", "low", "high", "state_low", "state_high"), 0.0)
        rows.append(
            ShareRow(
                name,
                f"{PERCENT * stated['share']:.1f} %",
                f"{PERCENT * told['share']:.1f} % ({PERCENT * told['low']:.1f} to {PERCENT * told['high']:.1f})",
                f"{PERCENT * told['state_low']:.0f} to {PERCENT * told['state_high']:.0f} %",
            )
        )
    return tuple(rows)


def variance_row(name: str, parts: Mapping[str, Any], countries: Mapping[str, Any]) -> VarianceRow:
    """One outcome's parts."""
    cells = tuple(f"{_bounds(parts[factor]['alone'])} [{_bounds(parts[factor]['together'])}]" for factor in FACTORS)
    alone, together = (
        tuple(PERCENT * parts[factor][kind]["share"] for factor in FACTORS) for kind in ("alone", "together")
    )
    side = name.removeprefix(WELFARE)
    called = HEADLINES.get(name) or f"Welfare, {countries.get(side, {}).get('name', side)}"
    return VarianceRow(called, cells, alone, together)


def _bounds(found: Mapping[str, float]) -> str:
    """A share and its interval, percent."""
    return f"{PERCENT * found['share']:.0f} % ({PERCENT * found['low']:.0f}–{PERCENT * found['high']:.0f})"


def variance_sentence(doubts: Doubts) -> str:
    """How much of whether there is a deal comes from what."""
    first = doubts.variance[0]
    alone = _listed([f"{factor} {share:.0f} %" for factor, share in zip(doubts.factors, first.alone, strict=True)])
    luck = first.together[doubts.factors.index(LUCK)]
    return (
        f"Of what varies in whether there is a comprehensive deal, {alone} act alone; the rest is what they do "
        f"together (luck has a hand in {luck:.0f} %)."
    )


def _listed(words: Sequence[str]) -> str:
    """With commas and an `and`."""
    return f"{', '.join(words[:-1])} and {words[-1]}"
