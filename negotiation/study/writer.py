"""Filling a results folder: rows as they come, the rest at the end, and whole blocks only, whatever happens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from negotiation.study.fingerprints import file_hashes
from negotiation.study.folder import MANIFEST, MOVES, SUMMARY, WEEKS, WORLDS, write_arrays, write_json
from negotiation.study.histogram import WeeklyHistogram
from negotiation.study.interrupts import interrupts_wait
from negotiation.study.manifest import now
from negotiation.study.rows import csv_header
from negotiation.study.summary import summary
from negotiation.study.tally import Tally
from negotiation.study.task import Digest

if TYPE_CHECKING:
    from negotiation.study.ensemble import Ensemble

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
MOVES_HEADER = ("world", "week", "government", "kind", "what", "value", "amount", "reason")


@dataclass(frozen=True)
class Books:
    """Everything counted over some worlds."""

    tally: Tally
    histogram: WeeklyHistogram

    def merged(self, other: "Books") -> "Books":
        """Both parts together."""
        return Books(self.tally.merged(other.tally), self.histogram.merged(other.histogram))


@dataclass
class Writer:
    """A results folder while it is being filled; blocks come in the worlds' order.

    manifest: as it is at the start; reference: the game's points of reference; done: worlds written so far.
    """

    folder: Path
    ensemble: "Ensemble"
    manifest: Mapping[str, Any]
    reference: dict[str, Any]
    done: int = 0
    books: Books | None = None
    record: list[NDArray[np.float32]] = field(default_factory=list)

    def begin(self) -> None:
        """Write what is known before the first block: the manifest and the headers."""
        write_json(self.folder / MANIFEST, self.manifest)
        (self.folder / WORLDS).write_bytes(csv_header(tuple(self.manifest["columns"])))
        (self.folder / MOVES).write_bytes(csv_header(MOVES_HEADER))

    def add(self, digest: Digest) -> None:
        """Write a block and count it; a block that does not fit on the disk leaves no trace."""
        with interrupts_wait():
            append_both(self.folder, digest)
            books = Books(digest.tally, digest.histogram)
            self.books = self.books.merged(books) if self.books else books
            if len(digest.record):
                self.record.append(digest.record)
            self.done += digest.worlds

    def close(self, complete: bool) -> dict[str, Any]:
        """Write the summary of what is there, the weeks and the final manifest; returns the summary."""
        with interrupts_wait():
            found = self.write_results(self.books) if self.books else {}
            files = file_hashes(self.folder, (WORLDS, MOVES, WEEKS, SUMMARY)) if complete else {}
            write_json(
                self.folder / MANIFEST,
                {**self.manifest, "worlds_done": self.done, "complete": complete, "finished": now(), "files": files},
            )
            return found

    def write_results(self, books: Books) -> dict[str, Any]:
        """The summary and the weeks."""
        found = summary(self.ensemble, books.tally, self.reference, books.histogram.outside())
        write_json(self.folder / SUMMARY, found)
        write_arrays(self.folder / WEEKS, weeks_arrays(books.histogram, self.record))
        return found


def weeks_arrays(histogram: WeeklyHistogram, record: list[NDArray[np.float32]]) -> dict[str, NDArray[Any]]:
    """What weeks.npz holds: the record of the first worlds, means and quantiles of all."""
    return {
        "record": np.concatenate(record),
        "columns": np.array([column.name for column in histogram.columns]),
        "units": np.array([column.unit for column in histogram.columns]),
        "mean": histogram.mean(),
        "levels": np.array(LEVELS),
        "quantiles": histogram.quantiles(LEVELS),
    }


def append_both(folder: Path, digest: Digest) -> None:
    """Append a block's rows to both tables, or to neither."""
    paths = (folder / WORLDS, folder / MOVES)
    sizes = [path.stat().st_size for path in paths]
    try:
        for path, rows in zip(paths, (digest.rows, digest.moves), strict=True):
            append(path, rows)
    except OSError:
        for path, size in zip(paths, sizes, strict=True):
            with path.open("r+b") as table:
                table.truncate(size)
        raise


def append(path: Path, rows: bytes) -> None:
    """Add rows to a table."""
    with path.open("ab") as table:
        table.write(rows)
