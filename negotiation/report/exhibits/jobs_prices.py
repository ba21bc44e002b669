"""Figure: jobs by country and sector, prices by country."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from negotiation.charts import jobs_prices as chart
from negotiation.charts.jobs_prices import CountryNumbers, JobsPrices
from negotiation.charts.sheet import HEIGHT, Layout
from negotiation.report.exhibit import Cell, Exhibit
from negotiation.report.results import Results, tidy
from negotiation.report.wording import listed, named, plain, sentence

LEVELS = (0.05, 0.5, 0.95)
ROOMY = 14  # rows the usual height has room for
ROW_HEIGHT = 0.3  # inches for each row beyond
HARDLY = 0.05  # percent of jobs
SECTOR_LETTERS = 22
PRICE_UNIT = "percent of a year's spending, over all weeks"


def jobs_prices(results: Results) -> Exhibit | None:
    """Median and 5-95 % spread over worlds of jobs at the end and of prices over the horizon."""
    sectors = _sectors(results)
    if not sectors:
        return None
    numbers = jobs_and_prices(results, sectors)
    return Exhibit(
        name="jobs_prices",
        title=jobs_title(numbers.countries),
        subtitle="Jobs when the time is over, and the prices people pay, against staying at the start's tariffs",
        reading="The dot is the median over all worlds, the bar holds nine worlds in ten; left of the line jobs are "
        "lost, right of it they are gained.",
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


def jobs_and_prices(results: Results, sectors: Mapping[str, str]) -> JobsPrices:
    """The numbers of the figure, sectors in the order of jobs lost by all countries together."""
    countries = tuple(_country(results, place, country, sectors) for place, country in enumerate(results.countries))
    lost = np.sum([np.nan_to_num(country.jobs[1]) for country in countries], axis=0)
    order = np.argsort(lost, kind="stable")
    ordered = tuple(
        CountryNumbers(one.name, one.place, one.jobs[:, order], one.all_jobs, one.jobs_percent, one.prices)
        for one in countries
    )
    names = list(sectors.values())
    return JobsPrices(tuple(names[place] for place in order), ordered)


def _country(results: Results, place: int, country: str, sectors: Mapping[str, str]) -> CountryNumbers:
    jobs = np.stack([_spread(results, f"jobs_{country}_{sector}") for sector in sectors], axis=-1)
    return CountryNumbers(
        name=results.country_name(country),
        place=place,
        jobs=jobs,
        all_jobs=_spread(results, f"jobs_{country}"),
        jobs_percent=_spread(results, f"jobs_percent_{country}"),
        prices=_spread(results, f"prices_{country}"),
    )


def _spread(results: Results, column: str) -> NDArray[np.float64]:
    """5, 50 and 95 % of the column over worlds; NaN where there is no number."""
    values = results.worlds.get(column)
    if values is None or not np.isfinite(values).any():
        return np.full(len(LEVELS), np.nan)
    spread: NDArray[np.float64] = np.nanquantile(values, LEVELS)
    return spread


def _sectors(results: Results) -> dict[str, str]:
    """Sector codes as the columns have them, with their names for people, in the columns' order."""
    prefixes = [f"jobs_{country}_" for country in results.countries]
    codes = [name.removeprefix(prefix) for prefix in prefixes for name in results.worlds if name.startswith(prefix)]
    described = results.summary.get("sectors", [])
    names = described if isinstance(described, Mapping) else {}
    return {code: tidy(sentence(str(names.get(code, code)).replace("_", " ")), SECTOR_LETTERS) for code in codes}


def jobs_title(countries: tuple[CountryNumbers, ...]) -> str:
    """Each country's jobs in the median world, the hardest hit first."""
    known = [country for country in countries if np.isfinite(country.jobs_percent[1])]
    if not known:
        return "Jobs by sector and prices by country"
    hit = sorted(known, key=lambda country: -abs(float(country.jobs_percent[1])))
    changes = [f"{named(country.name)} {_change(float(country.jobs_percent[1]))}" for country in hit]
    return f"In the median world {listed([f'{changes[0]} of its jobs', *changes[1:]])}"


def _change(change: float) -> str:
    if abs(change) < HARDLY:
        return f"loses or gains less than {HARDLY}\u00a0%"
    return f"{'loses' if change < 0 else 'gains'} {plain(abs(change))}\u00a0%"


def _rows(numbers: JobsPrices) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for country in numbers.countries:
        for sector, spread in zip(numbers.sectors, country.jobs.T, strict=True):
            rows.append((country.name, f"jobs: {sector}", "thousand", *map(float, spread)))
        rows.append((country.name, "jobs: all sectors", "thousand", *map(float, country.all_jobs)))
        rows.append((country.name, "jobs: all sectors", "percent", *map(float, country.jobs_percent)))
        rows.append((country.name, "prices", PRICE_UNIT, *map(float, country.prices)))
    return rows
