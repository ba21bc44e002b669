"""What the worker process computes: one world as a story, many worlds as a distribution. Plain tables go in and out."""

import os
from collections import Counter, OrderedDict
from typing import Any

import numpy as np

from negotiation.classroom.game.case import Case
from negotiation.classroom.game.debrief import MOST_DOTS
from negotiation.classroom.game.telling import Speaker
from negotiation.classroom.game.worth import Results
from negotiation.classroom.words import Words, words_of
from negotiation.dispute.block import Block, Moves
from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import draw
from negotiation.dispute.start import opening_state
from negotiation.model import play_block
from negotiation.politics.coalition import JOINT, STANCES
from negotiation.scenario import read_scenario
from negotiation.scenario.schema import Scenario
from negotiation.study.interrupts import ignore_interrupts
from negotiation.study.telling import Teller, ToldWorld, gist, word

Request = dict[str, Any]
Answer = dict[str, Any]
NICENESS = 10  # a class at play comes first
MOST_GAMES = 8  # prepared scenarios the worker keeps
BY_SIDE = ("rate", "threats", "approval")
COMMON = ("talks", "joint_allies", "open")
_GAMES: OrderedDict[str, Game] = OrderedDict()


def begin_work() -> None:
    """What a worker does first."""
    ignore_interrupts()
    os.nice(NICENESS)


def solve(scenario: str) -> None:
    """Solve a scenario's economy, so that others find it in the cache."""
    prepared(scenario, {})


def story(request: Request) -> Answer:
    """One world from beginning to end: weekly record, moves with sentences and reasons, frontier."""
    game = prepared(request["scenario"], request["changes"])
    world, seed = request["world"], request["seed"]
    block = play_block(game, seed, range(world, world + 1), world + 1)
    told = ToldWorld(game.scenario, world, seed, block, game.packages.options)
    values = _values(game, seed, world, block)
    return {
        "scenario": request["scenario"],
        "sides": list(game.scenario.sides),
        "countries": {key: words_of(request["lang"]).name(each.name) for key, each in game.scenario.countries.items()},
        "weeks": game.scenario.weeks,
        "ended": _last_week(block),
        "record": _record(game.scenario, block),
        "moves": _moves(told, words_of(request["lang"])),
        "talks": word(block.worlds["talks_at_end"], 0),
        "outcome": word(block.worlds["outcome"], 0),
        **values,
    }


def distribution(request: Request) -> Answer:
    """Many worlds of the same setting: how they end, when, and at what cost to each side."""
    game = prepared(request["scenario"], request["changes"])
    block = play_block(game, request["seed"], range(request["worlds"]), 0)
    rows = block.worlds
    counted = Counter(word(rows["outcome"], row) for row in range(request["worlds"]))
    tongue = words_of(request["lang"])
    countries = {key: tongue.name(each.name) for key, each in game.scenario.countries.items()}
    weeks = np.asarray(rows["deal_week"], np.float64)
    return {
        "worlds": request["worlds"],
        "countries": countries,
        "outcomes": [{"outcome": outcome, "count": count} for outcome, count in counted.most_common()],
        "deal_weeks": sorted(int(week) for week in weeks[np.isfinite(weeks)]),
        "welfare": {side: _quantiles(np.asarray(rows[f"welfare_{side}"], np.float64)) for side in game.scenario.sides},
    }


def prepared(scenario: str, changes: dict[str, str]) -> Game:
    """A prepared scenario, made on first asking."""
    given = read_scenario(scenario, changes)
    key = given.content_hash()
    if key not in _GAMES:
        _GAMES[key] = build_game(given)
    _GAMES.move_to_end(key)
    while len(_GAMES) > MOST_GAMES:
        _GAMES.popitem(last=False)
    return _GAMES[key]


def _last_week(block: Block) -> int:
    """How many weeks were played before the dispute ended."""
    place = [column.name for column in block.columns].index("open")
    closed = np.flatnonzero(block.weeks[0, :, place] < 1.0)
    return int(closed[0]) + 1 if closed.size else block.weeks.shape[1]


