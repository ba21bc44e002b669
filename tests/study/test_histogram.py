"""Quantiles to a bin, means exactly, nothing that depends on blocks or order."""

import math

import numpy as np
import pytest

from negotiation.dispute.block import WeekColumn
from negotiation.study.histogram import histogram_of
from negotiation.study.precision import BINS

COLUMNS = (WeekColumn("rate_us", "percent", 0, 100), WeekColumn("welfare_us", "percent", -4, 4))
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)


def weeks_of(worlds, seed=0):
    """Three weeks of the two columns, some of them NaN."""
    luck = np.random.default_rng(seed)
    weeks = np.stack([luck.uniform(0, 100, (worlds, 3)), luck.normal(0, 1, (worlds, 3))], axis=-1)
    weeks[luck.uniform(size=weeks.shape) < 0.1] = math.nan
    return weeks.astype(np.float32)


def in_parts(weeks, cuts):
    return [histogram_of(part, COLUMNS) for part in np.split(weeks, cuts)]


def merged(parts):
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.merged(part)
    return whole


def test_quantiles_are_right_to_a_bin():
    weeks = weeks_of(997)
    found = histogram_of(weeks, COLUMNS).quantiles(LEVELS)
    expected = np.nanquantile(weeks, LEVELS, axis=0, method="inverted_cdf")
    widths = np.array([100 / BINS, 8 / BINS])
    assert np.all(np.abs(found - expected) <= widths * (1 + 1e-6))


def test_means_match_the_values_added_up():
    weeks = weeks_of(500)
    expected = np.nanmean(weeks.astype(np.float64), axis=0)
    assert np.allclose(histogram_of(weeks, COLUMNS).mean(), expected, rtol=0, atol=1e-8)


@pytest.mark.parametrize("cuts", [[1], [100, 200, 201], list(range(50, 600, 50))])
def test_block_size_changes_no_bit(cuts):
    weeks = weeks_of(600)
    whole, parts = histogram_of(weeks, COLUMNS), merged(in_parts(weeks, cuts))
    assert whole.quantiles(LEVELS).tobytes() == parts.quantiles(LEVELS).tobytes()
    assert whole.mean().tobytes() == parts.mean().tobytes()


def test_order_of_merging_changes_no_bit():
    parts = in_parts(weeks_of(600), [64, 300, 512])
    there, back = merged(parts), merged(parts[::-1])
    assert there.quantiles(LEVELS).tobytes() == back.quantiles(LEVELS).tobytes()
    assert there.mean().tobytes() == back.mean().tobytes()


def test_a_constant_has_exactly_its_value_at_every_level():
    weeks = np.full((40, 1, 2), 2.5, dtype=np.float32)
    assert np.all(histogram_of(weeks, COLUMNS).quantiles(LEVELS) == 2.5)


def test_median_of_two_halves_worked_by_hand():
    # Ten worlds at 25 %, eleven at 75 %: the eleventh smallest of 21 is at 75.
    weeks = np.full((21, 1, 2), 25, dtype=np.float32)
    weeks[10:] = 75
    median = histogram_of(weeks, COLUMNS).quantiles((0.5,))[0, 0, 0]
    assert median == pytest.approx(75, abs=100 / BINS)


def test_higher_values_never_lower_a_quantile():
    weeks = weeks_of(300)
    lower = histogram_of(weeks, COLUMNS).quantiles(LEVELS)
    higher = histogram_of(weeks + np.float32(1), COLUMNS).quantiles(LEVELS)
    assert np.all(higher >= lower)


def test_a_week_without_numbers_has_no_quantile_and_no_mean():
    weeks = np.full((5, 1, 2), math.nan, dtype=np.float32)
    histogram = histogram_of(weeks, COLUMNS)
    assert np.all(np.isnan(histogram.quantiles(LEVELS)))
    assert np.all(np.isnan(histogram.mean()))


def test_the_upper_bound_is_inside_the_range():
    weeks = np.full((4, 1, 2), [100, 4], dtype=np.float32)
    histogram = histogram_of(weeks, COLUMNS)
    assert histogram.outside() == {}
    assert histogram.quantiles((0.5,))[0, 0].tolist() == [100, 4]


def test_values_outside_the_stated_range_are_counted_and_named():
    weeks = np.zeros((4, 1, 2), dtype=np.float32)
    weeks[3, 0, 0] = 130
    histogram = histogram_of(weeks, COLUMNS)
    assert histogram.outside() == {"rate_us": 0.25}
    assert 100 <= histogram.quantiles((0.95,))[0, 0, 0] <= 130
    assert histogram.mean()[0, 0] == pytest.approx(32.5)
