"""Figure: where the allies stand."""

import numpy as np
from numpy.typing import NDArray

from negotiation.charts import allies as chart
from negotiation.charts.allies import AllyStances, JoinedAllies
from negotiation.charts.sheet import Layout
from negotiation.politics.coalition import STANCES
from negotiation.report.exhibit import Cell, Exhibit
from negotiation.report.run import Run, tidy
from negotiation.report.wording import disputes, percent, sentence
from negotiation.study.statistics import share

PERCENT = 100.0
JOINT = "joint retaliation"
ALLY_LETTERS = 20
# Weekly columns that count allies, and the stance they count.
COUNTED = (("joint_allies", "joint retaliation"), ("solidarity_allies", "solidarity"))


def allies(run: Run) -> Exhibit | None:
    """Each ally's stance at the end, and how many join in over the weeks; None in a dispute without allies."""
    columns = [name for name in run.worlds if name.startswith("ally_")]
    if not columns:
        return None
    numbers = ally_stances(run, columns)
    return Exhibit(
        name="allies",
        title=ally_title(run, columns),
        subtitle="Left: each ally's stance at the end. Right: how many allies take part, week by week",
        reading="Each bar is one ally, cut by the share of worlds in which it ends in each stance; the lines on the "
        "right count the allies in a stance, averaged over worlds.",
        bands=f"Shares at the end: 95 % intervals within ± {_margin(run)}. Bands: 5–95 % of worlds, lines: mean.",
        layout=Layout(widths=(1.25, 1.0) if numbers.joined else (1.0,), left=1.9, right=2.1, gap=1.2, headroom=0.65),
        draw=lambda panels: chart.draw(panels, numbers),
        columns=("ally", "week", "stance", "share_percent", "mean", "q05", "q95"),
        rows=_rows(numbers),
    )


def ally_stances(run: Run, columns: list[str]) -> AllyStances:
    """Shares of worlds by ally and stance in percent, and the weekly counts."""
    found = {str(stance) for column in columns for stance in np.unique(run.worlds[column].astype(str))}
    stances = [stance for stance in STANCES if stance in found] + sorted(found.difference(STANCES))
    shares = [[PERCENT * np.mean(run.worlds[column] == stance) for stance in stances] for column in columns]
    names = tuple(_ally_name(run, column.removeprefix("ally_")) for column in columns)
    return AllyStances(names, tuple(stances), np.asarray(shares), run.week_numbers(), _joined(run))


def _joined(run: Run) -> tuple[JoinedAllies, ...]:
    joined = []
    for column, stance in COUNTED:
        place = run.weeks.get(column)
        if place is not None and np.isfinite(run.mean[:, place]).all():
            low, high = run.quantiles[0, :, place], run.quantiles[-1, :, place]
            joined.append(JoinedAllies(stance, run.mean[:, place], low, high))
    return tuple(joined)


def _ally_name(run: Run, ally: str) -> str:
    return tidy(str(run.summary["ally_names"].get(ally, ally)), ALLY_LETTERS)


def ally_title(run: Run, columns: list[str]) -> str:
    """In how many worlds an ally retaliates too, and the commonest stance."""
    stances: NDArray[np.str_] = np.stack([run.worlds[column].astype(str) for column in columns], axis=-1)
    joining = int(np.count_nonzero((stances == JOINT).any(axis=-1)))
    labels, counts = np.unique(stances, return_counts=True)
    commonest = str(labels[np.argmax(counts)])
    subject = sentence(disputes(joining, run.size).does("ends", "end"))
    if commonest == JOINT:
        return f"{subject} with an ally in joint retaliation, the commonest stance of all"
    part = percent(PERCENT * float(counts.max()) / stances.size)
    return f"{subject} with an ally in joint retaliation; the commonest stance is {commonest} ({part})"


def _margin(run: Run) -> str:
    """Half the width of the widest 95 % interval a share can have in so many worlds."""
    even = share(run.size // 2, run.size)
    return f"{PERCENT * (even.high - even.low) / 2:.0f} points"


def _rows(numbers: AllyStances) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (ally, "end", stance, float(share), "", "", "")
        for ally, shares in zip(numbers.allies, numbers.shares, strict=True)
        for stance, share in zip(numbers.stances, shares, strict=True)
    ]
    for joined in numbers.joined:
        for week, mean, low, high in zip(numbers.weeks, joined.mean, joined.low, joined.high, strict=True):
            rows.append(("all", int(week), joined.stance, "", float(mean), float(low), float(high)))
    return rows
