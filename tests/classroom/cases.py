"""Games to test with: the smallest shipped case, its people, and what they decide."""

from functools import lru_cache
from typing import Any

from negotiation.classroom.game.case import Case, make_case
from negotiation.classroom.game.game import Game

SCENARIO = "teaching-first-numbers"
CA, US = "ca", "us"
# What takes every concession off the table: nothing changes.
AS_IT_IS = {"tariff": "kept", "counter": "kept", "dairy": "quotas", "border": "as_is", "usmca": "reviews"}
FAIR = {"tariff": "lifted", "counter": "given_up", "dairy": "slice", "border": "plan", "usmca": "reviews"}


@lru_cache
def case(weeks: int | None = None, **changes: str) -> Case:
    """The case, made once."""
    return make_case(SCENARIO, weeks, {key.replace("__", "."): value for key, value in changes.items()})


def two_people(seed: int = 7, weeks: int | None = None, **changes: str) -> Game:
    """A game of two people."""
    seats = {CA: {"person": "person-a", "name": "Ann"}, US: {"person": "person-b", "name": "Bob"}}
    return Game(case(weeks, **changes), seed, seats)


def against(character: str, side: str = CA, seed: int = 7) -> Game:
    """A game of one person against the computer."""
    other = US if side == CA else CA
    return Game(case(), seed, {side: {"person": "person-a", "name": "Ann"}, other: {"computer": character}})


def move(game: Game, side: str, table: dict[str, Any] | None = None, **away: Any) -> None:
    """One side decides its week; it holds at the table where nothing else is said."""
    asked = game.asked
    answer = {"table": table or {"do": "hold"}} if asked is not None and asked.stage == "table" else {}
    game.apply({"kind": "moved", "at": 0.0, "seat": side, "week": game.week, "away": away, **answer})


def offer(options: dict[str, str]) -> dict[str, Any]:
    """An offer of these options."""
    return {"do": "offer", "options": options}


def accept(game: Game, side: str) -> dict[str, Any]:
    """An acceptance of what the other side offers."""
    return {"do": "accept", "package": int(game.state.offer[0, 1 - game.case.sides.index(side)])}


def hold_until(game: Game, week: int) -> None:
    """Both hold until a week."""
    while game.week < week and game.awaited:
        move(game, game.awaited[0])
