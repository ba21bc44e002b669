"""Figure: the disputed tariffs of both countries, week by week."""

from negotiation.charts import tariffs as chart
from negotiation.charts.fan import Fan
from negotiation.charts.sheet import Layout
from negotiation.charts.tariffs import TariffPaths
from negotiation.report.exhibit import Exhibit
from negotiation.report.exhibits.fans import COLUMNS, fan_rows, fans, medians, single_worlds_named, told_together
from negotiation.report.run import Run
from negotiation.report.wording import named, plain

FLAT = 0.2  # percent: a smaller change of the median is called none, a smaller tariff zero


def tariffs(run: Run) -> Exhibit | None:
    """Quantile fans of the effective disputed rates."""
    numbers = TariffPaths(fans(run, "rate"))
    if not numbers.fans:
        return None
    return Exhibit(
        name="tariffs",
        title=tariff_title(numbers.fans),
        subtitle="Effective disputed tariff each country puts on its trade with the other, week by week",
        reading="Half of the worlds lie in the dark band, nine in ten in the pale one; the thick line is the median of "
        "each week, the thin lines are single worlds, which move in jumps.",
        bands=f"Bands: 5–95 % and 25–75 % of worlds, thick line: median, {single_worlds_named(run)}.",
        layout=Layout(widths=(1.0,) * len(numbers.fans), right=1.8, gap=1.9, headroom=0.55, shared_heights=True),
        draw=lambda panels: chart.draw(panels, numbers),
        columns=COLUMNS,
        rows=fan_rows(numbers.fans),
    )


def tariff_title(fans_shown: tuple[Fan, ...]) -> str:
    """Where each country's median tariff goes: the way to its peak and back, or from the first week to the last."""
    return f"Median tariffs {told_together('of', [_course(fan) for fan in fans_shown])}"


def _course(fan: Fan) -> tuple[str, str]:
    """The country with its numbers, and what its median does."""
    median = medians(fan)
    first, peak, last = float(median[0]), float(median.max()), float(median[-1])
    if peak > max(first, last) + FLAT:
        verb, begin = "peak and fall back", peak
    elif abs(last - first) <= FLAT:
        return f"{named(fan.country)} ({rounded(last)}\u00a0%)", "end where they began"
    else:
        verb, begin = "rise" if last > first else "fall", first
    return f"{named(fan.country)} ({rounded(begin)} to {rounded(last)}\u00a0%)", verb


def rounded(rate: float) -> str:
    """A rate in percent; weekly quantiles are counted in bins, and the lowest bin holds the zeros."""
    return plain(rate, FLAT)
