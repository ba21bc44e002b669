"""A finished run, as its figures need it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.study.folder import MANIFEST, SUMMARY, WEEKS, WORLDS, FolderError
from negotiation.study.results import read_arrays, read_table

# Of the hundred and more columns a world has, those that are drawn.
_DRAWN = (
    "outcome", "settlement", "deal_week", "limited_week", "gain_", "frontier_distance", "jobs_", "prices_", "ally_",
)  # fmt: skip
NAME_LETTERS = 18
UNCERTAINTY = "uncertainty.json"


@dataclass(frozen=True)
class Run:
    """What a run left behind.

    worlds: column -> (R,); weeks: weekly column -> its place in the arrays; record: (N, W, K) of the first worlds;
    quantiles: (5, W, K) and mean: (W, K) of all worlds; uncertainty: what came of uncertain guesses, where tried.
    """

    worlds: Mapping[str, NDArray[Any]]
    weeks: Mapping[str, int]
    record: NDArray[np.float32]
    quantiles: NDArray[np.float64]
    mean: NDArray[np.float64]
    summary: Mapping[str, Any]
    manifest: Mapping[str, Any]
    uncertainty: Mapping[str, Any] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many worlds were played."""
        return len(self.worlds["outcome"])

    @property
    def horizon(self) -> int:
        """How many weeks a world lasts."""
        return int(self.summary["weeks"])

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries' ids in the scenario's order."""
        return tuple(self.summary["countries"])

    def country_name(self, country: str) -> str:
        """What people call the country."""
        return tidy(str(self.summary["countries"][country]["name"]), NAME_LETTERS)

    def week_numbers(self) -> NDArray[np.float64]:
        """The weeks of the record, from 1: (W,)."""
        return np.arange(1.0, self.horizon + 1.0)


def read_run(folder: Path) -> Run:
    """The run in a results folder. Raises FolderError if there is none, or one without a summary."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
        doubts = folder / UNCERTAINTY
        uncertainty = json.loads(doubts.read_text(encoding="utf-8")) if doubts.exists() else {}
        drawn = {name: kind for name, kind in manifest["columns"].items() if name.startswith(_DRAWN)}
        worlds, weeks = read_table(folder / WORLDS, drawn), read_arrays(folder / WEEKS)
        places = {str(name): place for place, name in enumerate(weeks["columns"])}
        quantiles, mean = weeks["quantiles"].astype(np.float64), weeks["mean"].astype(np.float64)
    except (OSError, KeyError, json.JSONDecodeError) as error:
        raise FolderError(f"'{folder}' holds no finished run: {error}") from None
    return Run(worlds, places, weeks["record"], quantiles, mean, summary, manifest, uncertainty)


def tidy(words: str, limit: int) -> str:
    """The words on one line, without signs no font can show, cut at the limit."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + "…"
