"""A results folder: a new or empty place that can be written, files that are whole or absent."""

import io
import json
import math
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.study.errors import StudyError

MANIFEST, SUMMARY, WORLDS, MOVES, WEEKS = "manifest.json", "summary.json", "worlds.csv", "moves.csv", "weeks.npz"
LONGEST_NAME = 80  # letters of a scenario's name in its folder's


class FolderError(StudyError):
    """A results folder that cannot be used; its text is one line for the user."""


def default_folder(scenario: str, seed: int, worlds: int) -> Path:
    """results/NAME-SEED-WORLDS, with -2, -3, ... where that is taken; the name without what a path cannot hold."""
    short = re.sub(r"[^\w.-]+", "-", scenario)[:LONGEST_NAME].strip("-.") or "scenario"
    plain = Path("results") / f"{short}-{seed}-{worlds}"
    place, turn = plain, 1
    while place.exists():
        turn += 1
        place = plain.with_name(f"{plain.name}-{turn}")
    return place


def prepare_folder(path: Path) -> Path:
    """Make the folder, or take an empty one that is there. Raises FolderError; whatever is in it stays untouched."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            raise FolderError(f"results folder '{path}' is not empty; name another one with --out")
        trial = path / ".trial"
        trial.touch()
        trial.unlink()
    except FileExistsError:
        raise FolderError(f"results folder '{path}' is a file; name another one with --out") from None
    except OSError as error:
        raise FolderError(f"results folder '{path}' cannot be written: {error.strerror or error}") from None
    return path


def remove_if_empty(path: Path) -> None:
    """Leave no empty folder behind where nothing was played."""
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write a JSON file, whole or not at all; a number there is none of (NaN) is null."""
    write_whole(path, (json_text(content) + "\n").encode())


def json_text(content: Mapping[str, Any]) -> str:
    """The content as JSON."""
    return json.dumps(json_ready(content), indent=1, ensure_ascii=False, allow_nan=False)


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write an .npz file, whole or not at all."""
    written = io.BytesIO()
    np.savez(written, **arrays)  # type: ignore[arg-type]  # the stubs take one keyword for a flag
    write_whole(path, written.getvalue())


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step, so that nobody ever reads half of it."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def json_ready(value: Any) -> Any:
    """The value with what JSON cannot say said otherwise: tuples and arrays as lists, NumPy's numbers, NaN as null."""
    if isinstance(value, Mapping):
        return {str(key): json_ready(inner) for key, inner in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return json_ready(value.tolist())
    if isinstance(value, list | tuple):
        return [json_ready(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
