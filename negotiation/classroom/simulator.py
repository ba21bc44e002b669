"""The way to the worker process: a cache before it, a limit to what one person may ask, the newest wish only.

Simulations never run in the server's own threads: thirty students' sliders would keep the class waiting.
"""

import asyncio
import json
import multiprocessing
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from typing import Any

from negotiation.classroom.game.refused import Refused
from negotiation.study.interrupts import deaf_children

Request = dict[str, Any]
Answer = dict[str, Any]
Work = Callable[[Request], Answer]
CACHED = 300  # answers
PACE, BURST = 4.0, 12.0  # wishes a second that one person may have, and at once
MOST_WAITING = 200  # persons in the queue


class Simulator:
    """One worker, asked in turn: a person's newer wish takes the place of an older one that still waits."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._cache: OrderedDict[str, str] = OrderedDict()
        self._waiting: OrderedDict[str, tuple[str, Request, asyncio.Future[str]]] = OrderedDict()
        self._credit: dict[str, tuple[float, float]] = {}
        self._busy: asyncio.Task[None] | None = None

    async def ask(self, person: str, work: str, request: Request) -> str:
        """The answer of `story` or `distribution`, as JSON text. Raises Refused where it is asked too fast."""
        key = json.dumps([work, request], sort_keys=True)
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        self._charge(person)
        if len(self._waiting) >= MOST_WAITING:
            raise Refused("busy")
        if person in self._waiting and not self._waiting[person][2].done():
            self._waiting.pop(person)[2].set_exception(Refused("overtaken"))
        wish: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting[person] = (work, request, wish)
        if self._busy is None or self._busy.done():
            self._busy = asyncio.create_task(self._work())
        return await wish

    async def solve(self, scenario: str) -> None:
        """Let the worker solve a scenario's economy."""
        await self._run("solve", scenario)

    def close(self) -> None:
        """Send the worker home."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _charge(self, person: str) -> None:
        """Take one wish off a person's credit."""
        now = time.monotonic()
        credit, before = self._credit.get(person, (BURST, now))
        credit = min(credit + PACE * (now - before), BURST) - 1.0
        if credit < 0.0:
            raise Refused("too_fast")
        self._credit[person] = (credit, now)

    async def _work(self) -> None:
        """Answer who has waited longest, until nobody waits."""
        while self._waiting:
            _, (work, request, wish) = self._waiting.popitem(last=False)
            try:
                answer = json.dumps(await self._run(work, request), ensure_ascii=False, allow_nan=False)
            except Exception as error:  # whatever went wrong is the asker's to hear
                if not wish.done():
                    wish.set_exception(Refused("busy") if isinstance(error, BrokenExecutor) else error)
                continue
            self._cache[json.dumps([work, request], sort_keys=True)] = answer
            while len(self._cache) > CACHED:
                self._cache.popitem(last=False)
            if not wish.done():
                wish.set_result(answer)

    async def _run(self, work: str, request: Any) -> Any:
        """Run one of the simulations in the worker; a worker that died is replaced."""
        if self._pool is None:
            fresh = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=fresh, initializer=_begin)
        try:
            with deaf_children():  # the worker is started by its first task
                answer = asyncio.get_running_loop().run_in_executor(self._pool, _do, work, request)
            return await answer
        except BrokenExecutor:
            self._pool = None
            raise


def _begin() -> None:
    """The worker's first act; what is heavy is imported there."""
    from negotiation.classroom.simulations import begin_work

    begin_work()


def _do(work: str, request: Any) -> Any:
    """One piece of work, in the worker."""
    from negotiation.classroom import simulations

    works: dict[str, Callable[[Any], Any]] = {
        "story": simulations.story,
        "distribution": simulations.distribution,
        "solve": simulations.solve,
    }
    return works[work](request)
