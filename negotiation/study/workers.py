"""How many processes are worth starting."""

import os

MANY = 20_000  # worlds; a worker takes as long to start (2.5 s) as to play half of them


def workers_for(worlds: int, asked: int | None) -> int:
    """How many processes to use: as many as asked, or one for few worlds and every core for many."""
    if asked is not None:
        return asked
    return 1 if worlds <= MANY else processors()


def processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
