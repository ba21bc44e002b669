"""A calibration from beginning to end: reference histories, the check, the posterior, and what the record can tell."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import build_game
from negotiation.scenario.schema import Scenario
from negotiation.study.calibration.check import Ranks, Reference, distances, drawn, ranks_of, scale_of
from negotiation.study.calibration.parameters import NAMES, PARAMETERS, with_mandates
from negotiation.study.calibration.smc import BLOCK, Posterior, Target, fitted
from negotiation.study.calibration.telling_numbers import number_names, of_record, simulated
from negotiation.study.ensemble import Progress

Floats = NDArray[np.float64]
TRIALS = 300  # synthetic histories that the check calibrates on
SHARE_OF_CHECK = 0.2  # of the budget
FIRST_TOLERANCE = 0.25  # quantile of the reference histories' distances
APART = 10_000_000  # the reference's worlds are numbered from here: other luck than the fit's
LEVELS = (0.05, 0.5, 0.95)
TOLD = 0.9  # of the prior's spread; a posterior as wide as that has learned nothing worth saying
CHECKING, FITTING = "Checking on synthetic histories", "Fitting"


@dataclass(frozen=True)
class Calibration:
    """What came of it. observed: (S,); before: (S, 3) at LEVELS of the reference histories."""

    scenario: Scenario
    record: Scenario
    seed: int
    budget: int
    names: tuple[str, ...]
    observed: Floats
    before: Floats
    ranks: Ranks
    posterior: Posterior

    @property
    def played(self) -> int:
        """Worlds in all."""
        return self.posterior.played + reference_size(self.budget)

    def quantiles(self, place: int) -> tuple[float, float, float]:
        """A parameter's posterior at LEVELS."""
        low, middle, high = weighted_quantiles(self.posterior.values[:, place], self.posterior.weight)
        return low, middle, high

    def spread(self, place: int) -> float:
        """The posterior's standard deviation over the prior's."""
        values, weight = self.posterior.values[:, place], self.posterior.weight
        mean = (weight * values).sum()
        width = PARAMETERS[place].high - PARAMETERS[place].low
        return float(np.sqrt((weight * np.square(values - mean)).sum()) / (width / np.sqrt(12.0)))


def reference_size(budget: int) -> int:
    """How many worlds the check takes of a budget."""
    return max(int(budget * SHARE_OF_CHECK), BLOCK)


def calibrated(
    scenario: Scenario, record: Scenario, budget: int, seed: int, database: Path, on_progress: Progress
) -> Calibration:
    """Check first, then fit the scenario's governments to the record."""
    on_progress(CHECKING, 0, 1)
    game, weeks = build_game(with_mandates(scenario)), record.weeks
    size = reference_size(budget)
    values = drawn(size, seed)
    blocks = [
        simulated(game, values[first : first + BLOCK], seed, APART + first, weeks) for first in range(0, size, BLOCK)
    ]
    numbers = np.concatenate(blocks)
    reference = Reference(values, numbers, scale_of(numbers))
    ranks = ranks_of(reference, min(TRIALS, size))
    on_progress(CHECKING, 1, 1)
    observed = of_record(record)
    start = float(np.quantile(distances(reference, observed), FIRST_TOLERANCE))
    on_progress(FITTING, 0, 1)
    posterior = fitted(
        lambda rows, first: simulated(game, rows, seed, first, weeks),
        Target(observed, reference.scale, start),
        budget - size,
        seed,
        database,
    )
    on_progress(FITTING, 1, 1)
    before = np.quantile(numbers, LEVELS, axis=0).T
    return Calibration(scenario, record, seed, budget, number_names(record), observed, before, ranks, posterior)


def weighted_quantiles(values: Floats, weight: Floats) -> Floats:
    """The values below which the shares LEVELS of the weight lie, (3,)."""
    order = np.argsort(values)
    reached = np.cumsum(weight[order])
    places = np.searchsorted(reached, np.array(LEVELS) * reached[-1])
    found: Floats = values[order][np.minimum(places, len(values) - 1)]
    return found


def tells(spread: float) -> str:
    """What the record says about a parameter, by how much narrower it has made it."""
    if spread >= TOLD:
        return "the record cannot tell"
    return "the record says a little" if spread >= 2.0 / 3.0 else "the record says something"


__all__ = ["NAMES", "Calibration", "calibrated", "tells", "weighted_quantiles"]
