"""Figure: how the two governments stand with their people."""

from negotiation.charts import approval as chart
from negotiation.charts.approval import Approval
from negotiation.charts.fan import Fan
from negotiation.charts.sheet import Layout
from negotiation.report.exhibit import Exhibit
from negotiation.report.exhibits.fans import COLUMNS, fan_rows, fans, medians, single_worlds_named, told_together
from negotiation.report.run import Run
from negotiation.report.wording import named

PERCENT = 100.0
FLAT = 1.0  # points of approval: a smaller change of the median is called none


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
    return f"Median approval {told_together('in', [_course(fan) for fan in fans_shown])}"


def _course(fan: Fan) -> tuple[str, str]:
    """The country with its numbers, and what its government's median approval does."""
    median = medians(fan)
    first, last = float(median[0]), float(median[-1])
    if abs(last - first) < FLAT:
        return f"{named(fan.country)} ({last:.0f}\u00a0%)", "ends about where it began"
    return f"{named(fan.country)} ({first:.0f} to {last:.0f}\u00a0%)", "rises" if last > first else "falls"
