"""Who plays: processes of our own."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from negotiation.study.interrupts import ignore_interrupts


@contextmanager
def own_processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    """That many processes; what has not begun when it ends is dropped.

    Spawned, not forked: a fork copies the progress bar's and the compiler's threads in whatever state they are.
    """
    pool = ProcessPoolExecutor(workers, get_context("spawn"), ignore_interrupts)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
