"""Advice: every move tried out fairly, in words, with what it would cost to follow a strategy."""

from functools import cache

import numpy as np
import pytest

from negotiation.study.advice import AWAY, TABLE, Asked, advise
from negotiation.study.advice_summary import advice_summary
from tests.dispute.cases import game_with

ASKED = Asked("ca", 3, 2, 11, 6)


@cache
def advised():
    game = game_with()
    return game, advise(game, ASKED)


def test_the_usual_move_comes_first_and_none_comes_twice():
    _, stages = advised()
    assert [stage.name for stage in stages] == [TABLE, AWAY]
    for stage in stages:
        assert stage.candidates[0].option.kind == "as its strategy has it"
        assert stage.outlook.value.shape == (1, len(stage.candidates), ASKED.rollouts)
        assert np.isfinite(stage.outlook.value).all()
        named = [name for candidate in stage.candidates for name in candidate.strategies]
        assert len(named) == len(set(named))


def test_gain_and_regret_are_paired_differences():
    """By hand from the courses: the mean over rollouts of one move's worth less the usual one's, and of the best's."""
    game, stages = advised()
    stage = stages[1]
    found = advice_summary(game, ASKED, stages)["stages"][1]
    values = stage.outlook.value[0]
    best = values[np.argmax([sum(row) / len(row) for row in values.tolist()])]
    gains = sorted((sum(row) - sum(values[0])) / ASKED.rollouts for row in values.tolist())
    assert [move["gain"]["value"] for move in reversed(found["moves"])] == pytest.approx(gains)
    usual = next(move for move in found["moves"] if move["usual"])
    assert usual["gain"] == {"value": 0.0, "low": 0.0, "high": 0.0}
    assert usual["regret"]["value"] == pytest.approx((sum(best) - sum(values[0])) / ASKED.rollouts)
    assert all(cost["value"] >= 0.0 for cost in found["regret"].values())


def test_the_same_question_has_the_same_answer():
    game, stages = advised()
    again = advise(game, ASKED)
    assert all(np.array_equal(a.outlook.value, b.outlook.value) for a, b in zip(stages, again, strict=True))
    other = advise(game, ASKED._replace(world=3))
    assert not np.array_equal(other[-1].outlook.value[:, 0], stages[-1].outlook.value[:, 0])
