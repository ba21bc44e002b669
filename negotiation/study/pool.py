"""Who plays: processes of our own."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from threading import Thread

from negotiation.study.interrupts import deaf_children, ignore_interrupts

LOADED = ["negotiation.study.warm"]  # what every worker needs and is slow to load


@contextmanager
def own_processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    """That many processes; what has not begun when it ends is dropped."""
    pool = ProcessPoolExecutor(workers, _kind(), _begin, (dict(os.environ),))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def load_ahead() -> None:
    """Have what workers need loaded while this process makes ready what they shall play."""
    if _kind().get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        with deaf_children():
            ensure_running()


@cache
def _kind() -> BaseContext:
    """How processes start: forked from one that has loaded what all need and done nothing else, where that is known.

    Never forked from this one: that copies the progress bar's and the compiler's threads in whatever state they are.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    kind = get_context("forkserver")
    kind.set_forkserver_preload(LOADED)
    return kind


def _begin(environment: dict[str, str]) -> None:
    """A worker's first act. environment: as it is here now, not as it was when the first worker was asked for."""
    os.environ.update(environment)
    ignore_interrupts()
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(master: BaseProcess | None) -> None:
    """End as soon as the process that hands out the work has ended, however that came about."""
    if master is not None:
        master.join()
        os._exit(1)
