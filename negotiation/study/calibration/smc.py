"""Sequential Monte Carlo by pyABC, with whole blocks of worlds played at once.

pyABC asks for one history at a time, which costs as much as a thousand in a block: its own proposals are collected and
played together, and those near enough are handed back to it for acceptance and weights.
Source: Toni et al. (2009); Schälte et al. (2022).
"""

import logging
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.study.calibration.base_rate import Prior
from negotiation.study.calibration.parameters import HIGH, LOW, NAMES
from negotiation.study.calibration.sampler import (
    POPULATION,
    Bounds,
    Play,
    Target,
    as_row,
    by_name,
    by_own_name,
    sampler_of,
    worlds_for,
)
from negotiation.study.errors import StudyError

Floats = NDArray[np.float64]
MEDIAN = 0.5  # each generation's tolerance is the median distance of the last


class Posterior(NamedTuple):
    """values: (R, P) particles; weight: (R,) sums to one; tolerances, accepted: by generation; played: worlds."""

    values: Floats
    weight: Floats
    tolerances: list[float]
    accepted: list[float]
    played: int


def fitted(play: Play, prior: Prior, target: Target, bounds: Bounds, database: Path) -> Posterior:
    """The posterior within a budget of worlds; goes on from the database's last generation if it has one.

    A run that was stopped and gone on with ends as one that was not. Raises StudyError where the library is missing, or
    where the budget is too small for one generation.
    """
    pyabc = library()
    sampler = sampler_of(pyabc, play, prior, target, bounds)
    begun = _begun(pyabc, database)
    epsilon = pyabc.QuantileEpsilon(initial_epsilon="from_sample" if begun else target.start, alpha=MEDIAN)
    abc = pyabc.ABCSMC(
        models=sampler.told,
        parameter_priors=_distribution(pyabc, prior, bounds.seed),
        distance_function=pyabc.PNormDistance(p=1, fixed_weights=by_name(1.0 / target.scale)),
        population_size=POPULATION,
        eps=epsilon,
        sampler=sampler,
    )
    if begun:
        history = abc.load(f"sqlite:///{database}", 1, by_name(target.observed))
    else:
        database.unlink(missing_ok=True)
        history = abc.new(f"sqlite:///{database}", by_name(target.observed))
    sampler.begun = _samples(history)
    history = abc.run()
    if history.n_populations == 0:
        raise StudyError(f"budget: {bounds.budget:,} worlds do not make one generation of {POPULATION} particles")
    return posterior_of(history)


def library() -> Any:
    """The module pyabc."""
    try:
        import pyabc
    except ImportError:
        raise StudyError("calibrate: needs pyABC; install it with: pip install 'negotiation[calibrate]'") from None
    logging.getLogger("ABC").setLevel(logging.ERROR)
    return pyabc


def _begun(pyabc: Any, database: Path) -> bool:
    """Whether a database holds a whole generation."""
    return database.is_file() and pyabc.History(f"sqlite:///{database}", create=False).n_populations > 0


def _samples(history: Any) -> list[int]:
    """Proposals looked at, by generation."""
    told = history.get_all_populations()
    return [int(count) for count in told[told.t >= 0].samples]


def _distribution(pyabc: Any, prior: Prior, seed: int) -> Any:
    """The prior as pyABC wants it."""

    class Weighted(pyabc.Distribution):  # type: ignore[misc]  # the library has no types
        def rvs(self, *args: Any, **kwargs: Any) -> Any:
            return pyabc.Parameter(by_own_name(prior.drawn(1, np.random.default_rng(seed))[0]))

        def pdf(self, x: Any) -> float:
            return float(prior.weights(as_row(x)[None])[0])

    ranges = {name: pyabc.RV("uniform", low, high - low) for name, low, high in zip(NAMES, LOW, HIGH, strict=True)}
    return Weighted(**ranges)


def posterior_of(history: Any) -> Posterior:
    """The last generation of a history."""
    frame, weight = history.get_distribution()
    told = history.get_all_populations()
    told = told[told.t >= 0]
    return Posterior(
        values=frame[list(NAMES)].to_numpy(np.float64),
        weight=np.asarray(weight, np.float64),
        tolerances=[float(epsilon) for epsilon in told.epsilon],
        accepted=[POPULATION / count for count in told.samples],
        played=sum(worlds_for(count) for count in _samples(history)),
    )
