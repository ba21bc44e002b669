"""Games to test with: the smallest shipped case, its people, and what they decide."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from negotiation.classroom.game.case import Case, make_case
from negotiation.classroom.game.game import Game
from negotiation.scenario.shipped import shipped_path

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


PROVINCES = """
extends = "{scenario}"
[measures.ca_wine]
name = "wine off the shelves"
imposer = "ca"
sectors = ["FOOD"]
basis = "statute"
levels = [{{ name = "none", rate = 0 }}, {{ name = "10 %", rate = 10 }}]
source = "assumption: for a test"
[provinces.west]
name = "West"
country = "ca"
constituencies = ["quebec_dairy"]
"""


def with_provinces(folder: Path, blocks: str = "", sets: str = "", resists: str = "", more: str = "") -> Case:
    """The case with a province that blocks, resists or sets a measure."""
    text = PROVINCES.format(scenario=shipped_path(SCENARIO).as_posix())
    stands = {measure: how for measure, how in ((blocks, "blocks"), (resists, "resists")) if measure}
    if stands:
        against = ", ".join(f'{measure} = "{how}"' for measure, how in stands.items())
        text += f"stands_against = {{ {against} }}\n"
    if resists:
        text += 'objection = { value = 0.10, unit = "share of approval", source = "assumption" }\n'
    if sets:
        text += OWN_MOVE.format(measure=sets)
    path = folder / "provinces.toml"
    path.write_text(text + more, encoding="utf-8")
    return make_case(str(path))


OWN_MOVE = """[provinces.west.moves]
measure = "{measure}"
pain = {{ value = 50, unit = "percent of income", source = "assumption" }}
chance = {{ value = 0.5, unit = "chance a week", source = "assumption" }}
rest = {{ value = 3, unit = "weeks", source = "assumption" }}
"""


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
