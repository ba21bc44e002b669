"""Figure: jobs by country and sector, prices by country."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from negotiation.charts import jobs_prices as chart
from negotiation.charts.jobs_prices import CountryNumbers, JobsPrices
from negotiation.charts.sheet import HEIGHT, Layout
from negotiation.economy.names import SECTOR_NAMES
from negotiation.report.exhibit import Cell, Exhibit
from negotiation.report.run import Run, tidy
from negotiation.report.wording import listed, named, plain, sentence

LEVELS = (0.05, 0.5, 0.95)
ROOMY = 14  # rows the usual height has room for
ROW_HEIGHT = 0.3  # inches for each row beyond
HARDLY = 0.05  # percent of jobs
SECTOR_LETTERS = 22
PRICE_UNIT = "percent of a year's spending, over all weeks"


def jobs_prices(run: Run) -> Exhibit | None:
    """Median and 5-95 % spread over worlds of jobs at the end and of prices over the horizon."""
    sectors = _sectors(run)
    if not sectors:
        return None
    numbers = jobs_and_prices(run, sectors)
    return Exhibit(
        name="jobs_prices",
        title=jobs_title(numbers.countries),
        subtitle="Jobs by sector at the end, and the prices people pay, against a time without disputed tariffs",
        reading="The dot is the median over all worlds, the bar holds nine worlds in ten; left of the line a sector "
        "loses jobs, right of it it gains them. The trade model keeps everybody employed, so what counts is how many "
        "have to leave shrinking sectors; it counts labour in wages, so persons gained and lost need not add up to 0.",
        bands="Bars: 5–95 % of worlds, dots: median; sectors sorted by jobs lost; prices: % of a year's spending, "
        "summed over the weeks.",
        layout=Layout(
            widths=(1.0,) * len(numbers.countries) + (0.8,),
            left=2.4,
            gap=0.5,
            headroom=0.85,
            height=HEIGHT + ROW_HEIGHT * max(0, len(sectors) - ROOMY),
        ),
        draw=lambda panels: chart.draw(panels, numbers),
        columns=("country", "what", "unit", "q05", "median", "q95"),
        rows=_rows(numbers),
    )


def jobs_and_prices(run: Run, sectors: Mapping[str, str]) -> JobsPrices:
    """The numbers of the figure, sectors in the order of jobs lost by all countries together."""
    countries = tuple(_country(run, place, country, sectors) for place, country in enumerate(run.countries))
    lost = np.sum([np.nan_to_num(country.jobs[1]) for country in countries], axis=0)
    order = np.argsort(lost, kind="stable")
    ordered = tuple(
        CountryNumbers(one.name, one.place, one.jobs[:, order], one.all_jobs, one.jobs_percent, one.prices)
        for one in countries
    )
    names = list(sectors.values())
    return JobsPrices(tuple(names[place] for place in order), ordered)


def _country(run: Run, place: int, country: str, sectors: Mapping[str, str]) -> CountryNumbers:
    jobs = np.stack([_spread(run, f"jobs_{country}_{sector}") for sector in sectors], axis=-1)
    return CountryNumbers(
        name=run.country_name(country),
        place=place,
        jobs=jobs,
        all_jobs=_spread(run, f"jobs_{country}"),
        jobs_percent=_spread(run, f"jobs_percent_{country}"),
        prices=_spread(run, f"prices_{country}"),
    )


def _spread(run: Run, column: str) -> NDArray[np.float64]:
    """5, 50 and 95 % of the column over worlds; NaN where there is no number."""
    values = run.worlds.get(column)
    if values is None or not np.isfinite(values).any():
        return np.full(len(LEVELS), np.nan)
    spread: NDArray[np.float64] = np.nanquantile(values, LEVELS)
    return spread


def _sectors(run: Run) -> dict[str, str]:
    """Sector codes as the columns have them, with their names for people, in the columns' order."""
    prefixes = [f"jobs_{country}_" for country in run.countries]
    codes = [name.removeprefix(prefix) for prefix in prefixes for name in run.worlds if name.startswith(prefix)]
    return {code: tidy(SECTOR_NAMES.get(code, sentence(code.replace("_", " "))), SECTOR_LETTERS) for code in codes}


def jobs_title(countries: tuple[CountryNumbers, ...]) -> str:
    """The share of each country's jobs that leave shrinking sectors in the median world, the hardest hit first."""
    known = [country for country in countries if np.isfinite(country.jobs_percent[1])]
    if not known:
        return "Jobs by sector and prices by country"
    hit = sorted(known, key=lambda country: -abs(float(country.jobs_percent[1])))
    changes = [f"{_moved(float(country.jobs_percent[1]))} in {named(country.name)}" for country in hit]
    return f"At the end {listed(changes)} have left shrinking sectors (medians)"


def _moved(change: float) -> str:
    if abs(change) < HARDLY:
        return "hardly any jobs"
    return f"{plain(abs(change))}\u00a0% of jobs"


def _rows(numbers: JobsPrices) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for country in numbers.countries:
        for sector, spread in zip(numbers.sectors, country.jobs.T, strict=True):
            rows.append((country.name, f"jobs: {sector}", "thousand", *map(float, spread)))
        rows.append((country.name, "jobs leaving shrinking sectors", "thousand", *map(float, country.all_jobs)))
        rows.append((country.name, "jobs leaving shrinking sectors", "percent", *map(float, country.jobs_percent)))
        rows.append((country.name, "prices", PRICE_UNIT, *map(float, country.prices)))
    return rows
