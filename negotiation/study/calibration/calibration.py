"""A calibration from beginning to end: histories of known governments, the check, the posterior, what it tells."""

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import negotiation
from negotiation.scenario.schema import Scenario
from negotiation.study.calibration.check import Ranks, distances, ranks_of
from negotiation.study.calibration.groundwork import Groundwork, groundwork
from negotiation.study.calibration.parameters import NAMES, PARAMETERS, calibratable
from negotiation.study.calibration.playing import Case, Company, stage_of
from negotiation.study.calibration.sampler import Bounds, Target
from negotiation.study.calibration.smc import Posterior, fitted
from negotiation.study.calibration.telling_numbers import number_names, of_record
from negotiation.study.ensemble import Progress
from negotiation.study.pool import own_processes

Floats = NDArray[np.float64]
TRIALS = 1000  # synthetic histories that the check calibrates on
FIRST_TOLERANCE = 0.25  # quantile of the histories' distances
LEVELS = (0.05, 0.5, 0.95)
TOLD = 0.9  # of the prior's spread; a posterior as wide as that has learned nothing worth saying
READING, CHECKING, FITTING = "Reading the record", "Checking on them", "Fitting"
GENERATIONS, HISTORIES = "generations.db", "histories.npz"


class Asked(NamedTuple):
    """How much is asked for: budget: worlds at most; seed; workers: processes, the results do not depend on them."""

    budget: int
    seed: int
    workers: int


@dataclass(frozen=True)
class Calibration:
    """What came of it. observed: (S,); before: (S, 3) at LEVELS of histories before the record; told: (P,) how much of
    the prior's spread a record like this takes away on average (R squared); nearer: share of histories before that are
    nearer to the record than the last tolerance; imposed: (2, 3) at LEVELS the share of threats carried out, over
    values even over their ranges, and before the record.
    """

    scenario: Scenario
    record: Scenario
    seed: int
    budget: int
    names: tuple[str, ...]
    observed: Floats
    before: Floats
    prior: Floats
    told: Floats
    nearer: float
    imposed: Floats
    ranks: Ranks
    posterior: Posterior
    played: int

    def quantiles(self, place: int) -> tuple[float, float, float]:
        """A parameter's posterior at LEVELS; of one whose whole part counts, that."""
        found = weighted_quantiles(self.posterior.values[:, place], self.posterior.weight)
        low, middle, high = np.floor(found) if PARAMETERS[place].whole else found
        return float(low), float(middle), float(high)

    def spread(self, place: int) -> float:
        """The posterior's standard deviation over the prior's."""
        values, weight = self.posterior.values[:, place], self.posterior.weight
        mean = (weight * values).sum()
        return float(np.sqrt((weight * np.square(values - mean)).sum()) / self.prior[:, place].std())


def calibrated(scenario: Scenario, record: Scenario, asked: Asked, folder: Path, on_progress: Progress) -> Calibration:
    """Check first, then fit the scenario's governments to the record.

    folder: keeps what has been played, and goes on from it.
    """
    case = Case(record, calibratable(scenario), f"{scenario.content_hash()} {record.content_hash()} {_version()}")
    on_progress(READING, 0, 1)
    pieces = stage_of(case).pieces
    observed = of_record(record, pieces)
    on_progress(READING, 1, 1)
    with own_processes(asked.workers) if asked.workers > 1 else nullcontext() as pool:
        company = Company(case, asked.seed, asked.workers, pool)
        before = groundwork(company, asked.budget, folder / HISTORIES, on_progress)
        on_progress(CHECKING, 0, 1)
        ranks = ranks_of(before.reference, min(TRIALS, len(before.values)))
        on_progress(CHECKING, 1, 1)
        target, posterior = _fit(company, before, observed, (asked, folder, on_progress))
    nearer = distances(before.reference, target.observed) <= posterior.tolerances[-1]
    return Calibration(
        scenario=scenario,
        record=record,
        seed=asked.seed,
        budget=asked.budget,
        names=number_names(pieces),
        observed=observed,
        before=np.quantile(before.numbers, LEVELS, axis=0).T,
        prior=before.values,
        told=before.estimates.told,
        nearer=float(nearer.mean()),
        imposed=_imposed(before),
        ranks=ranks,
        posterior=posterior,
        played=before.played + posterior.played,
    )


def _fit(
    company: Company, before: Groundwork, observed: Floats, asked: tuple[Asked, Path, Progress]
) -> tuple[Target, Posterior]:
    """What is to be met, and the posterior."""
    (budget, seed, _), folder, on_progress = asked
    left, target = budget - before.played, _target(before, observed)
    posterior = fitted(
        lambda values, first: before.estimates.of(company.pieces(values, first)),
        before.prior,
        target,
        Bounds(left, seed, lambda played: on_progress(FITTING, min(played, left), left)),
        folder / GENERATIONS,
    )
    on_progress(FITTING, left, left)
    return target, posterior


def _version() -> str:
    """The program's version: histories are played by its rules."""
    return negotiation.__version__


def _target(before: Groundwork, observed: Floats) -> Target:
    """What is to be met, and how nearly at first."""
    reference, wanted = before.reference, before.estimates.of(observed[None])[0]
    return Target(wanted, reference.scale, float(np.quantile(distances(reference, wanted), FIRST_TOLERANCE)))


def _imposed(before: Groundwork) -> Floats:
    """The share of threats carried out at LEVELS, over values even over their ranges, and before the record, (2, 3)."""
    return np.stack(
        [np.quantile(before.prior.share_imposed(values), LEVELS) for values in (before.tried, before.values)]
    )


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
