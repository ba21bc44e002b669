"""Figure: when disputes are settled, and how many never are."""

import numpy as np
from numpy.typing import NDArray

from negotiation.charts import deal_time as chart
from negotiation.charts.deal_time import DealTime, Reached
from negotiation.charts.sheet import Layout
from negotiation.report.exhibit import Cell, Exhibit
from negotiation.report.run import Run
from negotiation.report.wording import disputes, sentence
from negotiation.study.statistics import share

PERCENT = 100.0


def deal_time(run: Run) -> Exhibit:
    """Cumulative share of worlds with a comprehensive deal, and with any."""
    numbers = deal_times(run)
    return Exhibit(
        name="deal_time",
        title=deal_title(run),
        subtitle="Share of worlds that have signed by each week: a comprehensive deal (solid), any deal (dashed)",
        reading="A line's height is the share of disputes that have a deal by that week; the grey bar at the right "
        "edge is the share that never gets any.",
        bands="Bands: 95 % intervals (Wilson) week by week. A deal that is broken later counts as signed.",
        layout=Layout(right=3.1),
        draw=lambda panels: chart.draw(panels[0], numbers),
        columns=(
            "week",
            *(f"{kind}_{part}" for kind in ("comprehensive", "any_deal") for part in ("share", "low", "high")),
        ),
        rows=_rows(numbers),
    )


def deal_times(run: Run) -> DealTime:
    """Worlds with a deal by the end of week 0, 1, ... in percent."""
    weeks = np.arange(run.horizon + 1.0)
    signed = run.worlds["deal_week"]
    either = np.fmin(signed, run.worlds.get("limited_week", signed))
    never, low, high = (PERCENT * value for value in share(int(np.count_nonzero(~(either <= weeks[-1]))), run.size))
    return DealTime(weeks, _reached(signed, weeks), _reached(either, weeks), (never, low, high))


def deal_title(run: Run) -> str:
    """How many get a comprehensive deal, and when half of those have it."""
    signed = run.worlds["deal_week"]
    signed = signed[np.isfinite(signed)]
    reach = sentence(disputes(len(signed), run.size).does("reaches", "reach"))
    title = f"{reach} a comprehensive deal within {run.horizon} weeks"
    if len(signed) > 1:
        title += f", half of those by week {np.ceil(np.median(signed)):.0f}"
    return title


def _reached(week_signed: NDArray[np.float64], weeks: NDArray[np.float64]) -> Reached:
    in_order = np.sort(week_signed)
    counts = np.searchsorted(in_order, weeks, side="right")
    shares = np.array([share(int(count), len(week_signed)) for count in counts])
    return Reached(*(PERCENT * shares.T))


def _rows(numbers: DealTime) -> list[tuple[Cell, ...]]:
    curves = [
        part
        for reached in (numbers.comprehensive, numbers.either)
        for part in (reached.share, reached.low, reached.high)
    ]
    return [(int(week), *(float(curve[place]) for curve in curves)) for place, week in enumerate(numbers.weeks)]
