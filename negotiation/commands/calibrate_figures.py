"""The figures of `calibrate`: the posterior, and the check."""

from pathlib import Path

from matplotlib.figure import Figure
from scipy.stats import binom

from negotiation.charts import calibration as chart
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.study.calibration.calibration import Calibration, tells
from negotiation.study.calibration.check import BINS, NEAREST
from negotiation.study.calibration.parameters import ANSWERER, NAMES, PARAMETERS, THREATENER, side_of, whose

UNITS = {
    "points, standard deviation": "points, s.d.",
    "own rate per the other's": "of the other's rate",
}  # a panel's line is short
DOTS = 150  # an inch
HONEST = "One history: n = 1. The model explores how such disputes work; it does not forecast this one."
LAYOUT = Layout(widths=(1.0,) * 4, left=0.55, right=0.4, gap=0.55, headroom=0.75, height=8.0, rows=2, row_gap=1.2)
UNEVEN = 0.05 / len(NAMES)  # one false alarm in twenty over all parameters. Source: Bonferroni's bound


def save_figures(found: Calibration, folder: Path) -> list[Path]:
    """Draw and save both figures, PNG and SVG; the PNGs' names."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    with house_style():
        for name, figure in (("posterior", _posterior(found)), ("check", _check(found))):
            file = folder / f"{name}.png"
            figure.savefig(file, dpi=DOTS, metadata={"Software": None})
            figure.savefig(file.with_suffix(".svg"), metadata={"Date": None})
            files.append(file)
    return files


def _posterior(found: Calibration) -> Figure:
    """What the record says about each number."""
    silent = sum(tells(found.spread(place)) == "the record cannot tell" for place in range(len(NAMES)))
    title = f"On {silent} of {len(NAMES)} numbers one history says nothing"
    subtitle = "Bars: after the record. Dashed: before. Upright: the scenario as it is."
    figure, panels = sheet(Words(title, subtitle, _footer(found)), LAYOUT)
    chart.draw_marginals(panels, [_marginal(found, place) for place in range(len(NAMES))])
    return figure


def _marginal(found: Calibration, place: int) -> chart.Marginal:
    """One panel."""
    each, who = PARAMETERS[place], whose(found.scenario, PARAMETERS[place])
    countries = list(found.scenario.countries)
    return chart.Marginal(
        name=f"{who.upper() if who in countries else who}: {each.name.replace('_', ' ')}",
        line=f"{UNITS.get(each.unit, each.unit)}; {tells(found.spread(place)).removeprefix('the record ')}",
        values=found.posterior.values[:, place],
        weight=found.posterior.weight,
        before=found.prior[:, place],
        low=each.low,
        high=each.high,
        stated=stated(found, place),
        place=countries.index(who) if who in countries else None,
        whole=each.whole,
    )


def stated(found: Calibration, place: int) -> float:
    """A parameter in the scenario as it is."""
    us, ca = (found.scenario.countries[side_of(found.scenario, who)] for who in (THREATENER, ANSWERER))
    values = {
        "resolve": 0.0,  # is added to each type's own
        "follow_through": us.conduct.nerve.value,
        "fatigue": ca.strategy.fatigue.value,
        "reciprocity": ca.strategy.ratio.value,
        "audience_cost": us.audience.dropped_threat.value,
        "mandate": 0.0,  # is added to each vote's own
        "suspension": us.conduct.suspension.value,
    }
    return values[NAMES[place]]


def _check(found: Calibration) -> Figure:
    """Whether ranks are even."""
    uneven = [name.replace("_", " ") for name, p in zip(NAMES, found.ranks.p, strict=True) if p < UNEVEN]
    title = "On histories of known governments, calibrating gives even ranks"
    title = title if not uneven else f"Calibrating is off for {', '.join(uneven)}: ranks are not even"
    trials = len(found.ranks.ranks)
    drawn = f"Rank of the true value among {NEAREST}, {trials:,} synthetic histories."
    subtitle = f"{drawn} Grey: nine bars in ten, if even."
    even = (float(binom.ppf(0.05, trials, 1 / BINS)), float(binom.ppf(0.95, trials, 1 / BINS)))
    figure, panels = sheet(Words(title, subtitle, _footer(found)), LAYOUT)
    shown = [
        chart.Evenness(
            name.replace("_", " "), f"chance of such ranks {p:.2f}", found.ranks.ranks[:, place], NEAREST, even
        )
        for place, (name, p) in enumerate(zip(NAMES, found.ranks.p, strict=True))
    ]
    chart.draw_ranks(panels, shown, BINS)
    return figure


def _footer(found: Calibration) -> str:
    """Where the numbers are from."""
    hashes = f"{found.scenario.name} ({found.scenario.content_hash()}), {found.record.name}"
    return f"{hashes} ({found.record.content_hash()}), {found.played:,} worlds, seed {found.seed}. {HONEST}"
