"""Scenarios ready to play, each made once; the worker solves their economy, so that the server goes on serving."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from negotiation.classroom.game.refused import Refused
from negotiation.scenario.errors import ScenarioError

if TYPE_CHECKING:
    from negotiation.classroom.game.case import Case

MOST = 12  # cases kept; games under way keep theirs whatever is kept here
Solve = Callable[[str], Awaitable[object]]


class Cases:
    """Cases by scenario and length. solve: lets another process solve a scenario's economy into the cache."""

    def __init__(self, solve: Solve | None = None) -> None:
        self._solve = solve
        self._made: OrderedDict[tuple[str, int | None], asyncio.Future[Case]] = OrderedDict()

    async def get(self, scenario: str, weeks: int | None = None) -> "Case":
        """The case of a scenario, made on first asking. Raises Refused where it cannot be played at that length."""
        key = (scenario, weeks)
        if key not in self._made:
            self._made[key] = asyncio.ensure_future(self._make(scenario, weeks))
        made = self._made[key]
        self._made.move_to_end(key)
        if len(self._made) > MOST:
            self._made.popitem(last=False)
        try:
            return await asyncio.shield(made)
        except ScenarioError as error:
            self._made.pop(key, None)
            raise Refused("scenario_says", why=str(error).splitlines()[0]) from None
        except Exception:
            self._made.pop(key, None)
            raise

    async def _make(self, scenario: str, weeks: int | None) -> "Case":
        """Solve elsewhere, then read what was solved."""
        if self._solve is not None:
            with suppress(BrokenExecutor):  # then it is solved here, if slowly
                await self._solve(scenario)
        return await asyncio.to_thread(_made, scenario, weeks)


def _made(scenario: str, weeks: int | None) -> "Case":
    """Make a case; what is heavy is imported here."""
    from negotiation.classroom.game.case import make_case

    return make_case(scenario, weeks)
