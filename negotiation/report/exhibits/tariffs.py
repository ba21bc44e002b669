"""Figure: the disputed tariffs of both countries, week by week."""

from negotiation.charts import tariffs as chart
from negotiation.charts.fan import Fan
from negotiation.charts.sheet import Layout
from negotiation.charts.tariffs import TariffPaths
from negotiation.report.exhibit import Exhibit
from negotiation.report.exhibits.fans import COLUMNS, fan_rows, fans, first_and_last, single_worlds_named
from negotiation.report.run import Run
from negotiation.report.wording import listed, named, percent, plain

FLAT = 0.05  # percent: a smaller change of the median is called none


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
    """Where each country's median tariff goes."""
    courses = [_course(fan) for fan in fans_shown]
    if len(set(courses)) == 1 and len(courses) > 1:
        return f"The median tariff of both countries {courses[0]}"
    each = [f"of {named(fan.country)} {course}" for fan, course in zip(fans_shown, courses, strict=True)]
    return f"The median tariff {listed([each[0], *(f'that {one}' for one in each[1:])])}"


def _course(fan: Fan) -> str:
    first, last = first_and_last(fan)
    if abs(last - first) < FLAT:
        return f"ends where it began, at {percent(last)}"
    verb = "rises" if last > first else "falls"
    return f"{verb} from {plain(first)} to {percent(last)}"
