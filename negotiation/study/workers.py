"""How many processes are worth starting."""

import os

POINT = 1_000  # worlds in whose time a scenario is made ready and its weeks are gone through, however few worlds it has
MANY = 20_000  # worlds: some seven seconds of one core, where starting others takes one or two


def workers_for(worlds: int, asked: int | None) -> int:
    """How many processes to use: as many as asked, or one for few worlds and every core for many."""
    if asked is not None:
        return asked
    return 1 if worlds <= MANY else processors()


def worlds_worth(points: int, worlds: int) -> int:
    """How many worlds of one scenario take as long as so many points of a study, of so many worlds each."""
    return points * (worlds + POINT)


def processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
