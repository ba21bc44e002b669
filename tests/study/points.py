"""A study on a dispute small enough to check by hand: its worlds follow from the scenario's weight and luck."""

import os
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from negotiation.dispute.block import Block, Categories, WeekColumn
from negotiation.study.field import Crew
from negotiation.study.field.ledger import SAME
from negotiation.study.plan import stated
from negotiation.study.task import Engine

WEIGHT = "countries.us.payoff.organised"
OUTCOMES = ("comprehensive deal", "limited deal", "standoff", "trade war")
BROKEN = 13.0  # a weight with which every block from world 100 on fails


def build_game(scenario, workers, progress):
    """The game is its scenario."""
    if progress is not None:
        progress(1, 1)
    return scenario


def play_block(game, seed, worlds, logged):
    """Deals come where luck is below the weight / 20; welfare is luck plus weight."""
    weight = game.countries["us"].payoff.organised.value
    if weight == BROKEN and worlds.stop > 100:
        raise ZeroDivisionError("no world beyond 99")
    luck = np.array([np.random.default_rng([seed, world]).random() for world in worlds])
    outcome = np.where(luck < weight / 20.0, 0, 3)
    table = {
        "world": np.arange(worlds.start, worlds.stop),
        "outcome": Categories(outcome, OUTCOMES),
        "type_us": Categories(outcome // 3, ("soft", "hard")),
        "welfare_us": luck + weight,
        "welfare_ca": np.where(luck < 0.5, luck, np.nan),
    }
    return Block(worlds.start, table, (WeekColumn("rate", "%", 0, 1),), np.zeros((len(worlds), 2, 1), np.float32), None)


def pausing_block(game, seed, worlds, logged):
    """The same, slowly: PAUSE seconds a block."""
    time.sleep(float(os.environ.get("PAUSE", "0")))
    return play_block(game, seed, worlds, logged)


def dying_block(game, seed, worlds, logged):
    """The same, but the first process that plays world 200 dies of it."""
    mark = Path(os.environ["DIED"])
    if 200 in worlds and not mark.exists():
        mark.write_text("once")
        os._exit(9)
    return play_block(game, seed, worlds, logged)


SMALL = Engine(build_game, play_block)


def small_study(**entries):
    """Two weights, deals in 25 % and 50 % of worlds."""
    given = {
        "name": "small", "title": "A small study", "scenario": "teaching-first-numbers", "worlds": 300, "seed": 1,
        "levers": {"weight": {"path": WEIGHT, "values": [5, 10]}},
        "outcomes": {
            "deal": {"column": "outcome", "is": "comprehensive deal"},
            "welfare_us": {"column": "welfare_us"}, "welfare_ca": {"column": "welfare_ca"},
        },
    }  # fmt: skip
    return stated({**given, **entries}, "small.toml")


def crew(workers=1, block=64, executor=None, play_block=play_block):
    """Who plays it."""
    return Crew(workers, executor, block, replace(SMALL, play_block=play_block))


def bytes_in(folder):
    """The files of a results folder that are the same whoever plays, by name."""
    return {name: (folder / name).read_bytes() for name in SAME}
