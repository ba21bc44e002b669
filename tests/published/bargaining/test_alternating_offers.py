"""Rubinstein (1982), Ståhl (1972) and two-sided ratification (Tarar 2001): shares derived by hand."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negotiation.bargaining.solutions import finite_values, stationary_shares

PATIENCE = st.floats(0.05, 0.98)
FLOOR = st.floats(0.0, 0.5)


def test_rubinstein_shares():
    # (1 - .8) / (1 - .72) = 5/7 for the proposer; when the other proposes, .9 x 5/7 = 9/14.
    assert stationary_shares((0.9, 0.8)) == pytest.approx((5 / 7, 9 / 14))


@pytest.mark.parametrize(("own", "other"), [(0.05, 0.1), (0.3, 0.1), (1.0, 1.0)])
def test_rubinstein_limit_of_short_rounds(own, other):
    # With patience e^(-r D) and D to 0 both proposals give side 0 r1 / (r0 + r1).
    shares = stationary_shares((np.exp(-own * 1e-7), np.exp(-other * 1e-7)))
    assert shares == pytest.approx((other / (own + other),) * 2, abs=1e-6)


def test_stahl_five_rounds():
    # 1 - .9 + .81 - .729 + .6561.
    assert finite_values([1.0] * 5, (0.9, 0.9))[0] == pytest.approx([0.8371, 0.1629], abs=1e-12)


def test_stahl_one_round_is_an_ultimatum():
    assert finite_values([1.0], (0.9, 0.9))[0].tolist() == [1.0, 0.0]


def test_stahl_outside_option_by_hand():
    # After the last round side 0 gets .5: as responder in round 2 it waits for .8 x .5 = .4; so side 1 keeps .6 there.
    # In round 1 side 1 waits for .9 x .6 = .54 and side 0 keeps .46.
    values = finite_values([1.0, 1.0], (0.8, 0.9), no_deal=(0.5, 0.0))
    assert values == pytest.approx(np.array([[0.46, 0.54], [0.4, 0.6]]))


def test_a_floor_that_binds_by_hand():
    # Side 1 proposes: it must leave side 0 its floor .6 (more than it would wait for). Side 0 proposes: side 1 would
    # wait for .8 x .4 = .32, so side 0 keeps .68.
    assert stationary_shares((0.8, 0.8), (0.6, 0.0)) == pytest.approx((0.68, 0.6))


def test_a_floor_of_the_other_that_binds_by_hand():
    assert stationary_shares((0.8, 0.8), (0.0, 0.7)) == pytest.approx((0.3, 0.24))


def test_floors_larger_than_the_pie_leave_nothing():
    assert np.isnan(stationary_shares((0.9, 0.9), (0.6, 0.5))).all()


def test_a_pie_below_the_floors_falls_through():
    # .9 cannot give .5 twice: round 2's pie is shared, and round 1 is worth waiting for it.
    # Round 2: side 1 proposes, gives side 0 its floor .5 and keeps .7; round 1: .9 x (.5, .7).
    assert finite_values([0.9, 1.2], (0.9, 0.9), (0.5, 0.5)) == pytest.approx(np.array([[0.45, 0.63], [0.5, 0.7]]))


@given(patience=st.tuples(PATIENCE, PATIENCE), floors=st.tuples(FLOOR, FLOOR))
def test_the_endless_game_is_the_limit_of_finite_ones(patience, floors):
    # Backward induction is another derivation; an error shrinks by d0 d1 every two rounds.
    assume(max(patience) < 0.95)
    rounds = 2 * int(np.ceil(np.log(1e-9) / np.log(patience[0] * patience[1]))) + 1
    shares = stationary_shares(patience, floors)
    assert finite_values([1.0] * rounds, patience, floors)[0, 0] == pytest.approx(shares.own_proposal, abs=1e-8)


@given(patience=st.tuples(PATIENCE, PATIENCE), floors=st.tuples(FLOOR, FLOOR), more=st.floats(0.0, 0.5))
def test_a_higher_floor_never_lowers_ones_share(patience, floors, more):
    # Schelling's conjecture, as long as there is a deal.
    higher = (min(floors[0] + more, 1.0 - floors[1]), floors[1])
    before, after = stationary_shares(patience, floors), stationary_shares(patience, higher)
    assert after.own_proposal >= before.own_proposal - 1e-12
    assert after.other_proposal >= before.other_proposal - 1e-12


@pytest.mark.parametrize("patience", [(0.0, 0.5), (0.5, 1.2), (1.0, 1.0)])
def test_patience_out_of_range_is_named(patience):
    with pytest.raises(ValueError, match="patience"):
        stationary_shares(patience)
