"""The figures of the economy's commands: titled, on their sheets, saved."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from negotiation.charts import agreement, best_rate, country_gains, tariff_plane
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.commands.best_tariffs import Best
from negotiation.commands.economy_screen import ELASTICITY_FACTORS, Answer, jobs_moved, scaled_models, solved
from negotiation.commands.tariff_words import NAMES, heading, together
from negotiation.economy import REGIONS, SECTORS, EconomyError, TradeModel
from negotiation.economy.economy_tables import Floats
from negotiation.economy.names import SECTOR_NAMES
from negotiation.economy.published import BINDING, Comparison

DOTS = 150  # an inch: 1920 by 1080
COLOURED = ("USA", "CAN")  # whose colours are the house's, in their order
MODEL = "Caliendo–Parro trade model, 11 regions, 13 sectors, flows of 2023; long run, comparative statics, no forecast."
KINDS = {"A": "same model, same data", "A-": "same model, rebuilt data", "B": "independent model"}
LOWEST, HIGHEST = 0.3, 1.0  # fractions up to which curves are drawn, as far as the best rate asks
POINTS, PLANE_POINTS = 49, 17
ROUGH = 1e-9


def saved(words: Words, layout: Layout, file: Path, draw: Callable[[Sequence[Axes]], None]) -> None:
    """A figure on its sheet in a file."""
    with house_style():
        figure, panels = sheet(words, layout)
        draw(panels)
        try:
            figure.savefig(file, dpi=DOTS, metadata={"Software": None} if file.suffix == ".png" else None)
        except ValueError as error:
            raise EconomyError(f"--figure: {file}: {str(error).splitlines()[0]}") from None


def save_answer(answer: Answer, file: Path) -> None:
    """Who gains and loses, and where jobs move."""
    welfare, income = answer.found.welfare[0], answer.found.real_income[0]
    order = np.argsort(welfare, kind="stable")
    models = scaled_models(answer.model.base.variant)
    range_of = np.stack([solved(model, answer.rates).found.welfare[0] for model in models])
    gains = country_gains.Gains(
        tuple(heading(REGIONS[place]) for place in order),
        welfare[order],
        range_of.min(axis=0)[order],
        range_of.max(axis=0)[order],
        income[order],
        tuple(place_of_colour(answer, REGIONS[place]) for place in order),
    )
    jobs = [moved_jobs(answer, region) for region in answer.concerned]
    words = Words(headline(answer), f"Added to duties in force: {answer.rates.words}", f"{MODEL} {JOBS} {RANGE}")
    layout = Layout(widths=(1.15, *[1.0] * len(jobs)), left=1.3, right=0.35, gap=1.95, headroom=1.15)

    def draw(panels: Sequence[Axes]) -> None:
        country_gains.draw(panels, gains, jobs)

    saved(words, layout, file, draw)


JOBS = "Jobs: moved between sectors at full employment; percent times persons employed, so they need not add up to 0."
RANGE = "Ranges: all trade elasticities × 0.5 to × 1.5."


def place_of_colour(answer: Answer, region: str) -> int:
    """0 or 1 for the regions concerned, the US blue and Canada vermilion wherever they are; -1 for the others."""
    concerned = answer.concerned
    if region not in concerned:
        return -1
    if region in COLOURED:
        return COLOURED.index(region)
    other = next((name for name in concerned if name != region), "")
    return 1 - COLOURED.index(other) if other in COLOURED else concerned.index(region)


def moved_jobs(answer: Answer, region: str) -> country_gains.MovedJobs:
    """Jobs by sector, in thousand where the employment table covers the region."""
    moved = jobs_moved(answer, region)
    unit = "%" if moved is None else "thousand"
    change = answer.found.jobs[0, REGIONS.index(region)] if moved is None else moved
    names = tuple(SECTOR_NAMES[sector] for sector in SECTORS)
    return country_gains.MovedJobs(NAMES[region], place_of_colour(answer, region), names, change, unit)


def headline(answer: Answer) -> str:
    """What the tariffs do to those concerned."""
    parts = []
    for region in answer.concerned:
        welfare = float(answer.found.welfare[0, REGIONS.index(region)])
        parts.append(f"{the(region)} {'gains' if welfare > 0.0 else 'loses'} {abs(welfare):.2f} %")
    title = f"{', '.join(parts)} in welfare"
    return title[:1].upper() + title[1:]


def the(region: str) -> str:
    """A country's name in a sentence."""
    article = "the " if region in ("USA", "GBR", "REU", "ROW") else ""
    name = {"REU": "rest of the EU", "ROW": "rest of the world"}.get(region, NAMES[region])
    return article + name


def save_optimal(best: Best, file: Path) -> None:
    """The country's welfare over its tariff, and that of the first one it falls on."""
    if np.ptp(best.rates[:, goods_of(best)]) > ROUGH:
        raise EconomyError("--figure: draws one rate on all goods; leave out --by-sector")
    player, targets = best.players[0], best.targets[0]
    rate = float(best.rates[0].max())
    rates = np.linspace(0.0, min(HIGHEST, max(LOWEST, 2.5 * rate)), POINTS)
    shown = (player, *targets[:1])
    places = [REGIONS.index(name) for name in shown]
    models = scaled_models(best.model.base.variant)
    every = np.stack([welfare_over(model, best, rates[:, None])[:, places].T for model in models])
    welfare = every[ELASTICITY_FACTORS.index(1.0)]
    top = float(best.found.welfare[0, REGIONS.index(player)])
    numbers = best_rate.WelfareCurves(
        100.0 * rates, tuple(map(heading, shown)), welfare, every.min(axis=0), every.max(axis=0), (100.0 * rate, top)
    )
    whose = together(targets) if len(targets) < len(REGIONS) - 1 else "everybody"
    title = f"A tariff of {100.0 * rate:.0f} % on {whose} is best for {the(player)}, if nobody answers"
    words = Words(title, "Welfare over the tariff; the other tariffs stay as they are", f"{MODEL} {RANGE}")

    def draw(panels: Sequence[Axes]) -> None:
        best_rate.draw(panels[0], numbers)

    saved(words, Layout(left=1.2, right=2.2), file, draw)


