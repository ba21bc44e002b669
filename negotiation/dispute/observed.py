"""Rates as they were observed: a vector a week, solved exactly, and felt in the place of the levels' rates."""

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.economy_tables import components_of, incomes, jobs_moved, rates_of, self_inflicted
from negotiation.economy import REGIONS, SECTORS, RateVectors, TradeModel, cache_directory, solve_rates
from negotiation.scenario.calendar import DAYS_A_WEEK, day_of, week_of
from negotiation.scenario.observed import ObservedRate
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
PERCENT = 100.0
UNKNOWN = -1
KINDS = ("tariff", "export tax", "cut")


class WeeklyRates(NamedTuple):
    """What was levied week by week, fractions, each (W, N importer, N exporter, S); known: (W,) bool."""

    tariffs: Floats
    export_taxes: Floats
    cuts: Floats
    known: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class ObservedEconomy:
    """The economy under observed rates; the columns are those of `Tables`, by row.

    row: (W,) of the rates of each week, -1 where they are not known; components: (B, G, J + 1); income: (B, C);
    rate: (B, G); sector_income, sector_jobs: (B, G, S).
    """

    row: Integers
    components: Floats
    income: Floats
    rate: Floats
    sector_income: Floats
    sector_jobs: Floats

    def row_in(self, week: int) -> int:
        """The row of a week, -1 where the rates are not known; at the end the last week's."""
        return int(self.row[min(week, len(self.row) - 1)])


def observed_economy(scenario: Scenario, model: TradeModel, focus: tuple[int, ...]) -> ObservedEconomy | None:
    """The economy under the rates observed, each week's solved exactly; None where none are given."""
    if scenario.observed is None:
        return None
    weekly = weekly_rates(scenario)
    flat = np.concatenate([table.reshape(len(table), -1) for table in weekly[:3]], axis=1)
    _, first, inverse = np.unique(flat, axis=0, return_index=True, return_inverse=True)
    chosen = [table[first] for table in weekly[:3]]
    every = [chosen, *(_without(chosen, focus[seat], focus[1 - seat]) for seat in (0, 1))]
    stacked = [np.concatenate(tables) for tables in zip(*every, strict=True)]
    vectors: RateVectors = (stacked[0], _given(stacked[1]), _given(stacked[2]))
    solved = solve_rates(model, focus, vectors, cache_directory())
    income, rows = incomes(scenario, solved), len(first)
    unity = [self_inflicted(scenario, income, np.roll(income, -rows * (seat + 1), axis=1), seat) for seat in (0, 1)]
    return ObservedEconomy(
        row=np.where(weekly.known, inverse.reshape(-1), UNKNOWN),
        components=np.ascontiguousarray(components_of(scenario, solved, unity)[:, :, :rows].transpose(2, 0, 1)),
        income=np.ascontiguousarray(income[:, :rows].T),
        rate=np.ascontiguousarray(rates_of(solved)[:, :rows].T),
        sector_income=solved.sector_income[:rows],
        sector_jobs=jobs_moved(scenario, solved)[:rows],
    )


def weekly_rates(scenario: Scenario) -> WeeklyRates:
    """The mean of each week's seven days; nothing is levied before the first observed rate."""
    days = scenario.weeks * DAYS_A_WEEK
    shape = (len(REGIONS), len(REGIONS), len(SECTORS))
    weekly = {kind: np.zeros((scenario.weeks, *shape)) for kind in KINDS}
    rates = scenario.observed.rates if scenario.observed else ()
    for place, rate in enumerate(rates):
        last = next((other.since for other in rates[place + 1 :] if _replaces(other, rate)), None)
        begins = (rate.since - scenario.first_day).days
        ends = days if last is None else min((last - scenario.first_day).days, days)
        covered = np.bincount(np.arange(begins, ends) // DAYS_A_WEEK, minlength=scenario.weeks) / DAYS_A_WEEK
        flows = np.ix_(range(scenario.weeks), _places(rate.importers), _places(rate.exporters), range(len(SECTORS)))
        weekly[rate.kind][flows] += covered[:, None, None, None] * _vector(rate)
    until = scenario.observed.until if scenario.observed else None
    last_day = day_of(scenario.first_day, scenario.weeks) - timedelta(days=1) if until is None else until
    known = np.arange(scenario.weeks) <= week_of(scenario.first_day, last_day)
    return WeeklyRates(weekly["tariff"], weekly["export tax"], weekly["cut"], known)


def _replaces(later: ObservedRate, rate: ObservedRate) -> bool:
    """Whether a later rate falls on the same trade in the same way."""
    return (later.importers, later.exporters, later.kind) == (rate.importers, rate.exporters, rate.kind)


def _vector(rate: ObservedRate) -> Floats:
    """A rate by sector, fractions, (S,)."""
    return np.array([rate.percent.get(sector, 0.0) / PERCENT for sector in SECTORS])


def _places(regions: tuple[str, ...]) -> list[int]:
    """Positions of regions."""
    return [REGIONS.index(region) for region in regions]


def _without(tables: list[Floats], own: int, other: int) -> list[Floats]:
    """The same rates without what one country levies on its trade with the other."""
    tariffs, taxes, cuts = (table.copy() for table in tables)
    tariffs[:, own, other] = 0.0
    taxes[:, other, own] = 0.0
    cuts[:, other, own] = 0.0
    return [tariffs, taxes, cuts]


def _given(table: Floats) -> Floats | None:
    """A table of rates, or none where nothing is levied."""
    return table if table.any() else None
