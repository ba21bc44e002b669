"""One row per world: how it ended and what it cost."""

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.distance import distance_to_frontier, distance_to_point
from negotiation.dispute.block import Categories, Column
from negotiation.dispute.fear import felt_with_fear
from negotiation.dispute.game import Game
from negotiation.dispute.now import rate_now, sectors_felt
from negotiation.dispute.outcome import facts
from negotiation.dispute.standing import approval_of
from negotiation.dispute.state import COMPREHENSIVE_DEAL, LIMITED_DEAL, NEVER, NONE, THREAT_ENDS, State
from negotiation.dispute.worth import COMPONENTS
from negotiation.economy import SECTORS
from negotiation.politics.coalition import STANCES
from negotiation.scenario.countries import TERMS

PERCENT = 100.0
DOLLARS = ("welfare", "real_income", "revenue")
YEARLY = {"welfare": "welfare", "real_income": "real_income", "prices": "border_prices", "revenue": "revenue"}


def world_rows(game: Game, state: State, codes: NDArray[np.int64], first_world: int) -> dict[str, Column]:
    """The columns of worlds.csv, each (R,). codes: (R, W) of the rates felt in each week."""
    income, jobs = (felt_sectors(game, *felt) for felt in sectors_felt(game, codes))
    ended = facts(game, state)
    columns: dict[str, Column] = {"world": np.arange(first_world, first_world + state.worlds)}
    columns |= {
        "outcome": ended.outcome,
        "settlement": ended.settlement,
        "tariffs_at_end": ended.tariffs_at_end,
        "talks_at_end": ended.talks_at_end,
        "deal_ever": ended.deal_ever,
        "deal_week": _week(state.deal_week),
        "limited_week": _week(state.limited_week),
    }
    for place, (key, issue) in enumerate(game.scenario.issues.items()):
        columns[f"issue_{key}"] = Categories(state.settled[:, place], tuple(issue.options))
    for seat in (0, 1):
        columns |= _rates(game, state, seat) | _economy(game, state, seat)
        columns |= _sectors(game.sides[seat].key, income[:, seat], jobs[:, seat])
        columns |= _politics(game, state, seat)
    columns |= _terms(game, state) | _world(game, state)
    return columns


def _week(week: NDArray[np.int64]) -> NDArray[np.float64]:
    """A week as people count, from 1; NaN for never."""
    return np.where(week == NEVER, np.nan, week + 1.0)


def _rates(game: Game, state: State, seat: int) -> dict[str, Column]:
    """What one side's measures put on trade with the other, percent."""
    key = game.sides[seat].key
    return {
        f"rate_end_{key}": rate_now(game, state)[:, seat],
        f"rate_peak_{key}": state.rate_peak[:, seat],
        f"rate_mean_{key}": state.rate_sum[:, seat] / game.scenario.weeks,
    }


def _economy(game: Game, state: State, seat: int) -> dict[str, Column]:
    """What the year cost or brought: percent of a year's real income or GDP; billions; jobs at the end."""
    side, total = game.sides[seat], state.total[:, seat]
    gdp = game.tables.gdp[seat]
    columns: dict[str, Column] = {}
    for name, component in YEARLY.items():
        columns[f"{name}_{side.key}"] = total[:, COMPONENTS.index(component)]
    for name in DOLLARS:
        billions = total[:, COMPONENTS.index(name)] / PERCENT * gdp
        columns[f"{name}_usd_bn_{side.key}"] = billions
        if side.country.currency != "USD":
            local = billions * side.country.per_usd.value
            columns[f"{name}_{side.country.currency.lower()}_bn_{side.key}"] = local
    columns[f"jobs_percent_{side.key}"] = felt_with_fear(game, state)[:, seat, COMPONENTS.index("jobs")]
    return columns


def felt_sectors(game: Game, codes: NDArray[np.int64], table: NDArray[np.float64]) -> NDArray[np.float64]:
    """What sectors feel at the end of weeks of rates, phased in at 1/L a week from nothing, (R, G, S).

    codes: (R, W); table: (codes, G, S). With q = 1 - 1/L the sum of q^(W - 1 - w) / L x table[code of week w], taken
    run by run of equal codes: each change at week w adds q^(W - w) x (table before - table after).
    """
    weeks = codes.shape[1]
    kept = 1.0 - 1.0 / game.scenario.economy.phase_in.value
    felt: NDArray[np.float64] = table[codes[:, -1]] - table[codes[:, 0]] * np.power(kept, float(weeks))
    for week in range(1, weeks):
        rows = np.flatnonzero(codes[:, week] != codes[:, week - 1])
        change = table[codes[rows, week - 1]] - table[codes[rows, week]]
        felt[rows] = felt[rows] + change * np.power(kept, float(weeks - week))
    return felt


