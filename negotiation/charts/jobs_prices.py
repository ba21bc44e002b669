"""What the dispute does to jobs, by country and sector, and to prices, by country, with the spread over worlds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.rows import head, name_rows
from negotiation.charts.style import INK, SMALL_SIZE, TEXT_SIZE, country_colour, country_text

CROWDED = 16  # rows: beyond, names are set smaller


@dataclass(frozen=True)
class CountryNumbers:
    """One country: quantiles at 5, 50, 95 % over worlds.

    jobs: (3, S) thousand; all_jobs: (3,) thousand; jobs_percent: (3,) percent; prices: (3,) percent.
    """

    name: str
    place: int
    jobs: NDArray[np.float64]
    all_jobs: NDArray[np.float64]
    jobs_percent: NDArray[np.float64]
    prices: NDArray[np.float64]


@dataclass(frozen=True)
class JobsPrices:
    """sectors: (S,) names, from the top down."""

    sectors: tuple[str, ...]
    countries: tuple[CountryNumbers, ...]


def draw(panels: Sequence[Axes], numbers: JobsPrices) -> None:
    """A panel of jobs by sector for each country, then one of both countries as a whole."""
    *job_panels, whole_panel = panels
    for axes, country in zip(job_panels, numbers.countries, strict=True):
        _draw_jobs(axes, country)
        size = TEXT_SIZE if len(numbers.sectors) <= CROWDED else SMALL_SIZE
        name_rows(axes, numbers.sectors if axes is panels[0] else [""] * len(numbers.sectors), size)
    _draw_whole(whole_panel, numbers.countries)


def _draw_jobs(axes: Axes, country: CountryNumbers) -> None:
    for row, quantiles in enumerate(country.jobs.T):
        _spread(axes, row, quantiles, country.place)
    low, median, high = (_signed(value) for value in country.all_jobs)
    head(axes, country.name, f"must move: {median} ({low} to {high})", country_text(country.place))
    axes.set_xlabel("Jobs at the end (thousand)")


def _draw_whole(axes: Axes, countries: Sequence[CountryNumbers]) -> None:
    """Jobs above, prices below; each bar under its country's name."""
    measures = [(f"{country.name}, jobs moving", country.place, country.jobs_percent) for country in countries]
    measures += [(f"{country.name}, prices", country.place, country.prices) for country in countries]
    measures = [measure for measure in measures if np.isfinite(measure[-1]).all()]
    for row, (name, place, quantiles) in enumerate(measures):
        _spread(axes, row, quantiles, place)
        axes.annotate(
            name,
            xy=(0, row),
            xycoords=("axes fraction", "data"),
            xytext=(0, 14),
            textcoords="offset points",
            color=country_text(place),
            fontsize=SMALL_SIZE,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
        )
    name_rows(axes, [""] * len(measures))
    head(axes, "Whole country", "jobs that must move, prices", INK)
    axes.set_xlabel("Change (%)")


def _spread(axes: Axes, row: int, quantiles: NDArray[np.float64], place: int) -> None:
    low, median, high = quantiles
    axes.plot([low, high], [row, row], color=country_colour(place), linewidth=5, alpha=0.4, solid_capstyle="butt")
    axes.plot([median], [row], marker="o", markersize=9, color=country_text(place), markeredgecolor="white")


def _signed(thousand: float) -> str:
    """A number of jobs with its sign: a decimal only below ten."""
    return (f"{thousand:+,.0f}" if abs(thousand) >= 10 else f"{thousand:+.1f}").replace("-", "−")
