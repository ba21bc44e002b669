"""Legislative bargaining with unequal chances to propose. Source: Baron & Ferejohn (1989), Eraslan (2002)."""

import numpy as np
import pytest

from negotiation.bargaining.solutions import closed_rule, closed_rule_by_recognition


@pytest.mark.parametrize(("members", "patience", "quota"), [(3, 1.0, 2), (5, 0.8, 3), (6, 0.6, 6), (7, 0.9, 5)])
def test_equal_chances_are_the_symmetric_game(members, patience, quota):
    symmetric = closed_rule(members, patience, quota)
    found = closed_rule_by_recognition(np.full(members, 1 / members), patience, quota)
    np.testing.assert_allclose(found.value, symmetric.value)
    np.testing.assert_allclose(found.price, symmetric.partner)
    np.testing.assert_allclose(found.keeps, symmetric.proposer)


def test_three_members_are_worth_the_same_while_no_chance_is_extreme():
    """By hand: c = d/3 is an equilibrium while (1 - d)/(3 - 2d) <= p <= 1/(3 - d): from 1/4 to 2/5 at d = 1/2."""
    found = closed_rule_by_recognition([0.3, 0.4, 0.3], 0.5)
    np.testing.assert_allclose(found.value, 1 / 3)
    np.testing.assert_allclose(found.keeps, 5 / 6)
    np.testing.assert_allclose(found.asked, [0.5, 0.0, 0.5], atol=1e-12)
    beyond = closed_rule_by_recognition([0.4, 0.2, 0.4], 0.5)
    assert beyond.value[1] < 1 / 3 - 0.01 < 1 / 3 < beyond.value[0]


def test_nobody_lets_a_partner_go_under_unanimity():
    """All must be bought, so v = p (1 - d) + d v: a member is worth its chance."""
    chances = [0.1, 0.2, 0.3, 0.4]
    np.testing.assert_allclose(closed_rule_by_recognition(chances, 0.7, 4).value, chances)


@pytest.mark.parametrize("seed", range(20))
def test_values_are_what_playing_by_the_prices_brings(seed):
    """Independent of the solver's algebra: v = p x (1 - cheapest other votes) + price x chance of being asked."""
    draw = np.random.default_rng(seed)
    members = int(draw.integers(2, 9))
    chances, patience = draw.dirichlet(np.ones(members)), float(draw.uniform(0.1, 1.0))
    quota = int(draw.integers(2, members + 1))
    found = closed_rule_by_recognition(chances, patience, quota)
    cheapest = [np.sort(np.delete(found.price, member))[: quota - 1].sum() for member in range(members)]
    np.testing.assert_allclose(found.keeps, 1.0 - np.array(cheapest), atol=1e-9)
    np.testing.assert_allclose(found.value, chances * found.keeps + found.price * found.asked, atol=1e-9)
    assert found.value.sum() == pytest.approx(1.0)
    assert found.asked.sum() == pytest.approx(quota - 1)


def test_more_chances_are_never_worth_less():
    found = closed_rule_by_recognition([0.05, 0.1, 0.15, 0.3, 0.4], 0.8)
    assert (np.diff(found.value) >= -1e-12).all()
    assert found.value[-1] > found.value[0]


@pytest.mark.parametrize(
    ("chances", "patience", "quota"),
    [
        ([0.5, 0.6], 0.9, None),
        ([1.0], 0.9, None),
        ([0.0, 1.0], 0.9, None),
        ([0.5, 0.5], 0.0, None),
        ([0.5, 0.5], 0.9, 1),
    ],
)
def test_what_is_no_legislature_is_refused(chances, patience, quota):
    with pytest.raises(ValueError, match="got"):
        closed_rule_by_recognition(chances, patience, quota)