def _sectors(key: str, income: NDArray[np.float64], jobs: NDArray[np.float64]) -> dict[str, Column]:
    """Income in percent and jobs in thousand by sector, at the end; jobs that left shrinking sectors."""
    columns: dict[str, Column] = {f"jobs_{key}": np.minimum(jobs, 0.0).sum(axis=-1)}
    for place, sector in enumerate(SECTORS):
        columns[f"sector_income_{key}_{sector}"] = income[:, place]
        columns[f"jobs_{key}_{sector}"] = jobs[:, place]
    return columns


def _politics(game: Game, state: State, seat: int) -> dict[str, Column]:
    """Approval, payoffs by term at the prior's mean weights, threats, ratifications, private type and deadline."""
    side = game.sides[seat]
    key = side.key
    columns: dict[str, Column] = {f"approval_{key}": approval_of(side, state)}
    payoff = np.zeros(state.worlds)
    for place, term in enumerate(TERMS):
        earned = game.mean_weights[seat][place] * state.total[:, seat, place]
        columns[f"payoff_{key}_{term}"] = earned
        payoff = payoff + earned
    columns[f"payoff_{key}_once"] = state.once[:, seat]
    columns[f"payoff_{key}"] = payoff + state.once[:, seat]
    for place, end in enumerate(THREAT_ENDS):
        columns[f"threats_{key}_{end}"] = state.threats_ended[:, seat, place]
    columns[f"threats_{key}_standing"] = ((state.threat_level != NONE) & (game.imposer == seat)).sum(axis=-1)
    columns[f"ratifications_failed_{key}"] = state.failed[:, seat]
    columns[f"type_{key}"] = Categories(state.type[:, seat], tuple(side.country.types))
    columns[f"clock_{key}"] = state.clock[:, seat].astype(np.float64)
    return columns


def _terms(game: Game, state: State) -> dict[str, Column]:
    """What the deal in force is worth at the prior's mean weights, points; NaN where none is.

    gain: over the start's no-deal value, with the rates and options in force at the end; terms: without taking it off.
    """
    agreed = (state.settlement == COMPREHENSIVE_DEAL) | (state.settlement == LIMITED_DEAL)
    points = np.stack([_in_force(game, state, seat) for seat in (0, 1)], axis=-1)
    points = np.where(agreed[:, None], points, np.nan)
    columns: dict[str, Column] = {}
    for seat, key in enumerate(game.scenario.sides):
        columns[f"gain_{key}"] = points[:, seat]
        columns[f"terms_{key}"] = points[:, seat] + game.start_value[seat]
    columns["frontier_distance"] = distance_to_frontier(points, game.frontier)
    nowhere = np.full(state.worlds, np.nan)
    columns["nash_distance"] = nowhere if game.nash is None else distance_to_point(points, game.nash)
    return columns


def _in_force(game: Game, state: State, seat: int) -> NDArray[np.float64]:
    """What the rates and options in force give a side over the start, at the prior's mean weights, points, (R,)."""
    side = game.sides[seat]
    combination = (state.settled * game.option_strides).sum(axis=-1)
    options = (side.settled_worth[combination, 0] * side.prior).sum(axis=-1)
    points: NDArray[np.float64] = side.mean_value[state.code] + options - game.start_value[seat]
    return points


def _world(game: Game, state: State) -> dict[str, Column]:
    """Allies' stances, summits, and the border and security indices."""
    columns: dict[str, Column] = {}
    for place, ally in enumerate(game.scenario.allies):
        columns[f"ally_{ally}"] = Categories(state.stance[:, place], STANCES)
        columns[f"welfare_end_{ally}"] = game.tables.ally_welfare[place][state.code]
    columns["joint_allies_peak"] = state.joint_peak
    columns["summits"] = state.summits
    columns["border_index"] = state.border
    columns["security_index"] = _security(game, state)
    return columns


def _security(game: Game, state: State) -> NDArray[np.float64]:
    """How much security cooperation the options in force amount to, index: the sum of the options' `security`."""
    total = np.zeros(state.worlds)
    for place, issue in enumerate(game.scenario.issues.values()):
        total = total + np.array([option.security for option in issue.options.values()])[state.settled[:, place]]
    return total
