"""What `calibrate` prints and writes."""

from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table
from rich.text import Text

from negotiation.study.calibration.base_rate import IMPOSED
from negotiation.study.calibration.calibration import LEVELS, Calibration, tells
from negotiation.study.calibration.parameters import NAMES, PARAMETERS, whose
from negotiation.study.held_out.verdict import SAYS


def calibration_summary(found: Calibration) -> dict[str, Any]:
    """Everything as plain numbers."""
    posterior = found.posterior
    return {
        "scenario": {"name": found.scenario.name, "hash": found.scenario.content_hash()},
        "record": {"name": found.record.name, "hash": found.record.content_hash()},
        "seed": found.seed,
        "budget": found.budget,
        "played": found.played,
        "says": SAYS,
        "parameters": {name: _parameter(found, place) for place, name in enumerate(NAMES)},
        "share of threats imposed, 5 50 95 %": {
            "even over the ranges": found.imposed[0].tolist(),
            "before the record": found.imposed[1].tolist(),
            "published, 90 %": list(IMPOSED),
        },
        "nearer than the last tolerance, of histories before": found.nearer,
        "correlation": _correlation(found),
        "tolerances": posterior.tolerances,
        "accepted": posterior.accepted,
        "numbers": {
            name: {"record": float(found.observed[place]), "before, 5 50 95 %": found.before[place].tolist()}
            for place, name in enumerate(found.names)
        },
    }


def _correlation(found: Calibration) -> list[list[float]]:
    """Weighted correlation of the parameters' posterior."""
    spread = np.cov(found.posterior.values.T, aweights=found.posterior.weight)
    scale = np.sqrt(np.diag(spread))
    table: list[list[float]] = (spread / np.outer(scale, scale)).tolist()
    return table


def _parameter(found: Calibration, place: int) -> dict[str, Any]:
    """One parameter's posterior and check."""
    each = PARAMETERS[place]
    low, middle, high = found.quantiles(place)
    return {
        "of": whose(found.scenario, each),
        "path": each.path,
        "unit": each.unit,
        "range": [each.low, each.high],
        "before, 5 50 95 %": np.quantile(found.prior[:, place], LEVELS).tolist(),
        "after, 5 50 95 %": [float(low), float(middle), float(high)],
        "spread, after over before": found.spread(place),
        "a record like this tells, R squared": float(found.told[place]),
        "says": tells(found.spread(place)),
        "check, chance of such ranks": float(found.ranks.p[place]),
    }


def print_calibration(found: Calibration, folder: Path) -> None:
    """The posterior, the check, and where the files are."""
    console = Console(highlight=False)
    generations = len(found.posterior.tolerances)
    title = f"{found.scenario.title}: {found.played:,} worlds of {found.budget:,}, {generations} generations"
    console.print(Text(title, style="bold"), soft_wrap=True)
    table = Table(box=None, header_style="bold")
    for heading in ("", "median, nine in ten", "can tell", "check", "the record says"):
        table.add_column(heading, no_wrap=True)
    for place, name in enumerate(NAMES):
        low, middle, high = found.quantiles(place)
        digits = 0 if PARAMETERS[place].whole else 3
        after, check = f"{middle:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})", f"{found.ranks.p[place]:.2f}"
        says = tells(found.spread(place)).removeprefix("the record ").removeprefix("says ")
        who = whose(found.scenario, PARAMETERS[place])
        table.add_row(f"{who} {name.replace('_', ' ')}", after, f"{found.told[place]:.0%}", check, says)
    console.print(table)
    console.print(
        "can tell: share of the variance before that a record like this takes away on average", soft_wrap=True
    )
    console.print("check: how likely ranks so uneven are where calibrating works", soft_wrap=True)
    console.print(Text(SAYS, style="italic"), soft_wrap=True)
    console.print(Text(f"Results: {folder}"), soft_wrap=True)
