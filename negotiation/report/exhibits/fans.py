"""Fans of one weekly quantity for every country."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from negotiation.charts.fan import Fan
from negotiation.report.exhibit import Cell
from negotiation.report.exhibits.outcomes import outcome_counts
from negotiation.report.run import Run
from negotiation.report.wording import listed

SINGLES = 3
COLUMNS = ("country", "week", "q05", "q25", "median", "q75", "q95")


def fans(run: Run, quantity: str, scale: float = 1.0) -> tuple[Fan, ...]:
    """One fan a country of the weekly column quantity_country, times scale; none for a country without numbers."""
    found = []
    for place, country in enumerate(run.countries):
        column = run.weeks.get(f"{quantity}_{country}")
        if column is None or not np.isfinite(run.quantiles[:, :, column]).any():
            continue
        singles = tuple(scale * run.record[world, :, column].astype(np.float64) for world in single_worlds(run))
        quantiles = scale * run.quantiles[:, :, column]
        found.append(Fan(run.country_name(country), place, run.week_numbers(), quantiles, singles))
    return tuple(found)


def single_worlds(run: Run) -> list[int]:
    """The first recorded world of each of the most frequent outcomes."""
    counts = outcome_counts(run)
    recorded = run.worlds["outcome"][: len(run.record)]
    frequent = sorted(counts, key=lambda outcome: -counts[outcome])
    firsts = [int(np.argmax(recorded == outcome)) for outcome in frequent if np.any(recorded == outcome)]
    return firsts[:SINGLES]


def single_worlds_named(run: Run) -> str:
    """Which worlds the thin lines are, for the footer."""
    worlds = [f"{world} ({run.worlds['outcome'][world]})" for world in single_worlds(run)]
    return f"thin lines: world{'s' if len(worlds) > 1 else ''} {', '.join(worlds)}" if worlds else "no single worlds"


def fan_rows(fans_shown: tuple[Fan, ...]) -> list[tuple[Cell, ...]]:
    """The fans as a table, one row a country and week."""
    return [
        (fan.country, int(week), *(float(value) for value in quantiles))
        for fan in fans_shown
        for week, quantiles in zip(fan.weeks, fan.quantiles.T, strict=True)
    ]


def medians(fan: Fan) -> NDArray[np.float64]:
    """The median of every week that has a number."""
    median: NDArray[np.float64] = fan.quantiles[2][np.isfinite(fan.quantiles[2])]
    return median


def told_together(preposition: str, clauses: Sequence[tuple[str, str]]) -> str:
    """What medians do, those that do the same in one breath. clauses: (country with its numbers, verb)."""
    alike: dict[str, list[str]] = {}
    for country, verb in clauses:
        alike.setdefault(verb, []).append(country)
    return ", ".join(f"{preposition} {listed(countries)} {verb}" for verb, countries in alike.items())
