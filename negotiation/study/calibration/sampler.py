"""A sampler of pyABC's kind that plays its proposals in waves, within a budget."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.study.calibration.base_rate import Prior
from negotiation.study.calibration.parameters import HIGH, LOW, NAMES

Floats = NDArray[np.float64]
Play = Callable[[Floats, int], Floats]  # values (R, P), first world -> estimates (R, P)
POPULATION = 500  # particles
WAVE = 4000  # proposals played together, whoever plays them
HALVES = 0.5  # of a generation's share accepted, the next one has about so much
MOST_GENERATIONS = 12
APART = 1_000_000  # a generation's worlds are numbered from its own number times this
BARELY = 1e-9  # a distance so little beyond the tolerance is left to pyABC to judge


class Target(NamedTuple):
    """What is to be met: observed (P,) and scale (P,); start: the first tolerance."""

    observed: Floats
    scale: Floats
    start: float


class Bounds(NamedTuple):
    """How far to go: budget: worlds, seed, told: hears how many worlds have been played."""

    budget: int
    seed: int
    told: Callable[[int], None]


def worlds_for(proposals: int) -> int:
    """How many worlds are played for so many proposals: whole waves."""
    return -(-proposals // WAVE) * WAVE


def sampler_of(pyabc: Any, play: Play, prior: Prior, target: Target, bounds: Bounds) -> Any:
    """The sampler. `begun` holds how many proposals earlier generations have looked at."""
    from pyabc.inference_util import evaluate_proposal

    class Waves(pyabc.sampler.Sampler):  # type: ignore[misc]  # the library has no types
        def __init__(self) -> None:
            super().__init__()
            self.begun: list[int] = []
            self.found: dict[tuple[float, ...], dict[str, float]] = {}

        def told(self, parameters: Any) -> dict[str, float]:
            """The estimates of a proposal already played."""
            return self.found[tuple(as_row(parameters))]

        def sample_until_n_accepted(self, n: int, simulate_one: Any, t: int, *, max_eval: float = np.inf,
                                    all_accepted: bool = False, ana_vars: Any = None) -> Any:  # fmt: skip
            """A generation; none, and no more of them, where the budget does not reach."""
            given, sample = simulate_one.keywords, self._create_empty_sample()
            left, seen = bounds.budget - sum(map(worlds_for, self.begun)), 0
            np.random.seed([bounds.seed % 2**32, t])  # noqa: NPY002 (pyABC draws from NumPy's global generator)
            while sample.n_accepted < n and worth_it(self.begun, n, left) and worlds_for(seen) + WAVE <= left:
                values = proposed(prior, given["transitions"][0] if t else None, (bounds.seed, t, seen))
                estimates = play(values, t * APART + seen)
                seen += self.judge(sample, (values, estimates), given, t)
                bounds.told(sum(map(worlds_for, self.begun)) + worlds_for(seen))
            self.nr_evaluations_, sample.ok = seen, sample.n_accepted == n
            self.begun.append(seen)
            return sample

        def judge(self, sample: Any, wave: tuple[Floats, Floats], given: dict[str, Any], t: int) -> int:
            """Hand what is near enough to pyABC; how many of a wave were looked at until there were enough."""
            far = (np.abs(wave[1] - target.observed) / target.scale).sum(axis=-1)
            for place in np.flatnonzero(far <= given["eps"](t) + BARELY):
                value, estimate = wave[0][place], wave[1][place]
                self.found = {tuple(value): by_name(estimate)}
                sample.append(_evaluated(evaluate_proposal, pyabc.Parameter(by_own_name(value)), t, given))
                if sample.n_accepted == POPULATION:
                    return int(place) + 1
            return len(far)

    return Waves()


def worth_it(begun: list[int], particles: int, left: int) -> bool:
    """Whether a further generation can be expected to come to its end. begun: proposals by generation."""
    expected = begun[-1] / HALVES if begun else particles
    return len(begun) < MOST_GENERATIONS and expected <= left


def proposed(prior: Prior, transition: Any, place: tuple[int, int, int]) -> Floats:
    """A wave of proposals, (WAVE, P): from what was thought before, or the last generation moved a little.

    As pyABC proposes them one at a time: what lies outside the ranges is drawn again. place: seed, generation, how many
    were proposed before.
    """
    if transition is None:
        return prior.drawn(WAVE, np.random.default_rng(place))
    found = np.empty((0, len(NAMES)))
    while len(found) < WAVE:
        moved = transition.rvs(WAVE)[list(NAMES)].to_numpy(np.float64)
        found = np.concatenate([found, moved[((moved >= LOW) & (moved <= HIGH)).all(axis=-1)]])
    wave: Floats = found[:WAVE]
    return wave


def _evaluated(evaluate: Callable[..., Any], theta: Any, t: int, given: dict[str, Any]) -> Any:
    """A proposal as a particle, accepted or not."""
    names = ("models", "summary_statistics", "distance_function", "eps", "acceptor", "x_0", "weight_function",
             "proposal_id")  # fmt: skip
    return evaluate(0, theta, t, *(given[name] for name in names))


def as_row(values: Any) -> Floats:
    """Values by name as a row."""
    return np.array([float(values[name]) for name in NAMES])


def by_own_name(row: Floats) -> dict[str, float]:
    """A row of values by name."""
    return dict(zip(NAMES, row.tolist(), strict=True))


def by_name(row: Floats) -> dict[str, float]:
    """Estimates under names, as pyABC wants them."""
    return {f"n{place}": float(value) for place, value in enumerate(row)}
