"""The figures of `calibrate`: the posterior, and the check."""

from pathlib import Path

from matplotlib.figure import Figure
from scipy.stats import binom

from negotiation.charts import calibration as chart
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.study.calibration.calibration import Calibration, tells
from negotiation.study.calibration.check import BINS, NEAREST
from negotiation.study.calibration.parameters import NAMES, PARAMETERS

DOTS = 150  # an inch
HONEST = "One history: n = 1. The model explores how such disputes work; it does not forecast this one."
LAYOUT = Layout(widths=(1.0,) * 3, left=0.6, right=0.5, gap=0.8, headroom=0.75, height=8.0, rows=2, row_gap=1.2)
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
    subtitle = "Bars: after the record. Dashed: before, all alike. Upright: the scenario as it is."
    figure, panels = sheet(Words(title, subtitle, _footer(found)), LAYOUT)
    chart.draw_marginals(panels, [_marginal(found, place) for place in range(len(NAMES))])
    return figure


def _marginal(found: Calibration, place: int) -> chart.Marginal:
    """One panel."""
    each = PARAMETERS[place]
    return chart.Marginal(
        name=f"{each.side.upper()}: {each.name.replace('_', ' ')}",
        line=f"{each.unit}; {tells(found.spread(place)).removeprefix('the record ')}",
        values=found.posterior.values[:, place],
        weight=found.posterior.weight,
        low=each.low,
        high=each.high,
        stated=stated(found, place),
        place=list(found.scenario.countries).index(each.side),
    )


def stated(found: Calibration, place: int) -> float:
    """A parameter in the scenario as it is."""
    country = found.scenario.countries[PARAMETERS[place].side]
    values = {
        "resolve": 0.0,  # is added to each type's own
        "follow_through": country.conduct.nerve.value,
        "fatigue": country.strategy.fatigue.value,
        "reciprocity": country.strategy.ratio.value,
        "audience_cost": country.audience.dropped_threat.value,
        "mandate": 0.0,
    }
    return values[NAMES[place]]


def _check(found: Calibration) -> Figure:
    """Whether ranks are even."""
    uneven = [name.replace("_", " ") for name, p in zip(NAMES, found.ranks.p, strict=True) if p < UNEVEN]
    title = "On histories of known governments, calibrating gives even ranks"
    title = title if not uneven else f"Calibrating is off for {', '.join(uneven)}: ranks are not even"
    trials = len(found.ranks.ranks)
    subtitle = f"Rank of the true value among {NEAREST}, {trials} synthetic histories. Grey: nine bars in ten, if even."
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
    return f"{hashes} ({found.record.content_hash()}), {found.played} worlds, seed {found.seed}. {HONEST}"
