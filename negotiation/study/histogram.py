"""What all worlds did week by week, in integers: means and quantiles that no block size or order can change."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import WeekColumn
from negotiation.study.precision import BINS, MEAN_BITS


@dataclass(frozen=True)
class WeeklyHistogram:
    """Counts of every weekly column's values in every week, over the worlds played so far.

    columns: K of them, whose low and high bound the bins; counts: (W, K, BINS + 2), first and last for values outside
    the range; sums: (W, K) in the column's units; reach: (2, W, K) lowest and highest value. NaN and infinite values
    are left out everywhere.
    """

    columns: tuple[WeekColumn, ...]
    counts: NDArray[np.int64] | NDArray[np.uint16]
    sums: NDArray[np.int64]
    reach: NDArray[np.float32]

    def merged(self, other: "WeeklyHistogram") -> "WeeklyHistogram":
        """The counts of both parts' worlds."""
        reach = np.stack([np.minimum(self.reach[0], other.reach[0]), np.maximum(self.reach[1], other.reach[1])])
        counts = np.add(self.counts, other.counts, dtype=np.int64)
        return WeeklyHistogram(self.columns, counts, self.sums + other.sums, reach)

    def given(self) -> NDArray[np.int64]:
        """How many worlds had a number: (W, K)."""
        given: NDArray[np.int64] = self.counts.sum(axis=-1, dtype=np.int64)
        return given

    def mean(self) -> NDArray[np.float64]:
        """Mean over those worlds, (W, K), right to 2**-MEAN_BITS of the column's bound; NaN if none had a number."""
        given = self.given()
        total = self.sums / sum_units(self.columns)
        return np.where(given > 0, total / np.maximum(given, 1), np.nan)

    def outside(self) -> dict[str, float]:
        """Column -> share of its numbers outside the range the column states; only those that have any."""
        beyond = (self.counts[..., 0] + self.counts[..., -1]).sum(axis=0, dtype=np.int64)
        shares = beyond / np.maximum(self.given().sum(axis=0), 1)
        return {column.name: float(part) for column, part in zip(self.columns, shares, strict=True) if part > 0}

    def quantiles(self, levels: tuple[float, ...]) -> NDArray[np.float64]:
        """The values below which these shares of the worlds lie, (L, W, K); NaN where no world had a number.

        Read from the bins by linear interpolation within one. The sample quantile (the smallest value with at least
        that share of the worlds at or below it) lies in the same bin: the error is at most the bin's width, the
        column's range / BINS; for values outside the range, the distance from the range to the farthest value.
        """
        return np.stack([self.quantile(level) for level in levels])

    def quantile(self, level: float) -> NDArray[np.float64]:
        """One of them: (W, K)."""
        running = self.counts.cumsum(axis=-1, dtype=np.int64)
        given = running[..., -1:]
        rank = np.maximum(level * given, 1.0)
        # A millionth of a world less: 0.55 * 20 is 11.000000000000002 and must not pick the twelfth.
        bin_reached = (running < rank - 1e-6).sum(axis=-1, keepdims=True)
        bin_reached = np.minimum(bin_reached, BINS + 1)
        inside = np.take_along_axis(self.counts, bin_reached, axis=-1)
        before = np.take_along_axis(running, bin_reached, axis=-1) - inside
        way = (rank - before) / np.maximum(inside, 1)
        edges = self.edges()
        lower = np.take_along_axis(edges, bin_reached, axis=-1)
        upper = np.take_along_axis(edges, bin_reached + 1, axis=-1)
        value = (lower + np.clip(way, 0.0, 1.0) * (upper - lower))[..., 0]
        some = given[..., 0] > 0
        return np.where(some, np.clip(value, self.reach[0], self.reach[1]), np.nan)

    def edges(self) -> NDArray[np.float64]:
        """Where the bins begin and end, (W, K, BINS + 3); the outermost reach to the farthest values."""
        low, high = bounds(self.columns)
        steps = low[:, None] + (high - low)[:, None] * (np.arange(BINS + 1) / BINS)
        edges = np.empty((*self.sums.shape, BINS + 3))
        edges[..., 1:-1] = steps
        edges[..., 0] = np.minimum(self.reach[0], low)
        edges[..., -1] = np.maximum(self.reach[1], high)
        return edges


def histogram_of(weeks: NDArray[np.float32], columns: tuple[WeekColumn, ...]) -> WeeklyHistogram:
    """The histogram of one block's weeks, (R, W, K); at most 65,535 worlds: its counts are 16 bits, to travel light."""
    from negotiation.study.counting import count_weeks

    shape = weeks.shape[1:]
    low, high = bounds(columns)
    ranges = np.stack([low, BINS / (high - low), sum_units(columns)])
    counts = np.zeros((*shape, BINS + 2), dtype=np.uint16)
    sums = np.zeros(shape, dtype=np.int64)
    reach = np.empty((2, *shape), dtype=np.float32)
    count_weeks(np.ascontiguousarray(weeks), ranges, counts, sums, reach)
    return WeeklyHistogram(columns, counts, sums, reach)


def bounds(columns: tuple[WeekColumn, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The columns' stated ranges: lowest (K,), highest (K,)."""
    return np.array([column.low for column in columns], float), np.array([column.high for column in columns], float)


def sum_units(columns: tuple[WeekColumn, ...]) -> NDArray[np.float64]:
    """How many integer units of its sum one unit of each column is: a power of two, so that scaling rounds nothing."""
    sizes = [max(abs(column.low), abs(column.high)) for column in columns]
    return np.array([2.0 ** (MEAN_BITS - math.ceil(math.log2(size))) for size in sizes])
