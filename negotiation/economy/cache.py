"""Solved tables kept on disk, under a key made of everything they depend on."""

import hashlib
import os
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[np.float64]]
Content = bytes | str | NDArray[np.float64] | Iterable[str]

UNREADABLE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)


def cache_directory() -> Path:
    """Where solved tables are kept: NEGOTIATION_CACHE, else the user's cache directory."""
    chosen = os.environ.get("NEGOTIATION_CACHE")
    if chosen:
        return Path(chosen)
    home = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "negotiation"


def content_key(*contents: Content) -> str:
    """A short name for all contents: whatever changes, the name changes."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(as_bytes(content))
        digest.update(b"\0")
    return digest.hexdigest()[:32]


def as_bytes(content: Content) -> bytes:
    """What a content is, with an array's shape."""
    if isinstance(content, bytes):
        return content
    if isinstance(content, np.ndarray):
        return repr(content.shape).encode() + np.ascontiguousarray(content).tobytes()
    return content.encode() if isinstance(content, str) else repr(tuple(content)).encode()


def stored(path: Path, shapes: dict[str, tuple[int, ...]]) -> Arrays | None:
    """The arrays in a file if it holds all of them in these shapes; none if it is missing or damaged."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            arrays = {name: file[name] for name in shapes}
    except UNREADABLE:
        return None
    fits = all(arrays[name].shape == shape and arrays[name].dtype == np.float64 for name, shape in shapes.items())
    return arrays if fits else None


def store(path: Path, arrays: Arrays) -> bool:
    """Write the arrays so that no reader ever sees half a file; false where the directory cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            part = Path(file.name)
    except OSError:
        return False
    try:
        with part.open("wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]  # NumPy's stub reads **arrays as allow_pickle
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        return False
    return True
