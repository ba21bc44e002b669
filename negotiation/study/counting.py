"""The compiled loops of a study: counting weekly values into bins, adding numbers exactly."""

import math

import numpy as np
from numba import njit

from negotiation.study.precision import BINS, LARGEST_EXPONENT, LIMB_BITS, LOWEST_BIT, UNITS_LIMIT

LIMB_MASK = (1 << LIMB_BITS) - 1
MANTISSA_BITS = 53


@njit(cache=True)
def count_weeks(weeks, ranges, counts, sums, reach):  # type: ignore[no-untyped-def]  # numba infers them
    """Count every finite value of weeks into its bin, and add it up.

    weeks: (R, W, K) float32; ranges: (3, K) lowest edge, bins per unit of the column, sum units per unit of the column.
    Filled in: counts (W, K, BINS + 2), the first and last bin for what lies outside the column's range; sums (W, K)
    int64; reach: (2, W, K) float32 lowest and highest value.
    """
    above = float(BINS) + 1.0
    for week in range(weeks.shape[1]):
        # Columns outside, worlds inside: one column's bins stay in the nearest cache.
        for column in range(weeks.shape[2]):
            edge, bins_per_unit, units = ranges[0, column], ranges[1, column], ranges[2, column]
            bins = counts[week, column]
            total, lowest, highest = np.int64(0), np.inf, -np.inf
            for world in range(weeks.shape[0]):
                value = np.float64(weeks[world, week, column])
                if value - value != 0.0:  # NaN or infinite
                    continue
                place = (value - edge) * bins_per_unit + 1.0
                place = place if place >= 1.0 else 0.0
                if place < above:
                    bins[int(place)] += 1
                else:  # the upper edge itself is still inside
                    bins[BINS if place == above else BINS + 1] += 1
                amount = value * units
                amount = amount if amount < UNITS_LIMIT else UNITS_LIMIT
                total += np.int64(amount if amount > -UNITS_LIMIT else -UNITS_LIMIT)
                lowest = value if value < lowest else lowest
                highest = value if value > highest else highest
            sums[week, column] = total
            reach[0, week, column] = lowest
            reach[1, week, column] = highest


@njit(cache=True)
def add_exactly(values, given, limbs):  # type: ignore[no-untyped-def]  # numba infers them
    """Add values and their squares to wide integers, so that no rounding depends on the order.

    values: (R,) float64; given: (1,) how many were numbers; limbs: (2, LIMBS) int64, digits of the sum and of the sum
    of squares in base 2**LIMB_BITS, the last bit of the first digit worth 2**LOWEST_BIT. Digits carry nothing while
    adding: there is room for 2**30 values.
    """
    for value in values:
        if not abs(value) < 2.0**LARGEST_EXPONENT:  # NaN, infinite or absurd
            continue
        given[0] += 1
        add_one(value, limbs[0])
        add_one(value * value, limbs[1])


@njit(cache=True)
def add_one(value, limbs):  # type: ignore[no-untyped-def]  # numba infers them
    """Add one finite number; bits worth less than 2**LOWEST_BIT are cut off."""
    if value == 0.0:
        return
    fraction, exponent = math.frexp(abs(value))
    sign = 1 if value > 0 else -1
    mantissa = np.int64(fraction * 2.0**MANTISSA_BITS)
    place = exponent - MANTISSA_BITS - LOWEST_BIT
    if place < 0:
        mantissa = mantissa >> min(-place, 62)
        place = 0
    limb, shift = place // LIMB_BITS, place % LIMB_BITS
    lower = (mantissa & LIMB_MASK) << shift
    upper = (mantissa >> LIMB_BITS) << shift
    limbs[limb] += sign * (lower & LIMB_MASK)
    limbs[limb + 1] += sign * ((lower >> LIMB_BITS) + (upper & LIMB_MASK))
    limbs[limb + 2] += sign * (upper >> LIMB_BITS)
