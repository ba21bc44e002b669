"""What a model must beat: forecasts that anybody could make from the record's past."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.study.held_out.course import Recorded, Simulated

Floats = NDArray[np.float64]
Order = list[tuple[str, str]]
MODEL, NOTHING, CARRIED, NOT_CARRIED, PAST = (
    "the model", "nothing changes", "every threat is carried out", "no threat is carried out", "the rate of the past",
)  # fmt: skip
FORECASTERS = (MODEL, NOTHING, CARRIED, NOT_CARRIED, PAST)
CARRYING_OUT = "threat carried out"
DRAWS = 1000  # futures drawn from the past
ORDERS = 100
SEED = 2025
JEFFREYS = 0.5  # added to what happened and to what did not. Source: Jeffreys (1946), a share's neutral prior


@dataclass(frozen=True)
class Forecast:
    """What is foretold from an origin. rates: (L, G, R) percent; chances: event -> (K,), one a window; orders: some."""

    rates: Floats
    chances: dict[str, Floats]
    orders: list[Order]


def forecasts(record: Recorded, model: Simulated, spans: list[range]) -> dict[str, Forecast]:
    """The model's and each baseline's, by name. spans: the windows, in weeks of the dispute."""
    begins = model.origin.begins
    ahead = [range(span.start - begins, span.stop - begins) for span in spans]
    own = {name: _shares(rows, ahead) for name, rows in model.happened.items()}
    stays = np.repeat(model.at_origin[None, :, None], model.weeks, axis=0)
    past, nothing = _past(record, model, spans), {name: np.zeros(len(spans)) for name in own}
    due = _due_chances(model, spans, past.chances)
    none = {name: np.zeros(len(spans)) if CARRYING_OUT in name else chance for name, chance in past.chances.items()}
    return {
        MODEL: Forecast(model.rates, own, model.orders),
        NOTHING: Forecast(stays, nothing, [[]]),
        CARRIED: Forecast(stays + _rises(model)[:, :, None], due, _all_that_stand(model, "carries out")),
        NOT_CARRIED: Forecast(stays, none, _all_that_stand(model, "drops")),
        PAST: past,
    }


def _shares(happened: NDArray[np.bool_], spans: list[range]) -> Floats:
    """In which share of worlds something happened in each span, (K,). happened: (R, L)."""
    return np.array([happened[:, span].any(axis=-1).mean() for span in spans])


def _all_that_stand(model: Simulated, does: str) -> list[Order]:
    """The order in which every side does the same about its standing threats."""
    return [[(each.side, does) for each in model.threats]]


def _rises(model: Simulated) -> Floats:
    """What standing threats add once they are due, percent (L, G)."""
    rises = np.zeros((model.weeks, 2))
    for each in model.threats:
        rises[max(each.week - model.origin.begins, 0) + 1 :] += each.rise  # felt from the week after
    return rises


def _due_chances(model: Simulated, spans: list[range], otherwise: dict[str, Floats]) -> dict[str, Floats]:
    """Sure where a threat falls due in a window, and surely not elsewhere; of other events, as in the past."""
    begins, chances = model.origin.begins, dict(otherwise)
    for name in chances:
        side, _, event = name.rpartition(": ")
        if event == CARRYING_OUT:
            weeks = [max(each.week, begins) for each in model.threats if each.side == side]
            chances[name] = np.array([float(any(week in span for week in weeks)) for span in spans])
    return chances


def _past(record: Recorded, model: Simulated, spans: list[range]) -> Forecast:
    """What happened per week so far goes on happening, each week on its own."""
    begins = model.origin.begins
    generator = np.random.default_rng(SEED + begins)
    steps = np.diff(record.rates[:begins], axis=0, prepend=0.0)
    drawn = steps[generator.integers(0, begins, (model.weeks, DRAWS))].transpose(0, 2, 1)
    rates = np.maximum(model.at_origin[:, None] + drawn.cumsum(axis=0), 0.0)
    chances = {}
    for name, rows in record.happened.items():
        weekly = (rows[:begins].sum() + JEFFREYS) / (begins + 2.0 * JEFFREYS)
        chances[name] = np.array([1.0 - np.power(1.0 - weekly, float(len(span))) for span in spans])
    before = [[told for told, week in record.orders if week == each] for each in range(begins)]
    orders = [
        [told for week in generator.integers(0, begins, model.weeks) for told in before[week]] for _ in range(ORDERS)
    ]
    return Forecast(rates, chances, orders)
