"""Whether a run fits: on the disk, in memory; said before it starts."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from negotiation.study.errors import StudyError
from negotiation.study.task import Digest

SMALL = 1_000_000  # bytes, below which they are told in kB
MARGIN = 1.25  # rows differ in length; the estimate comes from one
LITTLE = 20_000_000  # bytes: summary, manifest, figures and the page
PROCESS = 350_000_000  # bytes: Python, its libraries and one game's tables
PER_VALUE = 16  # bytes a block keeps at once for every weekly value of a world: the record, and about as much in play


class CapacityError(StudyError):
    """More worlds than disk or memory hold; its text is one line for the user."""


def check_disk(folder: Path, worlds: int, logged: int, sample: Digest) -> None:
    """Refuse a run whose tables would not fit; sample: one world, played. Raises CapacityError."""
    rows = worlds * len(sample.rows)
    kept = min(worlds, logged) * (len(sample.moves) + sample.histogram.sums.size * sample.record.itemsize)
    needed = int(MARGIN * (rows + kept)) + LITTLE
    check_space(folder, worlds, needed, lambda free: most(free - LITTLE, len(sample.rows)))


def check_space(folder: Path, worlds: int, needed: int, most_worlds: Callable[[int], int]) -> None:
    """Refuse worlds that need more bytes than are free. most_worlds: free bytes -> how many fit."""
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise CapacityError(
            f"{worlds:,} worlds need about {amount(needed)} of disk; '{folder}' has {amount(free)} free: "
            f"play at most {max(0, most_worlds(free)):,}"
        )


def check_memory(workers: int, block: int, sample: Digest) -> None:
    """Refuse more workers than memory holds. Raises CapacityError."""
    # The first worker's game is also ours; besides, a few blocks wait to be written.
    waiting = 2 * workers * (sample.histogram.counts.nbytes + block * len(sample.rows))
    check_workers(workers, block * sample.histogram.sums.size, waiting)


def check_workers(workers: int, weekly: int, waiting: int) -> None:
    """Refuse more workers than memory holds. weekly: values in a block's record; waiting: bytes."""
    needed = workers * (PROCESS + weekly * PER_VALUE) + waiting
    free = free_memory()
    if free is not None and needed > free:
        raise CapacityError(
            f"{workers} workers need about {amount(needed)} of memory; {amount(free)} are free: use fewer --workers"
        )


def most(free: int, row: int) -> int:
    """How many worlds fit into the space."""
    return int(free / (MARGIN * row))


def free_memory() -> int | None:
    """Bytes of memory that can be had, where the system says so."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    except (OSError, StopIteration, ValueError):
        pass
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return None


def amount(size: int) -> str:
    """Bytes, as people say them."""
    for unit, scale in (("TB", 10**12), ("GB", 10**9)):
        if size >= scale:
            return f"{size / scale:,.1f} {unit}"
    return f"{size / 10**6:.0f} MB" if size >= SMALL else f"{size / 10**3:.0f} kB"
