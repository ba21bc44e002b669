"""A results folder, read back: one row a world, the weekly record, the summary and the manifest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.csv
from numpy.typing import NDArray

_WORDS = ("outcome", "settlement", "tariffs_at_end", "talks_at_end", "ally_")
_NUMBERS = (
    "world", "deal_ever", "deal_week", "limited_week", "gain_", "frontier_distance", "jobs_", "prices_", "approval_",
)  # fmt: skip


@dataclass(frozen=True)
class Results:
    """What a run left behind.

    worlds: column name -> (R,); weeks: column name -> its place in the record; record: (N, W, K) of the first worlds;
    quantiles: (5, W, K) and mean: (W, K) of all worlds.
    """

    worlds: Mapping[str, NDArray[Any]]
    weeks: Mapping[str, int]
    record: NDArray[np.float32]
    quantiles: NDArray[np.float64]
    mean: NDArray[np.float64]
    summary: Mapping[str, Any]
    manifest: Mapping[str, Any]

    @property
    def size(self) -> int:
        """How many worlds were played."""
        return len(self.worlds["outcome"])

    @property
    def horizon(self) -> int:
        """How many weeks a world lasts."""
        return int(self.mean.shape[0])

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries' ids in the scenario's order, which the record keeps and a JSON object need not."""
        return tuple(name.removeprefix("rate_") for name in self.weeks if name.startswith("rate_"))

    def country_name(self, country: str) -> str:
        """What people call the country."""
        described = self.summary.get("countries", {}).get(country, {})
        return tidy(str(described.get("name", country)), 40)

    def week_numbers(self) -> NDArray[np.float64]:
        """The weeks of the record, from 1: (W,)."""
        return np.arange(1.0, self.horizon + 1.0)


def read_results(folder: Path) -> Results:
    """The results in the folder; OSError if a file is missing."""
    with np.load(folder / "weeks.npz") as weeks:
        columns = {str(name): place for place, name in enumerate(weeks["columns"])}
        record, quantiles, mean = weeks["record"], weeks["quantiles"], weeks["mean"]
    return Results(
        worlds=_read_worlds(folder / "worlds.csv"),
        weeks=columns,
        record=record,
        quantiles=quantiles.astype(np.float64),
        mean=mean.astype(np.float64),
        summary=json.loads((folder / "summary.json").read_text(encoding="utf-8")),
        manifest=json.loads((folder / "manifest.json").read_text(encoding="utf-8")),
    )


def _read_worlds(path: Path) -> dict[str, NDArray[Any]]:
    """The columns that figures need, and no others: a row holds over a hundred numbers."""
    with path.open(encoding="utf-8") as lines:
        header = [name.strip('"') for name in lines.readline().rstrip("\r\n").split(",")]
    words = [name for name in header if name.startswith(_WORDS)]
    wanted = words + [name for name in header if name.startswith(_NUMBERS)]
    types = {name: pyarrow.string() if name in words else pyarrow.float64() for name in wanted}
    options = pyarrow.csv.ConvertOptions(include_columns=wanted, column_types=types, strings_can_be_null=False)
    table = pyarrow.csv.read_csv(path, convert_options=options)
    return {name: table[name].to_numpy() for name in wanted}


def tidy(words: str, limit: int) -> str:
    """The words on one line, without signs no font can show, cut at the limit."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + "…"
