"""Whether calibrating can be trusted at all: on histories made by known governments, ranks must be even.

Source: Talts et al. (2018), simulation-based calibration; Cook, Gelman & Rubin (2006); Prangle et al. (2014), for
approximate Bayesian computation.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import chisquare

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NEAREST = 99  # histories that a synthetic one is calibrated on, so that ranks go from 0 to 99
BINS = 10


@dataclass(frozen=True)
class Reference:
    """Histories of governments drawn from what was thought before. values: (N, P); estimates: (N, P); scale: (P,)."""

    values: Floats
    estimates: Floats
    scale: Floats

    @cached_property
    def scaled(self) -> Floats:
        """Estimates over their scales, (P, N)."""
        return np.ascontiguousarray((self.estimates / self.scale).T)


class Ranks(NamedTuple):
    """ranks: (T, P), 0 to NEAREST, of the true values; p: (P,) of evenness, by chi square."""

    ranks: Integers
    p: Floats


def distances(reference: Reference, observed: Floats) -> Floats:
    """How far every history is from one, (N,)."""
    far = np.zeros(len(reference.values))
    for column, wanted in zip(reference.scaled, observed / reference.scale, strict=True):
        far += np.abs(column - wanted)
    return far


def nearest(reference: Reference, observed: Floats, apart: int = -1) -> Floats:
    """The values of the nearest histories, (NEAREST, P). apart: one that does not count."""
    far = distances(reference, observed)
    if apart >= 0:
        far[apart] = np.inf
    found = np.argpartition(far, NEAREST)[:NEAREST]
    return reference.values[found]


def ranks_of(reference: Reference, trials: int) -> Ranks:
    """The rank of the true values among those of the nearest histories, for the first ones in turn."""
    found = np.array([
        (nearest(reference, reference.estimates[trial], trial) < reference.values[trial]).sum(axis=0)
        for trial in range(trials)
    ])  # fmt: skip
    return Ranks(found, evenness(found))


def evenness(ranks: Integers) -> Floats:
    """How likely ranks at least so uneven are where all is well, (P,), in ten bins."""
    counts = [np.bincount(column * BINS // (NEAREST + 1), minlength=BINS) for column in ranks.T]
    return np.array([float(chisquare(count).pvalue) for count in counts])
