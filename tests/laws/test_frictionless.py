"""Laws of bargaining without frictions, and without a zone of agreement."""

import numpy as np
import pytest

from negotiation.analysis import check_summary
from negotiation.bargaining.reference_points import nash_point
from negotiation.dispute.game import build_game
from negotiation.model import Dispute
from tests.laws.cases import changed, numbers, words

NO_FRICTIONS = {
    f"countries.{side}.{path}": value
    for side in ("us", "ca")
    for path, value in {
        "known": True,
        "clock": None,
        "strategy.tactic": "principled",
        "ratification.threshold": 0.0,
        "ratification.limited_threshold": 0.0,
        "conduct.inference": 0.0,
    }.items()
}


@pytest.mark.parametrize("name", ["teaching-first-numbers", "us-canada-briefing"])
def test_without_frictions_every_world_settles_in_week_one_at_the_nash_point(name: str) -> None:
    changes = dict(NO_FRICTIONS) | {"start.threats": {}}
    if name == "us-canada-briefing":
        # tariffs in force on both sides leave something to gain for every pair of types
        changes |= {"countries.ca.commitments": {}, "start.levels": {"us_general": 3, "us_metals": 1, "ca_industry": 2}}
    game = build_game(changed(name, changes))
    dispute = Dispute(game, 60, 3)
    code = int(dispute.state.code[0])
    dispute.step()
    state = dispute.state
    assert (state.deal_week == 0).all()
    whole = game.packages.whole
    for ours in range(len(game.sides[0].prior)):
        for theirs in range(len(game.sides[1].prior)):
            here = (state.type[:, 0] == ours) & (state.type[:, 1] == theirs)
            worth = [side.package_worth[kind, :whole] for side, kind in zip(game.sides, (ours, theirs), strict=True)]
            values = np.stack(worth, axis=-1)
            floor = np.array([game.sides[0].present_value[ours, code], game.sides[1].present_value[theirs, code]])
            expected = values[nash_point(values, floor)]
            assert np.allclose(values[state.package[here]], expected, atol=1e-9)


def test_without_a_zone_of_agreement_nobody_agrees_and_the_check_says_so() -> None:
    game = build_game(changed("teaching-walk-away", {}))
    assert not check_summary(game).zone
    block = Dispute(game, 200, 5, logged=0).finish()
    assert set(words(block, "settlement")) == {"none"}
    assert np.isnan(numbers(block, "deal_week")).all()


def test_with_a_zone_of_agreement_the_check_says_so() -> None:
    assert check_summary(build_game(changed("teaching-first-numbers", {}))).at_start
