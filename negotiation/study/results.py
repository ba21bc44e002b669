"""A results folder, read back, also one whose run was stopped: whole rows, whatever else is there."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv

from negotiation.study.folder import MANIFEST, MOVES, SUMMARY, WEEKS, WORLDS, FolderError
from negotiation.study.rows import NUMBER, WHOLE, WORDS

ARROW_TYPES = {WORDS: pa.string(), WHOLE: pa.int64(), NUMBER: pa.float64()}
MOVES_KINDS = {
    "world": WHOLE, "week": WHOLE, "government": WORDS, "kind": WORDS, "what": WORDS, "value": WORDS,
    "amount": NUMBER, "reason": WORDS,
}  # fmt: skip


@dataclass(frozen=True)
class Results:
    """What a run left behind.

    worlds: column -> (R,) numbers, NaN where none, or words; weeks: the arrays of weeks.npz by name, empty if the run
    was killed before it could write them; summary and manifest: as in their files.
    """

    worlds: Mapping[str, NDArray[Any]]
    weeks: Mapping[str, NDArray[Any]]
    summary: Mapping[str, Any]
    manifest: Mapping[str, Any]

    def week_column(self, name: str) -> int:
        """The place of a weekly column in `record`, `mean` and `quantiles`."""
        return int(np.flatnonzero(self.weeks["columns"] == name)[0])


def read_results(folder: str | Path) -> Results:
    """The results in a folder. Raises FolderError if it is none."""
    place = Path(folder)
    try:
        manifest = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
        if not isinstance(manifest, dict):
            raise FolderError(f"'{folder}' is not a results folder: {MANIFEST} is no manifest")
        worlds = read_table(place / WORLDS, manifest["columns"])
    except (OSError, KeyError, json.JSONDecodeError) as error:
        raise FolderError(f"'{folder}' is not a results folder: {unreadable(error)}") from None
    summary = place / SUMMARY
    return Results(
        worlds=worlds,
        weeks=read_arrays(place / WEEKS),
        summary=json.loads(summary.read_text(encoding="utf-8")) if summary.exists() else {},
        manifest=manifest,
    )


def unreadable(error: OSError | KeyError | json.JSONDecodeError) -> str:
    """What is wrong with a results folder's files, in words."""
    if isinstance(error, OSError):
        return f"{Path(error.filename).name if error.filename else 'a file'}: {error.strerror}"
    if isinstance(error, KeyError):
        return f"{MANIFEST} does not say {error}"
    return f"{MANIFEST} is not JSON: {error}"


def read_moves(folder: str | Path) -> dict[str, NDArray[Any]]:
    """The moves of the logged worlds: column -> (N,)."""
    return read_table(Path(folder) / MOVES, MOVES_KINDS)


def read_table(path: Path, kinds: Mapping[str, str]) -> dict[str, NDArray[Any]]:
    """A table's whole rows; one that a kill cut short is left out. kinds: column -> words, whole or number.

    Raises FolderError where it is no such table.
    """
    text = path.read_bytes()
    whole = text[: text.rfind(b"\n") + 1]
    types = {name: ARROW_TYPES[kind] for name, kind in kinds.items()}
    options = csv.ConvertOptions(column_types=types, include_columns=list(types), strings_can_be_null=False)
    try:
        table = csv.read_csv(io.BytesIO(whole), convert_options=options)
    except (ValueError, KeyError) as error:  # Arrow's own are among them
        raise FolderError(f"'{path}' cannot be read: {str(error).splitlines()[0]}") from None
    return {name: numpy_column(table[name], kind) for name, kind in kinds.items()}


def numpy_column(column: Any, kind: str) -> NDArray[Any]:
    """One column; equal words share one string."""
    if kind != WORDS:
        numbers: NDArray[Any] = column.to_numpy()
        return numbers
    encoded = column.combine_chunks().dictionary_encode()
    words: NDArray[Any] = np.array(encoded.dictionary.to_pylist(), dtype=object)
    return words[encoded.indices.to_numpy()] if len(words) else np.empty(0, dtype=object)


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of an .npz file; none if it is not there."""
    if not path.exists():
        return {}
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)
