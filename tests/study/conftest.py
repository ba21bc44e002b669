"""A dispute small enough to check by hand: the study around it is what is tested."""

from types import SimpleNamespace

import numpy as np
import pytest

from negotiation.dispute.block import Block, Categories, Moves, WeekColumn
from negotiation.study.ensemble import Ensemble
from negotiation.study.task import Engine

OUTCOMES = ("comprehensive deal", "standoff", "trade war")
COLUMNS = (WeekColumn("rate_us", "percent", 0, 100), WeekColumn("welfare_us", "percent", -5, 5))
WEEKS = 6


class SmallScenario(SimpleNamespace):
    def content_hash(self):
        return "abc123"

    def model_dump(self, mode):
        return {"name": self.name}


class SmallGame:
    def reference(self):
        return {"unit": "points", "nash": [1.0, 0.5]}


def build_game(scenario, workers, progress):
    if progress is not None:
        progress(3, 3)
    return SmallGame()


def play_block(game, seed, worlds, logged):
    rows = [one_world(seed, world) for world in worlds]
    outcome = np.array([row["outcome"] for row in rows])
    deal_week = np.array([row["deal_week"] for row in rows])
    numbers = np.array(worlds)
    table = {
        "world": numbers,
        "outcome": Categories(outcome, OUTCOMES),
        "settlement": Categories(np.minimum(outcome, 1), ("comprehensive", "none")),
        "tariffs_at_end": Categories(outcome, ("none", "us", "both below")),
        "talks_at_end": Categories(np.zeros_like(outcome), ("talking",)),
        "deal_ever": (outcome == 0).astype(np.int64),
        "deal_week": deal_week,
        "issue_dairy": Categories(np.minimum(outcome, 1), ("more access", "as it is")),
        "ally_japan": Categories(outcome, ("neutral", "solidarity", "joint retaliation")),
        "welfare_us": np.array([row["weeks"][:, 1].mean(dtype=np.float64) for row in rows]),
        "threats_us_met": outcome,
    }
    weeks = np.stack([row["weeks"] for row in rows])
    return Block(worlds[0], table, COLUMNS, weeks, moves_of(numbers[numbers < logged]))


def one_world(seed, world):
    luck = np.random.default_rng([seed, world])
    weeks = np.stack([luck.uniform(0, 100, WEEKS), luck.normal(size=WEEKS)], axis=-1).astype(np.float32)
    outcome = int(luck.integers(3))
    return {"outcome": outcome, "deal_week": float(luck.integers(1, 6)) if outcome == 0 else np.nan, "weeks": weeks}


def moves_of(worlds):
    none = np.zeros(len(worlds), dtype=np.int64)
    return Moves(
        world=worlds, week=none + 1, government=Categories(none, ("us",)), kind=Categories(none, ("impose",)),
        what=Categories(none, ("us_general",)), value=Categories(none, ("25 %, all sectors",)),
        amount=none + 25.0, reason=Categories(none, ("pays",)),
    )  # fmt: skip


SCENARIO = SmallScenario(
    name="small",
    title="A small dispute",
    weeks=WEEKS,
    countries={
        "us": SimpleNamespace(name="United States", currency="USD"),
        "ca": SimpleNamespace(name="Canada", currency="CAD"),
    },
    allies={"japan": SimpleNamespace(name="Japan")},
    issues={"dairy": SimpleNamespace(name="Dairy access")},
    outcome=SimpleNamespace(in_force=SimpleNamespace(value=1.0), war=SimpleNamespace(value=10.0)),
)


@pytest.fixture
def small_ensemble():
    """Worlds of the small dispute: small_ensemble(worlds, block=..., play_block=...)."""

    def made(worlds, seed=1, block=64, play_block=play_block):
        return Ensemble(SCENARIO, worlds, seed, block, Engine(build_game, play_block))

    return made


@pytest.fixture
def small_block():
    """A block of the small dispute: small_block(range(...), logged)."""
    return lambda worlds, logged=0: play_block(SmallGame(), 1, worlds, logged)
