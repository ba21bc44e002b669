"""The figures of `backtest`: what was foretold from each origin, and the scores."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from negotiation.analysis.forecast_scores import reliability
from negotiation.charts import backtest as chart
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.scenario.calendar import day_of
from negotiation.study.held_out.backtest import Backtest, Held
from negotiation.study.held_out.baselines import FORECASTERS, MODEL, PAST
from negotiation.study.held_out.course import recorded
from negotiation.study.held_out.verdict import EDGES, chances_and_events, pooled, sentences

DOTS = 150  # an inch
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
MOST_COLUMNS = 4
HONEST = "The model explores how such disputes work; it does not forecast this one. One history: n = 1."


def save_figures(test: Backtest, folder: Path) -> list[Path]:
    """Draw and save both figures, PNG and SVG; the PNGs' names."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    with house_style():
        for name, figure in (("backtest-rates", _fans(test)), ("backtest-scores", _scores(test))):
            file = folder / f"{name}.png"
            figure.savefig(file, dpi=DOTS, metadata={"Software": None})
            figure.savefig(file.with_suffix(".svg"), metadata={"Date": None})
            files.append(file)
    return files


def _fans(test: Backtest) -> Figure:
    """Rates from each origin on: a row a country, a column an origin."""
    held, sides = test.held[:MOST_COLUMNS], test.record.sides
    inside = np.mean([one.scored[MODEL].covered[0.9].mean() for one in test.held])
    title = f"Nine forecasts in ten should hold what followed; {100 * inside:.0f} % of them did"
    subtitle = "Black: observed. Bands: 50 and 90 % of worlds. Dotted: nothing changes. Upright: the day it was hidden."
    layout = Layout(widths=(1.0,) * len(held), left=0.7, gap=0.75, headroom=0.75, height=8.4, rows=2, row_gap=1.15)
    figure, panels = sheet(Words(title, subtitle, _footer(test)), layout)
    observed = recorded(test.record).rates
    chart.draw_fans(panels, [_fan(test, one, seat, observed) for seat in range(len(sides)) for one in held])
    return figure


def _fan(test: Backtest, held: Held, seat: int, observed: np.ndarray) -> chart.Fan:
    """One panel."""
    record, begins = test.record, held.model.origin.begins
    days = [day_of(record.first_day, week) for week in range(record.weeks)]
    months = [week for week in range(1, record.weeks) if days[week].month != days[week - 1].month]
    band = np.quantile(held.model.rates[: len(held.observed), seat], LEVELS, axis=-1)
    shown = [np.quantile(one.model.rates[: len(one.observed), seat], LEVELS[-1], axis=-1).max() for one in test.held]
    most = max(float(observed[:, seat].max()), *(float(each) for each in shown))
    score = held.scored[MODEL].crps[:, seat].mean()
    return chart.Fan(
        title=f"{record.sides[seat].upper()}, from {held.model.origin.until:%-d %b}",
        line=f"% of trade; CRPS {score:.2f}",
        place=list(record.countries).index(record.sides[seat]),
        observed=observed[:, seat],
        begins=begins,
        band=band,
        unchanged=float(held.model.at_origin[seat]),
        months={week: f"{days[week]:%b}" for week in months[1::3]},
        most=most,
    )


def _scores(test: Backtest) -> Figure:
    """Reliability, and the scores of all forecasters."""
    scores = {who: pooled(test, who) for who in FORECASTERS}
    losses = sum(" loses " in sentence for sentence in sentences(test))
    title = f"The model loses to a simple rule on {losses} of {len(sentences(test))} counts"
    beginnings = "1 beginning" if len(test.held) == 1 else f"{len(test.held)} beginnings"
    subtitle = f"{beginnings}, windows of four weeks; every score: less is better"
    figure, panels = sheet(
        Words(title, subtitle, _footer(test)), Layout(widths=(1.5, 0.9, 0.9, 0.9), left=0.9, gap=0.55, headroom=0.75)
    )
    box = panels[1].get_position()
    panels[0].set_position((0.07, box.y0, 0.3, box.height))
    for place, axes in enumerate(panels[1:]):
        axes.set_position((0.565 + place * 0.148, box.y0, 0.118, box.height))
    bins = {who: reliability(*chances_and_events(test, who), EDGES) for who in (MODEL, PAST)}
    shown = [chart.Reliability(who, bins[who], who == MODEL) for who in bins]
    chart.draw_reliability(panels[0], shown)
    mean = [float(np.mean(list(each["crps"].values()))) for each in scores.values()]
    bars = [chart.Bars("Rates", "CRPS, % of trade", mean)]
    bars.append(chart.Bars("Events", "Brier score", [each["brier_all"] or 0.0 for each in scores.values()]))
    bars.append(chart.Bars("Order of moves", "distance, 0 to 1", [each["order"] for each in scores.values()]))
    for place, (axes, bar) in enumerate(zip(panels[1:], bars, strict=True)):
        chart.draw_scores(axes, FORECASTERS, bar, named=place == 0)
    return figure


def _footer(test: Backtest) -> str:
    """Where the numbers are from."""
    hashes = f"{test.scenario.name} ({test.scenario.content_hash()}), {test.record.name} ({test.record.content_hash()})"
    return f"{hashes}, {test.worlds:,} worlds a beginning, seed {test.seed}. {HONEST}"
