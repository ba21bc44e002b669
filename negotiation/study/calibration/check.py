"""Whether calibrating can be trusted at all: on histories made by known governments, ranks must be even.

Source: Talts et al. (2018), simulation-based calibration; Cook, Gelman & Rubin (2006).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import chisquare

from negotiation.study.calibration.parameters import HIGH, LOW

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NEAREST = 99  # histories that a synthetic one is calibrated on, so that ranks go from 0 to 99
BINS = 10
LEAST_SCALE = 1e-9


class Reference(NamedTuple):
    """Histories of governments drawn from what was thought before. values: (N, 6); numbers: (N, S); scale: (S,)."""

    values: Floats
    numbers: Floats
    scale: Floats


class Ranks(NamedTuple):
    """ranks: (T, 6), 0 to NEAREST, of the true values; p: (6,) of evenness, by chi square."""

    ranks: Integers
    p: Floats


def drawn(count: int, seed: int) -> Floats:
    """Values from what was thought before, (N, 6)."""
    even = np.random.Generator(np.random.Philox(key=[seed, 1])).random((count, len(LOW)))
    values: Floats = LOW + (HIGH - LOW) * even
    return values


def scale_of(numbers: Floats) -> Floats:
    """The mean absolute deviation of each number from its median, so that none outweighs the others, (S,)."""
    spread: Floats = np.abs(numbers - np.median(numbers, axis=0)).mean(axis=0)
    return np.where(spread > LEAST_SCALE, spread, 1.0)


def distances(reference: Reference, observed: Floats) -> Floats:
    """How far every history is from one, (N,)."""
    far: Floats = (np.abs(reference.numbers - observed) / reference.scale).sum(axis=-1)
    return far


def nearest(reference: Reference, observed: Floats, apart: int = -1) -> Floats:
    """The values of the nearest histories, (NEAREST, 6). apart: one that does not count."""
    far = distances(reference, observed)
    if apart >= 0:
        far[apart] = np.inf
    return reference.values[np.argsort(far, kind="stable")[:NEAREST]]


def ranks_of(reference: Reference, trials: int) -> Ranks:
    """The rank of the true values among those of the nearest histories, for the first ones in turn."""
    found = np.array([
        (nearest(reference, reference.numbers[trial], trial) < reference.values[trial]).sum(axis=0)
        for trial in range(trials)
    ])  # fmt: skip
    return Ranks(found, evenness(found))


def evenness(ranks: Integers) -> Floats:
    """How likely ranks at least so uneven are where all is well, (6,), in ten bins."""
    counts = [np.bincount(column * BINS // (NEAREST + 1), minlength=BINS) for column in ranks.T]
    return np.array([float(chisquare(count).pvalue) for count in counts])
