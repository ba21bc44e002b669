"""Sequential Monte Carlo by pyABC, with whole blocks of worlds played at once.

pyABC asks for one history at a time, which costs as much as a thousand in a block: its own proposals are collected,
played together, and handed back to it for acceptance and weights. Source: Toni et al. (2009); Schälte et al. (2022).
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.study.calibration.parameters import HIGH, LOW, NAMES, PARAMETERS, as_row
from negotiation.study.errors import StudyError

Floats = NDArray[np.float64]
Play = Callable[[Floats, int], Floats]  # values (R, 6), first world -> numbers (R, S)
BLOCK = 1000  # proposals played together
POPULATION = 400  # particles
MEDIAN = 0.5  # each generation's tolerance is the median distance of the last
LEAST_ACCEPTED = 0.005  # share of proposals; below it a generation is not begun to the end
MOST_GENERATIONS = 12


class Posterior(NamedTuple):
    """values: (R, 6) particles; weight: (R,) sums to one; tolerances, accepted: by generation; played: worlds."""

    values: Floats
    weight: Floats
    tolerances: list[float]
    accepted: list[float]
    played: int


class Target(NamedTuple):
    """What is to be met: observed (S,) and scale (S,); start: the first tolerance."""

    observed: Floats
    scale: Floats
    start: float


def fitted(play: Play, target: Target, budget: int, seed: int, database: Path) -> Posterior:
    """The posterior within a budget of worlds; goes on from the database's last generation if it has one.

    Raises StudyError where the library is not installed.
    """
    pyabc = library()
    np.random.seed(seed % 2**32)  # noqa: NPY002 (pyABC draws from NumPy's global generator)
    sampler = sampler_of(pyabc, play)
    abc = pyabc.ABCSMC(
        models=sampler.told,
        parameter_priors=prior(pyabc),
        distance_function=pyabc.PNormDistance(p=1, fixed_weights=_by_name(1.0 / target.scale)),
        population_size=POPULATION,
        eps=pyabc.QuantileEpsilon(initial_epsilon=target.start, alpha=MEDIAN),
        sampler=sampler,
    )
    if database.exists():
        abc.load(f"sqlite:///{database}", 1, _by_name(target.observed))
        sampler.played = int(abc.history.total_nr_simulations)
    else:
        abc.new(f"sqlite:///{database}", _by_name(target.observed))
    history = abc.run(
        max_total_nr_simulations=budget, max_nr_populations=MOST_GENERATIONS, min_acceptance_rate=LEAST_ACCEPTED
    )
    return posterior_of(history, sampler.played)


def library() -> Any:
    """The module pyabc."""
    try:
        import pyabc
    except ImportError:
        raise StudyError("calibrate: needs pyABC; install it with: pip install 'negotiation[calibrate]'") from None
    logging.getLogger("ABC").setLevel(logging.WARNING)
    return pyabc


def prior(pyabc: Any) -> Any:
    """What was thought before: each number even over its range."""
    ranges = {each.name: pyabc.RV("uniform", each.low, each.high - each.low) for each in PARAMETERS}
    return pyabc.Distribution(**ranges)


def sampler_of(pyabc: Any, play: Play) -> Any:
    """A sampler of pyABC's kind that plays a block of its proposals at once."""
    from pyabc.inference_util import evaluate_proposal

    class Blocks(pyabc.sampler.Sampler):  # type: ignore[misc]  # the library has no types
        def __init__(self) -> None:
            super().__init__()
            self.played = 0
            self.found: dict[tuple[float, ...], dict[str, float]] = {}

        def told(self, parameters: Any) -> dict[str, float]:
            """The numbers of a proposal already played."""
            return self.found[tuple(as_row(parameters))]

        def sample_until_n_accepted(self, n: int, simulate_one: Any, t: int, *, max_eval: float = np.inf,
                                    all_accepted: bool = False, ana_vars: Any = None) -> Any:  # fmt: skip
            given, sample, seen = simulate_one.keywords, self._create_empty_sample(), 0
            while sample.n_accepted < n and seen < max_eval:
                values = proposed(given["transitions"][0] if t else None)
                self.play(values)
                for value in values:
                    if sample.n_accepted < n:
                        theta = pyabc.Parameter(dict(zip(NAMES, value.tolist(), strict=True)))
                        sample.append(_evaluated(evaluate_proposal, theta, t, given))
                        seen += 1
            self.nr_evaluations_ = seen
            sample.ok = sample.n_accepted >= n
            return sample

        def play(self, values: Floats) -> None:
            """Play a block and remember what came of it."""
            rows = play(values, self.played)
            self.played += len(values)
            self.found = {tuple(value): _by_name(row) for value, row in zip(values, rows, strict=True)}

    return Blocks()


def proposed(transition: Any) -> Floats:
    """A block of proposals, (BLOCK, 6): from what was thought before, or the last generation moved a little.

    As pyABC proposes them one at a time: what lies outside the ranges is drawn again.
    """
    if transition is None:
        even: Floats = np.random.random((BLOCK, len(NAMES)))  # noqa: NPY002 (pyABC's generator)
        values: Floats = LOW + (HIGH - LOW) * even
        return values
    found = np.empty((0, len(NAMES)))
    while len(found) < BLOCK:
        moved = transition.rvs(BLOCK)[list(NAMES)].to_numpy(np.float64)
        found = np.concatenate([found, moved[((moved >= LOW) & (moved <= HIGH)).all(axis=-1)]])
    block: Floats = found[:BLOCK]
    return block


def _evaluated(evaluate: Callable[..., Any], theta: Any, t: int, given: dict[str, Any]) -> Any:
    """A proposal as a particle, accepted or not."""
    names = ("models", "summary_statistics", "distance_function", "eps", "acceptor", "x_0", "weight_function",
             "proposal_id")  # fmt: skip
    return evaluate(0, theta, t, *(given[name] for name in names))


def _by_name(row: Floats) -> dict[str, float]:
    """Numbers under names, as pyABC wants them."""
    return {f"n{place}": float(value) for place, value in enumerate(row)}


def posterior_of(history: Any, played: int) -> Posterior:
    """The last generation of a history."""
    frame, weight = history.get_distribution()
    told = history.get_all_populations()
    told = told[told.t >= 0]
    accepted = [POPULATION / count for count in told.samples]
    return Posterior(
        values=frame[list(NAMES)].to_numpy(np.float64),
        weight=np.asarray(weight, np.float64),
        tolerances=[float(epsilon) for epsilon in told.epsilon],
        accepted=accepted,
        played=played,
    )
