"""What the numbers of a history say about values, one estimate a value: by these estimates histories are compared.

Source: Fearnhead & Prangle (2012), semi-automatic summaries: the mean of what is known after a history, by regression.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
EDGES = (0.005, 0.995)  # quantiles of a number; what lies beyond counts as lying there, so that nothing is drawn out


@dataclass(frozen=True)
class Estimates:
    """Linear in each number, its root and its logarithm. low, high: (S,); factors: (1 + 3 S, P); told: (P,) the share
    of what was thought before that estimates tell on average, of histories that the fit did not see.
    """

    low: Floats
    high: Floats
    factors: Floats
    told: Floats

    def of(self, numbers: Floats) -> Floats:
        """The estimates of histories (R, S), (R, P)."""
        found: Floats = np.einsum("rt,tp->rp", _terms(numbers, self.low, self.high), self.factors)
        return found


def estimates_from(values: Floats, numbers: Floats) -> Estimates:
    """Fitted on histories whose values are known: values (R, P), numbers (R, S)."""
    low, high = np.quantile(numbers, EDGES, axis=0)
    terms = _terms(numbers, low, high)
    half = len(values) // 2
    unseen = Estimates(low, high, _least_squares(terms[:half], values[:half]), np.zeros(values.shape[1]))
    error = np.square(unseen.of(numbers[half:]) - values[half:]).mean(axis=0)
    told = np.maximum(1.0 - error / values[half:].var(axis=0), 0.0)
    return Estimates(low, high, _least_squares(terms, values), told)


def _terms(numbers: Floats, low: Floats, high: Floats) -> Floats:
    """A one, every number, its root and its logarithm, (R, 1 + 3 S)."""
    inside = np.clip(numbers, low, high)
    return np.concatenate([np.ones((len(numbers), 1)), inside, np.sqrt(inside), np.log1p(inside)], axis=-1)


def _least_squares(terms: Floats, values: Floats) -> Floats:
    """The factors with the least squared error, (T, P)."""
    return np.asarray(np.linalg.lstsq(terms, values, rcond=1e-10)[0], np.float64)
