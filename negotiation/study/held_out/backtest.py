"""A record hidden after each of several days, foretold from there, and scored beside what anybody could have said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from negotiation.analysis.forecast_scores import brier, covered, crps, order_distance
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.schema import Scenario
from negotiation.study.ensemble import Progress
from negotiation.study.held_out.baselines import FORECASTERS, Forecast, forecasts
from negotiation.study.held_out.course import Recorded, Simulated, recorded, simulated
from negotiation.study.held_out.events import event_names, windows
from negotiation.study.held_out.origin import origin, origins_of

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


def backtest(
    record: Scenario, scenario: Scenario, until: Sequence[date], worlds: int, seed: int, on_progress: Progress
) -> Backtest:
    """Score the scenario's governments against a record from some days on; without days, from every second month."""
    days = list(until) or origins_of(record)
    if not days:
        raise ScenarioError(f"{record.name}: is too short to hide anything: {record.weeks} weeks")
    known, held = recorded(record), []
    for place, day in enumerate(days):
        on_progress(HIDING, place, len(days))
        held.append(held_against(known, simulated(origin(record, scenario, day, 0), worlds, seed, AHEAD)))
    on_progress(HIDING, len(days), len(days))
    return Backtest(record, scenario, worlds, seed, tuple(held))


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
