"""Where an ally stands."""

import numpy as np
import pytest

from negotiation.politics.coalition import (
    JOINT,
    MEDIATION,
    NEUTRAL,
    SEPARATE,
    SOLIDARITY,
    Situation,
    Temper,
    readiness,
    stance_after,
)

TEMPER = Temper(welfare=2.0, solidarity=0.04, company=0.5, request=0.3, settles=0.2, mediates=0.1)
CALM = {"gain": 0.0, "tariff": 0.0, "company": 0.0, "asked": False, "offered": False, "deadlock": False}


def seen(**facts):
    """A situation in one world: calm, but for the facts named."""
    return Situation(**{name: np.array([value]) for name, value in (CALM | facts).items()})


def stance(before=NEUTRAL, ready=0.0, chance=0.5, **facts):
    """Where an ally stands next week."""
    after = stance_after(np.array([before]), np.array([ready]), TEMPER, seen(**facts), np.array([chance]))
    return int(after[0])


def test_readiness_adds_up_gain_tariff_company_and_request():
    # .1 leaning, 2 x -.15 for what joining costs, .04 x 25 % of tariff, .5 x half the others, .3 asked
    sees = seen(gain=-0.15, tariff=25.0, company=0.5, asked=True)
    assert readiness(np.array([0.1]), TEMPER, sees) == pytest.approx([1.35])


@pytest.mark.parametrize("more", [{"gain": 0.1}, {"tariff": 5.0}, {"company": 0.25}, {"asked": True}])
def test_readier_the_more_it_gains_the_higher_the_tariff_the_more_join_and_when_asked(more):
    leaning = np.array([0.1])
    assert (readiness(leaning, TEMPER, seen(**more)) > readiness(leaning, TEMPER, seen())).all()


@pytest.mark.parametrize(
    ("ready", "tariff", "stands"),
    [(-0.1, 25.0, NEUTRAL), (0.0, 25.0, NEUTRAL), (0.4, 25.0, SOLIDARITY), (1.0, 25.0, SOLIDARITY), (1.1, 25.0, JOINT)],
)
def test_readiness_above_zero_is_words_above_one_is_joint_retaliation(ready, tariff, stands):
    assert stance(ready=ready, tariff=tariff) == stands


def test_nobody_retaliates_against_no_tariff():
    assert stance(ready=1.5, tariff=0.0) == SOLIDARITY


def test_a_retaliating_ally_lets_go_when_the_tariff_is_gone():
    assert stance(before=JOINT, ready=0.5, tariff=0.0) == SOLIDARITY


@pytest.mark.parametrize(("chance", "stands"), [(0.19, SEPARATE), (0.21, SOLIDARITY)])
def test_a_separate_deal_that_is_offered_is_taken_by_chance(chance, stands):
    assert stance(ready=0.5, chance=chance, offered=True) == stands


def test_no_separate_deal_without_an_offer():
    assert stance(ready=0.5, chance=0.0) == SOLIDARITY


def test_an_ally_ready_to_join_takes_no_separate_deal():
    assert stance(ready=1.1, tariff=25.0, chance=0.0, offered=True) == JOINT


def test_a_separate_deal_is_kept():
    assert stance(before=SEPARATE, ready=5.0, tariff=25.0, deadlock=True, chance=1.0) == SEPARATE


@pytest.mark.parametrize(("chance", "stands"), [(0.91, MEDIATION), (0.89, SOLIDARITY)])
def test_mediation_is_offered_by_chance_while_talks_stand_still(chance, stands):
    assert stance(ready=0.5, chance=chance, deadlock=True) == stands


def test_nobody_mediates_while_talks_go_on():
    assert stance(ready=0.5, chance=1.0) == SOLIDARITY


def test_a_mediator_stays_one_while_talks_stand_still_and_only_then():
    assert stance(before=MEDIATION, ready=0.5, chance=0.5, deadlock=True) == MEDIATION
    assert stance(before=MEDIATION, ready=0.5, chance=0.5, deadlock=False) == SOLIDARITY


def test_a_mediator_that_is_ready_joins():
    assert stance(before=MEDIATION, ready=1.1, tariff=25.0, deadlock=True) == JOINT
