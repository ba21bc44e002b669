"""What of a history is compared: eleven numbers, of the record and of simulated worlds alike."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import Luck, draw
from negotiation.dispute.state import CARRIED_OUT, DROPPED, IN_PART, POSTPONED, State
from negotiation.model import Dispute
from negotiation.model.varied import Ways, varied
from negotiation.scenario.schema import Scenario
from negotiation.study.calibration.parameters import ways_of

Floats = NDArray[np.float64]
STEP = 0.5  # percent of trade; smaller changes of a rate are how trade moved, not what governments did
THREATENER = 1  # the seat of the side whose threats are counted, the second


def number_names(scenario: Scenario) -> tuple[str, ...]:
    """What the numbers are."""
    sides, other = scenario.sides, scenario.sides[THREATENER]
    rates = [f"{what} {side}" for what in ("rises", "falls", "mean rate", "last rate") for side in sides]
    return (*rates, f"threats carried out {other}", f"threats postponed {other}", f"threats dropped {other}", "deal")


def numbers(rates: Floats, state: State) -> Floats:
    """The numbers of R worlds, (R, S). rates: (R, W, G) percent; state: after the last of these weeks."""
    steps = np.diff(rates, axis=1)
    ended = state.threats_ended[:, THREATENER]
    columns = [
        *(steps > STEP).sum(axis=1).T,
        *(steps < -STEP).sum(axis=1).T,
        *rates.mean(axis=1).T,
        *rates[:, -1].T,
        ended[:, CARRIED_OUT] + ended[:, IN_PART],
        ended[:, POSTPONED],
        ended[:, DROPPED],
        state.ever_deal,
    ]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=-1)


def of_record(record: Scenario) -> Floats:
    """The record's numbers, (S,)."""
    dispute = Dispute(build_game(record), 1, 0)
    found: Floats = _after(dispute, record.weeks)[0]
    return found


def simulated(game: Game, values: Floats, seed: int, first: int, weeks: int) -> Floats:
    """The numbers of worlds `first`, `first` + 1, ... with these values (R, 6), after so many weeks, (R, S)."""
    luck: Luck = draw(game.scenario, seed, range(first, first + len(values)))
    ways: Ways = ways_of(game.scenario, values, outcry_of(game))
    return _after(varied(game, luck, ways), weeks)


def outcry_of(game: Game) -> float:
    """Points a government loses per share of approval: the weight is a percentage point's."""
    side = game.sides[THREATENER]
    weight = side.country.payoff.approval.value * 100.0
    return weight * _typical_share(game)


def _typical_share(game: Game) -> float:
    """The mean over own measures' levels of what dropping one costs, in the stated cost."""
    side = game.sides[THREATENER]
    stated = side.country.audience.dropped_threat.value
    costs = [game.shame[m][1:] for m in game.measures_of(THREATENER)]
    return float(np.mean(np.concatenate(costs))) / stated if stated > 0.0 else 1.0


def _after(dispute: Dispute, weeks: int) -> Floats:
    """The numbers after so many weeks."""
    while dispute.week < min(weeks, dispute.game.scenario.weeks):
        dispute.step()
    places = [dispute.record.place[f"rate_{side}"] for side in dispute.game.scenario.sides]
    found = numbers(dispute.record.weeks[:, :weeks, places].astype(np.float64), dispute.state)
    dispute.__dict__.clear()  # Mesa keeps every model alive; let go of the arrays at least
    return found
