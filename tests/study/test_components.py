"""Parts of a variance, against sums made of known parts."""

import numpy as np
import pytest

from negotiation.study.doubt.components import components, parts, shares
from negotiation.study.doubt.uncertain import under_priors


def made(sizes, seed, spreads):
    """A sum of an effect of each axis, and one of all together, with known standard deviations."""
    rng = np.random.default_rng(seed)
    values = spreads[-1] * rng.normal(size=sizes)
    for axis, spread in enumerate(spreads[:-1]):
        shape = [size if place == axis else 1 for place, size in enumerate(sizes)]
        values = values + spread * rng.normal(size=shape)
    return values


def test_a_table_done_by_hand():
    # Rows 0 and 2, columns 0 and 4: rows part by 2, columns by 4, nothing together. Variances 2 and 8.
    values = np.array([[0.0, 4.0], [2.0, 6.0]])
    assert components(values) == pytest.approx({(0,): 2.0, (1,): 8.0, (0, 1): 0.0})
    assert shares(values) == pytest.approx(np.array([[0.2, 0.2], [0.8, 0.8]]))


def test_only_what_acts_together_is_together():
    # Each pays only with the other: nothing alone.
    values = np.array([[1.0, -1.0], [-1.0, 1.0]])
    assert shares(values) == pytest.approx(np.array([[0.0, 1.0], [0.0, 1.0]]))


def test_means_over_many_tables_are_the_variances_they_were_made_of():
    tables = [components(made((5, 20, 30), seed, (1.0, 2.0, 3.0, 1.5))) for seed in range(60)]
    for chosen, true in (((0,), 1.0), ((1,), 4.0), ((2,), 9.0), ((0, 1, 2), 2.25)):
        found = [table[chosen] for table in tables]
        assert np.mean(found) == pytest.approx(true, abs=4.0 * np.std(found) / np.sqrt(60))


def test_intervals_cover_what_tables_are_made_of():
    # Guesses 4 and luck 9 of 16.25 in all, alone; three standard errors of 60 studies are 9 %.
    covered = []
    for seed in range(60):
        _, guesses, luck = parts(made((3, 30, 40), seed, (0.0, 2.0, 3.0, 1.5)), drawn=(1, 2))
        total = 4.0 + 9.0 + 2.25
        covered += [
            guesses.alone.low <= 4.0 / total <= guesses.alone.high,
            luck.alone.low <= 9.0 / total <= luck.alone.high,
        ]
    assert np.mean(covered) > 0.86


def test_what_never_varies_has_no_parts():
    assert [each.together.value for each in parts(np.ones((2, 4, 4)), drawn=(1, 2))] == [0.0, 0.0, 0.0]


def test_shares_over_states_by_hand():
    # Sixteen states, four times shares 0, 0.5, 0.5, 1; deviations sum to 2: Student's 0.5 ± 2.131 x sqrt(2 / 15 / 16).
    ends = np.array([[0, 0], [0, 1], [1, 0], [1, 1]] * 4, np.bool_)
    found = under_priors(ends)
    assert found["share"] == 0.5
    assert (found["low"], found["high"]) == pytest.approx((0.3055, 0.6945), abs=0.001)
    assert found["state_low"] == 0.0


def test_luck_that_all_states_share_is_counted():
    # Every state ends so in the same 50 of 100 worlds: nothing between states, 0.5 ± 1.96 x sqrt(0.2525 / 100) of luck.
    found = under_priors(np.tile(np.arange(100) % 2 == 0, (16, 1)))
    assert (found["low"], found["high"]) == pytest.approx((0.4015, 0.5985), abs=0.0005)
