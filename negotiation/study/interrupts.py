"""Ctrl-C at a moment that suits."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupted(KeyboardInterrupt):
    """A run stopped by Ctrl-C; its text says, in one line, what is finished and where."""


@contextmanager
def interrupts_wait() -> Iterator[None]:
    """Let Ctrl-C wait until this is done: a block is written whole or not at all."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    caught: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        caught.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if caught:
        raise KeyboardInterrupt


@contextmanager
def deaf_children() -> Iterator[None]:
    """Processes started here never hear Ctrl-C, not even while they load: they inherit what this thread blocks.

    Ctrl-C reaches every process of a terminal, and the first one decides for all.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ignore_interrupts() -> None:
    """For a worker that has loaded, where processes inherit nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
