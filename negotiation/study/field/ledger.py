"""A study's folder as a whole: begun, gone on with, finished; never another study's, never another version's."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from pyarrow import parquet

from negotiation.study.field.store import Store
from negotiation.study.fingerprints import file_hashes, rules_hash
from negotiation.study.folder import MANIFEST, FolderError, prepare_folder, write_json, write_whole
from negotiation.study.manifest import machine, now, versions
from negotiation.study.plan.study import Study

STUDY, WORLDS_TABLE = "study", "worlds.parquet"
POINTS, OUTCOMES, DIFFERENCES, SETTINGS, FAILURES = "points", "outcomes", "differences", "settings", "failures"
TABLES = tuple(f"{name}.csv" for name in (POINTS, OUTCOMES, DIFFERENCES, SETTINGS, FAILURES))
SAME = (*TABLES, WORLDS_TABLE)
ANOTHER = "name another one with --out"


@dataclass(frozen=True)
class Ledger:
    """A study's folder. manifest: as it was found, empty for a new one."""

    folder: Path
    study: Study
    manifest: Mapping[str, Any]

    @property
    def store(self) -> Store:
        """Its blocks."""
        return Store(self.folder, self.study.fingerprint())

    @property
    def finished(self) -> bool:
        """Whether all worlds asked for are there, and the tables as they were written."""
        told = self.manifest
        asked = (told.get("worlds"), told.get("until")) == (self.study.worlds, until_of(self.study))
        if not (told.get("complete") and asked) or told.get("failed_blocks"):
            return False
        return file_hashes(self.folder, SAME) == told.get("files")

    def begin(self, workers: int, command: tuple[str, ...]) -> dict[str, Any]:
        """Write the manifest of a study under way."""
        self.store.begin()
        found = {
            "kind": STUDY,
            "study_name": self.study.name,
            "fingerprint": self.study.fingerprint(),
            "seed": self.study.seed,
            "worlds": self.study.worlds,
            "until": until_of(self.study),
            "complete": False,
            "started": self.manifest.get("started") or now(),
            "finished": None,
            "command": list(command),
            "workers": workers,
            "rules": rules_hash(),
            "versions": versions(),
            **machine(),
            "study": told(self.study),
        }
        write_json(self.folder / MANIFEST, found)
        return found

    def finish(self, manifest: Mapping[str, Any], **counts: int) -> None:
        """Write the manifest of a study played to its end, with the tables' hashes."""
        files = file_hashes(self.folder, SAME)
        write_json(self.folder / MANIFEST, {**manifest, "complete": True, "finished": now(), **counts, "files": files})

    def write(self, name: str, frame: pd.DataFrame) -> None:
        """Write a table for people, whole or not at all."""
        write_whole(self.folder / f"{name}.csv", frame.to_csv(index=False, lineterminator="\n").encode())


def opened(study: Study, folder: Path, resume: bool) -> Ledger:
    """A new folder, or one of the same study to go on with. Raises FolderError; whatever is in it stays untouched."""
    found = manifest_in(folder)
    if found is None or not resume:
        if found is not None and found.get("fingerprint") == study.fingerprint():
            raise FolderError(f"'{folder}' holds this study already; go on with it by --resume, or {ANOTHER}")
        return Ledger(prepare_folder(folder), study, {})
    check_same(study, folder, found)
    ledger = Ledger(folder, study, found)
    if not ledger.finished:
        ledger.store.check()
    return ledger


def manifest_in(folder: Path) -> dict[str, Any] | None:
    """The manifest in a folder; none if there is none. Raises FolderError if it cannot be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise FolderError(f"'{folder / MANIFEST}' cannot be read: {error}") from None
    if not isinstance(found, dict):
        raise FolderError(f"'{folder / MANIFEST}' is no manifest")
    return found


def check_same(study: Study, folder: Path, found: Mapping[str, Any]) -> None:
    """Refuse to go on with anything but this study under these rules. Raises FolderError."""
    if found.get("kind") != STUDY:
        raise FolderError(f"'{folder}' holds a run, not a study; {ANOTHER}")
    if found.get("fingerprint") != study.fingerprint():
        theirs, ours = found.get("fingerprint"), study.fingerprint()
        raise FolderError(
            f"'{folder}' holds another study, '{found.get('study_name')}' ({theirs}, not {ours}); {ANOTHER}"
        )
    for name, version in versions().items():
        before = found.get("versions", {}).get(name)
        if name != "python" and before != version:
            raise FolderError(f"'{folder}' was begun with {name} {before}, here is {version}; {ANOTHER}")
    if found.get("rules") != rules_hash():
        raise FolderError(f"'{folder}' was begun with other rules of the program ({found.get('rules')}); {ANOTHER}")
    if found.get("worlds", 0) > study.worlds:
        raise FolderError(
            f"'{folder}' has up to {found['worlds']:,} worlds a point, more than {study.worlds:,}; {ANOTHER}"
        )


def until_of(study: Study) -> dict[str, Any] | None:
    """When it stops, as a manifest tells it."""
    return study.until.model_dump(mode="json") if study.until else None


def told(study: Study) -> dict[str, Any]:
    """The study with its scenario in full: enough to play it again anywhere."""
    found = study.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {**found, "scenario": study.beneath.model_dump(mode="json")}


def write_worlds(path: Path, tables: list[Any]) -> None:
    """Write the worlds of all points, a row group each, whole or not at all; nothing where none was played."""
    beside = path.with_name(f".{path.name}.part")
    try:
        if tables:
            with parquet.ParquetWriter(beside, tables[0].schema, compression="zstd") as writer:
                for table in tables:
                    writer.write_table(table, row_group_size=max(len(table), 1))
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
