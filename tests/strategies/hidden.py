"""A dispute in which both sides have something to hide, stopped in the middle, to hold strategies to their contract."""

from dataclasses import replace
from functools import cache

import numpy as np

from negotiation.dispute.decision import DROP, Decision
from negotiation.dispute.game import Game
from negotiation.dispute.luck import WeekLuck
from negotiation.dispute.reasons import Reason
from negotiation.dispute.start import codes_in_force
from negotiation.dispute.state import State
from negotiation.model import Dispute
from negotiation.strategies import DOCTRINES, TACTICS, Doctrine, Tactic
from tests.dispute.cases import changed, game_with, points

WORLDS = 30
TYPES = {
    "mild": {"name": "mild", "probability": 0.6, "source": "assumption: a test's case"},
    "hard": {
        "name": "hard", "probability": 0.4, "demands": 1.5, "concessions": 1.4, "sectors": 1.3,
        "source": "assumption: a test's case",
    },
}  # fmt: skip
CLOCK = {"earliest": 4, "latest": 35, "source": "assumption: a test's case"}
SECRETS = {
    **{f"countries.{side}.{key}": entry for side in ("us", "ca") for key, entry in {
        "types": TYPES, "known": False, "clock": CLOCK, "conduct.inference": 1.0, "strategy.pace": 0.5,
        "strategy.fatigue": 0.1, "conduct.asks_allies": True, "conduct.divide": 0.3,
    }.items()},
    "countries.ca.ratification.threshold": 0.42,
    "countries.ca.ratification.limited_threshold": 0.3,
    "countries.ca.commitments": {
        "dairy": {"issue": "dairy", "most": "slice", "cost": points(0.2), "words": "no more than a slice"},
        "border": {"issue": "border", "most": "plan", "cost": points(0.1), "words": "no strict controls", "made": True},
    },
    "limited": {"truce": {"name": "truce", "issues": ["tariff", "counter"]}},
    "limited_packages": 20,
    "start.levels": {},
    "start.threats": {"us_general": {"level": 1, "due": 3, "issue": "border", "option": "strict"}},
}  # fmt: skip


def game_of_secrets(tactic: str = "boulware", doctrine: str = "brinkmanship") -> Game:
    """The dispute, both governments with a tactic and a doctrine."""
    game = game_with(SECRETS)
    asked = {f"countries.{side}.strategy.{kind}": name for side in ("us", "ca")
             for kind, name in (("tactic", tactic), ("doctrine", doctrine))}  # fmt: skip
    return replace(game, scenario=changed(game.scenario.name, SECRETS | asked))


@cache
def in_the_middle(weeks: int) -> tuple[Game, State, WeekLuck]:
    """The dispute after some weeks between a brinkman and a government that answers in proportion."""
    base = {"countries.us.strategy.doctrine": "brinkmanship", "countries.ca.strategy.doctrine": "proportional"}
    game = replace(game_with(SECRETS), scenario=changed("teaching-first-numbers", SECRETS | base))
    dispute = Dispute(game, WORLDS, 3)
    for _ in range(weeks):
        dispute.step()
    dispute.state.code = codes_in_force(game, dispute.state)  # as the week's economy would find them
    return game, dispute.state, dispute.luck.in_week(weeks)


def tactics_and_doctrines(game: Game) -> tuple[dict[str, Tactic], dict[str, Doctrine]]:
    """Everything registered, made as the scenario's first country would."""
    given = game.scenario.countries["ca"].strategy.model_copy(update={"exponent": None})
    return {name: make(given) for name, make in TACTICS.items()}, {
        BOTH_WAYS.get(name, name): make(given) for name, make in DOCTRINES.items()
    }


BOTH_WAYS = {name: f"{name} away" for name in TACTICS.keys() & DOCTRINES.keys()}  # a doctrine named as a tactic


def numbers_of(part: object) -> dict[str, np.ndarray]:
    """The columns of a decision that say something."""
    return {name: column for name, column in vars(part).items() if isinstance(column, np.ndarray)}


SAYS_NOTHING = {name: -1 for name in (
    "package", "level", "threat", "demand_issue", "demand_option", "concede_issue", "concede_option")}  # fmt: skip
SAYS_NOTHING |= {"execute": DROP, "execute_reason": Reason.TOO_COSTLY}  # what becomes of a threat left unanswered


def differences(one: Decision, other: Decision) -> list[str]:
    """The columns in which two decisions differ; a column left out says what one full of no moves says."""
    ours, theirs = _meaning(one), _meaning(other)
    return [name for name in ours.keys() | theirs.keys() if not _same(name, ours.get(name), theirs.get(name))]


def _meaning(decision: Decision) -> dict[str, np.ndarray]:
    """What a decision says; notice and demand say nothing where no threat is made."""
    said = numbers_of(decision)
    silent = (said.get("threat", np.full((1, 1), -1)) < 0).all(axis=-1)
    hushed = {name: np.where(silent, SAYS_NOTHING.get(name, 0), said[name])
              for name in ("notice", "demand_issue", "demand_option") if name in said}  # fmt: skip
    return said | hushed


def _same(name: str, one: np.ndarray | None, other: np.ndarray | None) -> bool:
    """Whether two columns say the same."""
    blank = np.array(SAYS_NOTHING.get(name, 0))
    one, other = np.broadcast_arrays(blank if one is None else one, blank if other is None else other)
    return np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