def save_nash(best: Best, file: Path) -> None:
    """The plane of both tariffs."""
    if len(best.players) != 2 or np.ptp(best.rates[:, goods_of(best)], axis=-1).max() > ROUGH:
        raise EconomyError("--figure: draws two countries and one rate each; name two and leave out --by-sector")
    nash_rates = best.rates[:, 0]
    otherwise = war_otherwise(best)
    widest = max(max(first, second) for first, second, _ in otherwise) / 100.0
    axis = np.linspace(0.0, min(HIGHEST, max(LOWEST, 1.2 * widest)), PLANE_POINTS)
    both = np.stack(np.meshgrid(axis, axis, indexing="ij"), axis=-1).reshape(-1, 2)
    players = [REGIONS.index(player) for player in best.players]
    welfare = welfare_over(best.model, best, both)[:, players].T.reshape(2, PLANE_POINTS, PLANE_POINTS)
    answers = (answers_over(welfare[0], axis, 0), answers_over(welfare[1], axis, 1))
    losses = [float(best.found.welfare[0, player]) for player in players]
    plane = tariff_plane.Plane(
        (heading(best.players[0]), heading(best.players[1])),
        100.0 * axis,
        100.0 * axis,
        welfare,
        (100.0 * answers[0], 100.0 * answers[1]),
        (100.0 * float(nash_rates[0]), 100.0 * float(nash_rates[1])),
        otherwise,
    )
    at = " and ".join(
        f"{100.0 * rate:.0f} % ({heading(name)})" for name, rate in zip(best.players, nash_rates, strict=True)
    )
    title = f"Best answers to each other: {at}; welfare {losses[0]:+.2f} and {losses[1]:+.2f} %"
    subtitle = "Thin: equal welfare, change in %. Thick: the best answer to the other's tariff"
    words = Words(title.replace("-", "−"), subtitle, MODEL)

    def draw(panels: Sequence[Axes]) -> None:
        tariff_plane.draw(panels[0], plane)

    saved(words, Layout(left=1.2, right=3.2, headroom=0.55), file, draw)


def goods_of(best: Best) -> list[int]:
    """Positions of the sectors that make goods."""
    return [place for place, sector in enumerate(SECTORS) if sector not in best.model.services]


def welfare_over(model: TradeModel, best: Best, rates: Floats) -> Floats:
    """(B, N) welfare in a model under rates (B, players) on goods in the place of the players' own."""
    vectors = np.repeat(best.tariffs[None], len(rates), axis=0)
    for order, (player, targets) in enumerate(zip(best.players, best.targets, strict=True)):
        for target in targets:
            vectors[:, REGIONS.index(player), REGIONS.index(target), goods_of(best)] = rates[:, order, None]
    return model.solve(vectors).welfare


def war_otherwise(best: Best) -> tuple[tuple[float, float, str], ...]:
    """The Nash rates, percent, under the other elasticities."""
    pairs = zip(ELASTICITY_FACTORS, scaled_models(best.model.base.variant), strict=True)
    found = {factor: 100.0 * model.nash(best.players).rates[:, 0] for factor, model in pairs if factor != 1.0}
    return tuple(
        (float(first), float(second), f"elasticities × {factor:g}") for factor, (first, second) in found.items()
    )


def answers_over(welfare: Floats, axis: Floats, own: int) -> Floats:
    """(P,) the own rate that is best against each of the other's: the peak of a parabola through the best three."""
    table = welfare if own == 0 else welfare.T
    best = np.clip(table.argmax(axis=0), 1, len(axis) - 2)
    columns = np.arange(table.shape[1])
    below, at, above = (table[best + step, columns] for step in (-1, 0, 1))
    shift = 0.5 * (below - above) / (below - 2.0 * at + above)
    return np.asarray(np.clip(axis[best] + shift * (axis[1] - axis[0]), axis[0], axis[-1]))


def save_validation(comparisons: Sequence[Comparison], file: Path) -> None:
    """Every number that must fit, by source."""
    groups: dict[tuple[str, str], list[float]] = {}
    for found in comparisons:
        if found.case.grade in BINDING and found.difference is not None and found.case.tolerance:
            key = (short_source(found.case.source), KINDS[found.case.grade])
            groups.setdefault(key, []).append(found.difference / found.case.tolerance)
    rows = tuple(agreement.Agreement(*key, np.array(values)) for key, values in groups.items())
    fitting = sum(int((np.abs(row.differences) <= 1.0).sum()) for row in rows)
    total = sum(len(row.differences) for row in rows)
    words = Words(
        f"{fitting} of {total} published numbers are reproduced within their tolerance",
        "Each dot a number; green: as near as the published rounding, data or class of model allow",
        "Tolerances are stated with the published numbers; differences are over them.",
    )

    def draw(panels: Sequence[Axes]) -> None:
        agreement.draw(panels[0], rows)

    saved(words, Layout(left=3.0, right=1.3), file, draw)


def short_source(source: str) -> str:
    """Authors and year."""
    names = {"Ignatenko": "Ignatenko et al. (2025)", "Caliendo": "Caliendo & Parro (2015)"}
    names |= {"Lashkaripour": "Lashkaripour (2021)", "Baur": "Baur & Flach (2025), ifo", "Canadian": "Tombe (2024)"}
    return next((name for word, name in names.items() if source.startswith(word)), source[:30])
