"""A scenario's uncertain numbers as a study has them."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from negotiation.scenario import Scenario
from negotiation.scenario.errors import unknown
from negotiation.scenario.priors import MOST, Prior, priors
from negotiation.study.errors import StudyError
from negotiation.study.plan import Uncertainty
from negotiation.study.plan.outcomes import Measured, headlines, measured

LONGEST = 56  # letters of a name, with room for a number
SILENT = ("countries", "issues", "options", "value", "payoff", "strategy")  # words of a path that say little


def uncertainties(scenario: Scenario, wanted: Sequence[str] = (), most: int = MOST) -> dict[str, Uncertainty]:
    """Name -> uncertainty; wanted: paths or patterns with *, else all. Raises StudyError where none is left."""
    everything = priors(scenario, most)
    for pattern in wanted:
        if not any(fnmatchcase(prior.path, pattern) for prior in everything):
            raise StudyError(f"--parameter: {unknown('parameter', pattern, [prior.path for prior in everything])}")
    chosen = [prior for prior in everything if not wanted or any(fnmatchcase(prior.path, each) for each in wanted)]
    if not chosen:
        raise StudyError(f"{scenario.name}: no number is a guess or has a range, so that nothing is uncertain")
    found: dict[str, Uncertainty] = {}
    for prior in chosen:
        name = name_of(prior.path)
        found[f"{name}_{len(found)}" if name in found else name] = uncertainty(prior)
    return found


def uncertainty(prior: Prior) -> Uncertainty:
    """One number."""
    mode = prior.value if prior.shape == "triangular" else None
    return Uncertainty(
        path=(prior.path,), distribution=prior.shape, low=prior.low, high=prior.high, mode=mode, whole=prior.whole,
        source=prior.source,
    )  # fmt: skip


def name_of(path: str) -> str:
    """A path in fewer words, as a column's name."""
    words = [word for word in path.split(".") if word not in SILENT]
    return "_".join(words)[:LONGEST]


def outcome_named(scenario: Scenario, name: str) -> Measured:
    """One of the headlines, or a column of numbers of worlds.csv."""
    return headlines(scenario).get(name) or measured(name)
