"""A record hidden after each of several days, foretold from there, and scored beside what anybody could have said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.analysis.forecast_scores import brier, covered, crps, order_distance
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.schema import Scenario
from negotiation.study.ensemble import Progress
from negotiation.study.held_out.baselines import FORECASTERS, Forecast, forecasts
from negotiation.study.held_out.course import Recorded, Simulated, recorded, simulated
from negotiation.study.held_out.events import event_names, windows
from negotiation.study.held_out.origin import Origin, origin, origins_of
from negotiation.study.pool import own_processes
from negotiation.study.workers import MANY, processors

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
AHEAD = 26  # weeks that are foretold
SHARES = (0.5, 0.9)
HIDING = "Hiding the record"


@dataclass(frozen=True)
class Scored:
    """One forecaster from one origin. crps: (L, G) percent; covered: (L, G) by SHARES; chances and happened: event ->
    (K,) by window; brier likewise; order: mean distance of its orders of moves from the record's.
    """

    crps: Floats
    covered: dict[float, Flags]
    chances: dict[str, Floats]
    brier: dict[str, Floats]
    order: float


@dataclass(frozen=True)
class Held:
    """The forecasts from one origin, scored. observed: (L, G) percent; happened: event -> (K,)."""

    model: Simulated
    observed: Floats
    happened: dict[str, Flags]
    scored: dict[str, Scored]


@dataclass(frozen=True)
class Backtest:
    """All origins of a record."""

    record: Scenario
    scenario: Scenario
    worlds: int
    seed: int
    held: tuple[Held, ...]


class Effort(NamedTuple):
    """How much is played: worlds from each day, seed, workers: processes, the results do not depend on them."""

    worlds: int
    seed: int
    workers: int | None = None


def backtest(
    record: Scenario, scenario: Scenario, until: Sequence[date], effort: Effort, on_progress: Progress
) -> Backtest:
    """Score the scenario's governments against a record from some days on; without days, from every second month."""
    days = list(until) or origins_of(record)
    if not days:
        raise ScenarioError(f"{record.name}: is too short to hide anything: {record.weeks} weeks")
    known = recorded(record)
    held: list[Held] = []
    begin = [origin(record, scenario, day, 0) for day in days]
    for model in _foretold(begin, effort):
        on_progress(HIDING, len(held), len(days))
        held.append(held_against(known, model))
    on_progress(HIDING, len(days), len(days))
    return Backtest(record, scenario, effort.worlds, effort.seed, tuple(held))


def _foretold(begin: list[Origin], effort: Effort) -> Iterator[Simulated]:
    """What the model foretells from each origin, in order, whoever plays it."""
    many = effort.worlds * len(begin) >= MANY and len(begin) > 1
    workers = min(effort.workers or (processors() if many else 1), len(begin))
    given = (effort.worlds, effort.seed, AHEAD)
    if workers == 1:
        yield from (simulated(each, *given) for each in begin)
        return
    with own_processes(workers) as pool:
        yield from (each.result() for each in [pool.submit(simulated, each, *given) for each in begin])


def held_against(record: Recorded, model: Simulated) -> Held:
    """What was foretold from an origin beside what followed. Raises ScenarioError where nothing followed."""
    begins, ends = model.origin.begins, min(model.origin.begins + model.weeks, record.weeks)
    if begins >= ends:
        raise ScenarioError(f"until: nothing of the record is left after {model.origin.until}")
    spans = windows(begins, ends)
    observed = record.rates[begins:ends]
    happened = {
        name: np.array([record.happened[name][span].any() for span in map(_as_slice, spans)], np.bool_)
        for name in event_names(record.scenario.sides)
    }
    order = [told for told, week in record.orders if begins <= week < ends]
    found = forecasts(record, model, spans)
    scored = {name: _scored(found[name], observed, happened, order) for name in FORECASTERS}
    return Held(model, observed, happened, scored)


def _scored(told: Forecast, observed: Floats, happened: dict[str, Flags], order: list[tuple[str, str]]) -> Scored:
    """One forecast beside what followed."""
    weeks, sides = observed.shape
    ensemble, flat = told.rates[:weeks].reshape(weeks * sides, -1), observed.reshape(-1)
    return Scored(
        crps=crps(ensemble, flat).reshape(weeks, sides),
        covered={share: covered(ensemble, flat, share).reshape(weeks, sides) for share in SHARES},
        chances=told.chances,
        brier={name: brier(told.chances[name], happened[name]) for name in happened},
        order=float(np.mean([order_distance(each, order) for each in told.orders])),
    )


def _as_slice(span: range) -> slice:
    """A span of weeks."""
    return slice(span.start, span.stop)
