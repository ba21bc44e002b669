"""Advice, counted: what every move is worth with intervals, what follows, and what each strategy's choice costs."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.outcome import outcome_labels
from negotiation.study.advice import Asked, Candidate, Stage
from negotiation.study.advice_words import words_of
from negotiation.study.statistics import Estimate, mean, paired_difference, share

Floats = NDArray[np.float64]


def advice_summary(game: Game, asked: Asked, stages: list[Stage]) -> dict[str, Any]:
    """Everything, ready to be printed; moves by worth, the best first."""
    scenario = game.scenario
    return {
        "scenario": {"name": scenario.name, "title": scenario.title, "hash": scenario.content_hash()},
        "for": asked.side,
        "country": scenario.countries[asked.side].name,
        "week": asked.week,
        "world": asked.world,
        "seed": asked.seed,
        "rollouts": asked.rollouts,
        "luck": "rollout k: generator key (first eight bytes of SHA-256 of 'rehearsal SEED WORLD WEEK SIDE', k)",
        "stages": [_stage(game, stage) for stage in stages],
    }


def _stage(game: Game, stage: Stage) -> dict[str, Any]:
    """One point of the week: its moves, and the regret of every strategy's."""
    value, outcome = stage.outlook.value[0], stage.outlook.outcome[0]
    order = np.argsort(-value.mean(axis=-1), kind="stable")
    best = int(order[0])
    moves = [
        _move(game, stage, place, (value, outcome), best) for place in order.tolist()
    ]  # the usual move is the first candidate
    regret = {
        strategy: _estimate(paired_difference(value[best], value[place]))
        for place, candidate in enumerate(stage.candidates)
        for strategy in candidate.strategies
    }
    return {"stage": stage.name, "moves": moves, "regret": dict(sorted(regret.items(), key=lambda e: e[1]["value"]))}


def _move(game: Game, stage: Stage, place: int, tried: tuple[Floats, NDArray[np.int64]], best: int) -> dict[str, Any]:
    """One move. gain: over what the government's own strategy would do; regret: of it against the best, paired."""
    candidate: Candidate = stage.candidates[place]
    value, outcome = tried
    labels, copies = outcome_labels(game), value.shape[-1]
    return {
        "move": words_of(game, stage.view.seat, candidate.option),
        "kind": candidate.option.kind,
        "usual": place == 0,
        "also": candidate.also,
        "strategies": candidate.strategies,
        "value": _estimate(mean(value[place])),
        "gain": _estimate(paired_difference(value[place], value[0])),
        "regret": _estimate(paired_difference(value[best], value[place])),
        "outcomes": {
            label: _estimate(share(int((outcome[place] == code).sum()), copies)) for code, label in enumerate(labels)
        },
    }


def _estimate(found: Estimate) -> dict[str, float]:
    """An estimate with its interval."""
    return {"value": found.value, "low": found.low, "high": found.high}
