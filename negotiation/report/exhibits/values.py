"""Figure: what agreements are worth to both governments."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.charts import values as chart
from negotiation.charts.sheet import Layout
from negotiation.charts.values import Agreements, PackageValues
from negotiation.report.exhibit import Cell, Exhibit
from negotiation.report.run import Run
from negotiation.report.wording import listed, named, percent, signed

MARGIN = 0.12  # of the picture's width, around what it must show
LEAST_SPAN = 0.1  # points
ON_FRONTIER = 0.005  # points: nearer than this is on it
DECIMALS = 4  # of a point: agreements that agree so far are one dot


def values(run: Run) -> Exhibit | None:
    """Packages, frontier, points of reference and agreements, in gains over no deal."""
    reference = run.summary.get("reference") or {}
    if len(run.countries) != 2 or not reference.get("frontier"):
        return None
    numbers = package_values(run, reference)
    return Exhibit(
        name="values",
        title=value_title(run, numbers),
        subtitle=_subtitle(run, numbers),
        reading="Right and up are better for the first and the second country; each green dot is an agreement, the "
        "larger the more worlds signed it (hollow: a limited deal); the dashed lines are what no deal was worth at the "
        "start.",
        bands="Green dots: agreements, filled comprehensive, hollow limited. "
        "Values at the mean weights of each government's types, against no deal at the start; 1 point = 1 % of a "
        "year's real income.",
        layout=Layout(left=1.1, right=3.6, headroom=0.5),
        draw=lambda panels: chart.draw(panels[0], numbers),
        columns=("what", *(f"gain_{country}" for country in run.countries), "worlds"),
        rows=_rows(numbers),
    )


def package_values(run: Run, reference: Mapping[str, Any]) -> PackageValues:
    """The numbers of the figure; the window shows all that is named, and of the packages those near it."""
    agreements = agreed(run)
    axes = [reference["sides"].index(country) for country in run.countries]
    frontier = _pairs(reference["frontier"])[:, axes]
    frontier = frontier[np.lexsort((-frontier[:, 1], frontier[:, 0]))]
    nash, smorodinsky, no_deal = (
        _point(reference.get(name), axes) for name in ("nash", "kalai_smorodinsky", "no_deal")
    )
    no_deal = no_deal or (0.0, 0.0)
    better = frontier[(frontier >= np.asarray(no_deal)).all(axis=-1)]
    named_points = [point for point in (nash, smorodinsky, no_deal) if point is not None]
    shown = np.concatenate([better if len(better) else frontier, agreements.gains, np.asarray(named_points)])
    first, second = run.countries
    return PackageValues(
        countries=(named(run.country_name(first)), named(run.country_name(second))),
        packages=_pairs(reference.get("packages") or [])[:, axes],
        frontier=frontier,
        nash=nash,
        kalai_smorodinsky=smorodinsky,
        no_deal=no_deal,
        agreements=agreements,
        window=(*_span(shown[:, 0]), *_span(shown[:, 1])),
    )


def agreed(run: Run) -> Agreements:
    """The distinct agreements and how many worlds signed each."""
    gains = np.stack([run.worlds[f"gain_{country}"] for country in run.countries], axis=-1)
    settled = np.isfinite(gains).all(axis=-1)
    limited = run.worlds["settlement"] == "limited"
    rows = np.column_stack([np.round(gains[settled], DECIMALS) + 0.0, limited[settled]])
    distinct, counts = np.unique(rows, axis=0, return_counts=True)
    return Agreements(distinct[:, :2], counts.astype(np.int64), distinct[:, 2] > 0)


def value_title(run: Run, numbers: PackageValues) -> str:
    """What the median agreement gives each side; or whether there was anything to agree on."""
    if not len(numbers.agreements.counts) and (run.worlds["settlement"] != "none").any():
        return "What packages are worth to both governments"
    if not len(numbers.agreements.counts):
        gains = (numbers.packages if len(numbers.packages) else numbers.frontier) - np.asarray(numbers.no_deal)
        exist = "although packages exist" if (gains > 0).all(axis=-1).any() else "and no package exists"
        return f"No dispute ends with an agreement, {exist} that would make both better off than no deal"
    gives = [
        f"{name} {signed(float(np.nanmedian(run.worlds[f'gain_{country}'])))}"
        for name, country in zip(numbers.countries, run.countries, strict=True)
    ]
    return f"The median agreement is worth {listed(gives)} points against no deal at the start"


def _subtitle(run: Run, numbers: PackageValues) -> str:
    left, right, bottom, top = numbers.window
    across, up = numbers.packages.T
    outside = int(np.count_nonzero((across < left) | (across > right) | (up < bottom) | (up > top)))
    words = f"Grey: {len(numbers.packages):,} packages" + (f", {outside:,} off the picture. " if outside else ". ")
    distance = run.worlds.get("frontier_distance", np.empty(0))
    distance = distance[np.isfinite(distance)]
    if not len(distance):
        return words
    on_frontier = percent(100 * float(np.mean(distance < ON_FRONTIER)))
    return words + f"Agreements on the frontier: {on_frontier}; the median is {np.median(distance):.2f} points off"


def _pairs(points: Any) -> NDArray[np.float64]:
    return np.asarray(points, dtype=np.float64).reshape(-1, 2)


def _point(pair: Any, axes: Sequence[int]) -> tuple[float, float] | None:
    """The point, or None where there is none (no zone of agreement)."""
    if pair is None or any(value is None or not np.isfinite(value) for value in pair):
        return None
    across, up = axes
    return float(pair[across]), float(pair[up])


def _span(shown: NDArray[np.float64]) -> tuple[float, float]:
    low, high = float(shown.min()), float(shown.max())
    margin = max(MARGIN * (high - low), LEAST_SPAN / 2)
    return low - margin, high + margin


def _rows(numbers: PackageValues) -> list[tuple[Cell, ...]]:
    points = {"nash": numbers.nash, "kalai_smorodinsky": numbers.kalai_smorodinsky, "no_deal": numbers.no_deal}
    rows: list[tuple[Cell, ...]] = [(name, *point, "") for name, point in points.items() if point is not None]
    rows += [("frontier", across, up, "") for across, up in numbers.frontier.tolist()]
    shown = numbers.agreements
    for (across, up), worlds, limited in zip(shown.gains.tolist(), shown.counts, shown.limited, strict=True):
        rows.append(("limited agreement" if limited else "agreement", across, up, int(worlds)))
    return rows + [("package", across, up, "") for across, up in numbers.packages.tolist()]
