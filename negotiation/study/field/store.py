"""A study's blocks on the disk: each a file, whole or absent, named by its point and worlds."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from negotiation.study.field.work import STUDY, WORLD, Failure, Piece
from negotiation.study.folder import FolderError, write_json, write_whole
from negotiation.study.interrupts import interrupts_wait

BLOCKS = "blocks"
NAMED = re.compile(r"^(\d{6,})-(\d{12,})-(\d{12,})\.(parquet|failed\.json)$")
PART = ".part"


@dataclass(frozen=True)
class Store:
    """The blocks of one study in a folder. study: its fingerprint, which every block carries."""

    folder: Path
    study: str

    @property
    def blocks(self) -> Path:
        """Where they are."""
        return self.folder / BLOCKS

    def begin(self) -> None:
        """Make the place; what a kill left half written under another name is nobody's."""
        self.blocks.mkdir(exist_ok=True)
        for rest in self.blocks.glob(f".*{PART}"):
            rest.unlink()

    def keep(self, found: Piece | Failure) -> None:
        """Write a block, or why there is none, in one step."""
        with interrupts_wait():
            failure = self._path(found.point, found.worlds, "failed.json")
            if isinstance(found, Failure):
                first, last = found.worlds.start, found.worlds.stop - 1
                write_json(failure, {"point": found.point, "first": first, "last": last, "error": found.error})
            else:
                write_whole(self._path(found.point, found.worlds, "parquet"), found.table)

    def played(self) -> dict[int, list[range]]:
        """Point -> the worlds played, by first world. Raises FolderError where two blocks overlap."""
        found: dict[int, list[range]] = {}
        for point, worlds in sorted(self._named("parquet"), key=lambda named: (named[0], named[1].start)):
            before = found.setdefault(point, [])
            if before and before[-1].stop > worlds.start:
                raise FolderError(f"'{self.blocks}': blocks of point {point} overlap at world {worlds.start:,}")
            before.append(worlds)
        return found

    def failures(self) -> list[Failure]:
        """Blocks that could not be played and have not been since, by point and world."""
        played = self.played()
        found = []
        for point, worlds in sorted(self._named("failed.json"), key=lambda named: (named[0], named[1].start)):
            if any(done.start < worlds.stop and worlds.start < done.stop for done in played.get(point, ())):
                continue
            told = json.loads(self._path(point, worlds, "failed.json").read_text(encoding="utf-8"))
            found.append(Failure(point, worlds, str(told["error"])))
        return found

    def forget_failures(self) -> None:
        """Let every failed block be tried once more."""
        for point, worlds in list(self._named("failed.json")):
            self._path(point, worlds, "failed.json").unlink()

    def check(self) -> None:
        """Refuse a block that is half written or another study's. Raises FolderError; nothing is touched."""
        for point, ranges in self.played().items():
            for worlds in ranges:
                path = self._path(point, worlds, "parquet")
                self._check_block(path, worlds)

    def _check_block(self, path: Path, worlds: range) -> None:
        """Whole, as long as its name says, and of this study."""
        try:
            seen = parquet.read_metadata(path)
            whose = (seen.metadata or {}).get(STUDY, b"").decode()
        except (OSError, pa.ArrowException):
            seen, whose = None, ""
        if seen is None or seen.num_rows != len(worlds):
            raise FolderError(f"'{path}' is half written or damaged; take it away and --resume plays it again")
        if whose != self.study:
            raise FolderError(f"'{path}' belongs to another study ({whose or 'unknown'}, not {self.study})")

    def read(self, point: int, ranges: Sequence[range], most: int, columns: Sequence[str] = ()) -> pa.Table | None:
        """The worlds below `most` of a point, in order, with these columns or all; none if none was played."""
        chosen = [WORLD, *columns] if columns else None
        parts = [
            parquet.read_table(self._path(point, worlds, "parquet"), columns=chosen, partitioning=None)
            for worlds in ranges
            if worlds.start < most
        ]
        if not parts:
            return None
        table = pa.concat_tables(parts).combine_chunks().replace_schema_metadata(None)
        return table.slice(0, int(np.searchsorted(table[WORLD].to_numpy(), most)))

    def _named(self, ending: str) -> Iterator[tuple[int, range]]:
        """Point and worlds of every file with this ending."""
        for path in self.blocks.iterdir() if self.blocks.is_dir() else ():
            named = NAMED.match(path.name)
            if named and named[4] == ending:
                yield int(named[1]), range(int(named[2]), int(named[3]))

    def _path(self, point: int, worlds: range, ending: str) -> Path:
        """The file of a block."""
        return self.blocks / f"{point:06d}-{worlds.start:012d}-{worlds.stop:012d}.{ending}"


def gaps(played: Sequence[range], wanted: int) -> list[range]:
    """The worlds below `wanted` that have not been played."""
    found, reached = [], 0
    for worlds in [*played, range(wanted, wanted)]:
        start = min(worlds.start, wanted)
        if start > reached:
            found.append(range(reached, start))
        reached = max(reached, worlds.stop)
    return found


def cut(worlds: range, block: int) -> list[range]:
    """Worlds in as few blocks of about equal size as none is larger than `block`."""
    number = -(-len(worlds) // block)
    edges = [worlds.start + len(worlds) * place // number for place in range(number + 1)]
    return [range(first, stop) for first, stop in pairwise(edges)]