def _record(scenario: Scenario, block: Block) -> dict[str, list[float | None]]:
    """The weekly columns the pictures are drawn from."""
    names = [f"{name}_{side}" for side in scenario.sides for name in BY_SIDE] + list(COMMON)
    return {name: _column(block, name) for name in names}


def _column(block: Block, name: str) -> list[float | None]:
    """One weekly column of the first world."""
    place = [column.name for column in block.columns].index(name)
    return [round(value, 4) if np.isfinite(value) else None for value in block.weeks[0, :, place].tolist()]


def _values(game: Game, seed: int, world: int, block: Block) -> Answer:
    """What offers, no deal and the deal are worth to both as they truly are, over no deal at the start."""
    luck = draw(game.scenario, seed, range(world, world + 1))
    state = opening_state(game, luck)
    results = Results(Case("", game), luck, state)
    offers: list[Answer] = []
    deal = None
    for row in range(len(block.moves.week)):
        kind, what = word(block.moves.kind, row), word(block.moves.what, row)
        if kind not in ("offer", "deal") or int(what) >= game.packages.whole:
            continue
        gains = [round(float(value), 4) for value in results.points[int(what)]]
        week = int(block.moves.week[row])
        if kind == "deal":
            deal = {"week": week, "gains": gains}
        else:
            offers.append({"week": week, "who": word(block.moves.government, row), "gains": gains})
    walk_away = {
        side: [(value or 0.0) - results.start[seat] for value in _column(block, f"no_deal_{side}")]
        for seat, side in enumerate(game.scenario.sides)
    }
    return {
        "offers": offers,
        "deal": deal is not None,
        "signed": deal,
        "result": None if deal is None else deal["gains"],
        "walk_away": walk_away,
        "frontier": results.points[results.frontier].tolist(),
        "packages": results.points[:: max(len(results.points) // MOST_DOTS, 1)].tolist(),
        "nash": None if results.nash < 0 else results.points[results.nash].tolist(),
        "kalai": None if results.kalai < 0 else results.points[results.kalai].tolist(),
    }


def _moves(told: ToldWorld, tongue: Words) -> list[dict[str, object]]:
    """Every move with its sentence; several alike are told in one."""
    moves, teller, lines = told.block.moves, Speaker(told, tongue), []
    rows = list(range(len(moves.week)))
    while rows:
        first = (int(moves.week[rows[0]]), gist(moves, rows[0]))
        alike = [rows.pop(0)]
        while rows and (int(moves.week[rows[0]]), gist(moves, rows[0])) == first:
            alike.append(rows.pop(0))
        who, kind = word(moves.government, alike[0]), word(moves.kind, alike[0])
        lines.append({
            "week": first[0], "who": who, "kind": kind, "reason": word(moves.reason, alike[0]),
            "sentence": teller.sentence_of(alike), "brief": brief(teller, tongue, moves, alike[0]),
            **({"joins": True} if kind == "stance" and word(moves.value, alike[0]) == STANCES[JOINT] else {}),
        })  # fmt: skip
    return lines


def brief(teller: Teller, tongue: Words, moves: Moves, row: int) -> str:
    """A move in a few words, for the picture: what it is about, and to what; none for a kind the picture leaves out."""
    what, value = word(moves.what, row), word(moves.value, row)
    kind = tongue.words.get(f"brief.{word(moves.kind, row)}")
    if kind is None:
        return ""
    about = "" if what.isdecimal() else teller.name(what)
    level = "" if word(moves.kind, row) == "lift" else teller.option_name(what, value)
    return " ".join(part for part in (kind, about, level) if part)


def _quantiles(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> dict[str, float]:
    """The middle and the band that nine in ten worlds lie in."""
    low, middle, high = (float(value) for value in np.quantile(values, (0.05, 0.5, 0.95)))
    return {"low": low, "middle": middle, "high": high}
