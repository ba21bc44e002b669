"""Where a government stands: what it has without a deal, the threats it heeds, what a deal needs at home."""

import numpy as np
import pytest

from negotiation.dispute.standing import standings
from tests.dispute.cases import BORDER, CA, DAIRY, QUIET, US, game_with, points, state_of

HOME = {"countries.ca.ratification.threshold": 0.5, "countries.ca.ratification.limited_threshold": 0.4}
STRICT = {
    "threat_level": [[1, -1]],
    "threat_due": [[9, -1]],
    "threat_issue": [[BORDER, -1]],
    "threat_option": [[2, -1]],
}


def standing(seat, changes=None, **columns):
    """A government's standing in one world."""
    game = game_with(changes)
    return standings(game, state_of(game, 1, **columns))[seat]


def harm():
    """What 25 % costs Canada, points."""
    value = game_with().sides[CA].present_value[0]
    return value[0] - value[2]


def test_no_deal_is_worth_the_rates_in_force_and_the_options_settled():
    game = game_with()
    dairy = game.sides[CA].worth[DAIRY][0, 2]
    for code, levels in enumerate(([0, 0], [0, 1], [1, 0], [1, 1])):
        found = standing(CA, level=[levels], settled=[[0, 0, 2, 0, 0]]).no_deal
        assert found == pytest.approx([game.sides[CA].present_value[0, code] + dairy])


def test_a_paused_measure_does_not_count():
    assert standing(CA, paused_until=[[5, 0]], week=4).no_deal == pytest.approx([0.0], abs=1e-9)
    assert standing(CA, paused_until=[[5, 0]], week=5).no_deal == pytest.approx([-harm()])


def test_a_threat_heeded_takes_belief_times_harm_times_assurance():
    # Canada believes four in ten and trusts half: .4 x .5 x harm, more than the .37 that strict controls cost
    found = standing(CA, QUIET, **STRICT)
    assert found.no_deal == pytest.approx([-0.4 * 0.5 * harm()])
    assert found.heeded.tolist() == [[True, False]]


@pytest.mark.parametrize(
    "changes",
    [
        {"start.belief": {"ca": {"emergency": 0.2}}}, {"countries.ca.conduct.assurance": 0.3},
        {"issues.border.options.strict.value": {"us": points(0.2), "ca": points(-0.35)}},
    ],
    ids=["hardly believed", "no end in sight", "a dear demand"],
)  # fmt: skip
def test_a_threat_whose_demand_costs_more_than_is_at_stake_takes_nothing(changes):
    found = standing(CA, QUIET | changes, **STRICT)
    assert found.no_deal == pytest.approx([0.0], abs=1e-9)
    assert not found.heeded.any()


def test_a_threat_without_a_demand_is_heeded_for_its_harm():
    found = standing(CA, QUIET, threat_level=[[1, -1]], threat_due=[[9, -1]])
    assert found.no_deal == pytest.approx([-0.2 * harm()])


def test_a_threat_lowers_the_value_of_the_threatened_alone():
    assert standing(US, QUIET, **STRICT).no_deal == pytest.approx([0.0], abs=1e-9)


def test_a_deal_needs_the_threshold_less_the_mood_and_more_after_each_failure():
    # trust .3 x 10 points of approval above half takes .03; relief .01 x 2 % of income lost takes .02; two failures at
    # .03 add .06: .50 - .05 + .06 and .40 - .05
    found = standing(CA, HOME, approval=[[0.6, 0.6, 0.9, 0.1]], income=[[-2.0, -2.0, 9.0, 9.0]], failed=[[2, 0]])
    assert (found.need, found.limited_need) == (pytest.approx([0.51]), pytest.approx([0.35]))


def test_a_threshold_of_nothing_needs_nothing():
    found = standing(CA, approval=[[0.0, 0.0, 0.0, 0.0]])
    assert (found.need, found.limited_need) == (-np.inf, -np.inf)


def test_a_type_may_need_more_at_home():
    kinds = {
        name: {"name": name, "probability": 0.5, "threshold": more, "source": "assumption"}
        for name, more in (("free", 0.0), ("bound", 0.2))
    }
    found = [standing(CA, HOME | {"countries.ca.types": kinds}, type=[[kind, 0]]).need for kind in (0, 1)]
    assert found[1] - found[0] == pytest.approx([0.2])


def test_approval_is_weighted_by_influence():
    # households 2.5 of 3.5 at 70 %, dairy farmers 1 of 3.5 at 0 %: 50 %
    assert standing(CA, approval=[[0.7, 0.0, 0.9, 0.9]]).approval == pytest.approx([0.5])
