"""One process at a time in a study's folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from negotiation.study.folder import FolderError

LOCK = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others out of a folder while this lasts; a process that dies keeps nobody out. Raises FolderError.

    Where the system has no such locks, as on Windows, nobody is kept out.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (folder / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise FolderError(f"'{folder}': another process is playing this study; wait for it") from None
        try:
            yield
        finally:
            (folder / LOCK).unlink(missing_ok=True)
