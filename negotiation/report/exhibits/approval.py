"""Figure: how the two governments stand with their people."""

from negotiation.charts import approval as chart
from negotiation.charts.approval import Approval
from negotiation.charts.fan import Fan
from negotiation.charts.sheet import Layout
from negotiation.report.exhibit import Exhibit
from negotiation.report.exhibits.fans import COLUMNS, fan_rows, fans, first_and_last, single_worlds_named
from negotiation.report.run import Run
from negotiation.report.wording import listed, named

PERCENT = 100.0
FLAT = 1.0  # points of approval: a smaller change of the median is called hardly any


def approval(run: Run) -> Exhibit | None:
    """Quantile fans of both governments' approval."""
    numbers = Approval(fans(run, "approval", PERCENT))
    if not numbers.fans:
        return None
    return Exhibit(
        name="approval",
        title=approval_title(numbers.fans),
        subtitle="People behind their government, week by week; an ended world keeps its last value",
        reading="Half of the worlds lie in the dark band, nine in ten in the pale one; where the bands widen, luck and "
        "the course of the dispute matter more than the start.",
        bands=f"Bands: 5–95 % and 25–75 % of worlds, thick line: median, {single_worlds_named(run)}.",
        layout=Layout(widths=(1.0,) * len(numbers.fans), right=1.8, gap=1.9, headroom=0.55, shared_heights=True),
        draw=lambda panels: chart.draw(panels, numbers),
        columns=COLUMNS,
        rows=fan_rows(numbers.fans),
    )


def approval_title(fans_shown: tuple[Fan, ...]) -> str:
    """Where each government's median approval goes."""
    courses = [_course(fan) for fan in fans_shown]
    places = [named(fan.country) for fan in fans_shown]
    if len(set(courses)) == 1:
        return f"Median approval {courses[0]} in {listed(places)}"
    return f"Median approval {listed([f'{course} in {place}' for course, place in zip(courses, places, strict=True)])}"


def _course(fan: Fan) -> str:
    first, last = first_and_last(fan)
    if abs(last - first) < FLAT:
        return f"ends where it began, near {last:.0f}\u00a0%,"
    verb = "rises" if last > first else "falls"
    return f"{verb} from {first:.0f} to {last:.0f}\u00a0%"
