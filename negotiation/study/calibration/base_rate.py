"""What is thought before the record: numbers even over their ranges, but for how many threats such governments impose.

How often a government imposes what it threatens is known from other disputes. The share is reckoned for any values from
disputes played to their end (a logistic fit), and values are weighted so that before the record it lies in the
published interval as often as published: its density is the published one, and given the share values stay even.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from scipy.stats import gaussian_kde, norm

from negotiation.study.calibration.parameters import BY_BASE_RATE, HIGH, LOW, NAMES
from negotiation.study.calibration.telling_numbers import Ends

Floats = NDArray[np.float64]
# Source: Morgan, Bapat & Kobayashi (2014), as told by others: of sanctions threatened 1945-2005 almost half were not
# imposed. That 45 to 65 % is meant, nine times in ten, is our reading (docs/base-rates.md).
IMPOSED = (0.45, 0.65)
CENTRE, SPREAD = sum(IMPOSED) / 2.0, (IMPOSED[1] - IMPOSED[0]) / 2.0 / norm.ppf(0.95)
DECIDING = tuple(NAMES.index(name) for name in BY_BASE_RATE)
ROUNDS, ENOUGH = 50, 1e-10  # of the logistic fit
LEAST_DENSITY = 0.05  # of shares; where hardly any value gives a share, none is weighted up beyond this
GRID = np.linspace(0.0, 1.0, 501)


@dataclass(frozen=True)
class Prior:
    """What is thought before. logit: of the share imposed, on `_terms`; weight: on GRID, by share; most: of weights."""

    logit: Floats
    weight: Floats
    most: float

    def share_imposed(self, values: Floats) -> Floats:
        """The share of threats that governments of these values (R, 7) carry out, in full or in part, (R,)."""
        share: Floats = expit((_terms(values) * self.logit).sum(axis=-1))
        return share

    def weights(self, values: Floats) -> Floats:
        """How likely values are before the record, up to a factor, (R,); nothing outside the ranges."""
        inside = ((values >= LOW) & (values <= HIGH)).all(axis=-1)
        found: Floats = np.where(inside, np.interp(self.share_imposed(values), GRID, self.weight), 0.0)
        return found

    def drawn(self, count: int, generator: np.random.Generator) -> Floats:
        """Values drawn from it, (count, 7)."""
        found = np.empty((0, len(NAMES)))
        while len(found) < count:
            values = even(count, generator)
            kept = generator.random(count) * self.most < self.weights(values)
            found = np.concatenate([found, values[kept]])
        first: Floats = found[:count]
        return first


def even(count: int, generator: np.random.Generator) -> Floats:
    """Values even over their ranges, (count, 7)."""
    values: Floats = LOW + (HIGH - LOW) * generator.random((count, len(NAMES)))
    return values


def prior_of(values: Floats, ends: Ends) -> Prior:
    """The prior, from disputes of governments with even values (R, 7) played to their end."""
    logit = _logistic(_terms(values), ends)
    share = expit((_terms(values) * logit).sum(axis=-1))
    density = np.maximum(gaussian_kde(share)(GRID), LEAST_DENSITY)
    weight = norm.pdf(GRID, CENTRE, SPREAD) / density
    return Prior(logit, weight, float(weight.max()))


def _terms(values: Floats) -> Floats:
    """Every value from -1 to 1 over its range, and squares and products of those that decide, (R, T)."""
    scaled = (values - LOW) / (HIGH - LOW) * 2.0 - 1.0
    products = [scaled[:, i] * scaled[:, j] for n, i in enumerate(DECIDING) for j in DECIDING[n:]]
    return np.concatenate([np.ones((len(values), 1)), scaled, np.stack(products, axis=-1)], axis=-1)


def _logistic(terms: Floats, ends: Ends) -> Floats:
    """Maximum likelihood of a share imposed in all that ended, by Newton's rule, (T,)."""
    found = np.zeros(terms.shape[-1])
    for _ in range(ROUNDS):
        share = expit((terms * found).sum(axis=-1))
        slope = np.einsum("rt,r->t", terms, ends.imposed - ends.all * share)
        curve = np.einsum("rt,ru,r->tu", terms, terms, ends.all * share * (1.0 - share))
        step = np.linalg.solve(curve, slope)
        found = found + step
        if np.abs(step).max() < ENOUGH:
            break
    return found
