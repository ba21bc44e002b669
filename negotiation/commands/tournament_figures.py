"""The figures of `tournament`: what every pair is worth, and where shares of strategies would go."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from negotiation.charts import payoffs, shares_in_time
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.report.figures import PNG_DOTS, SILENT
from negotiation.study.statistics import standard_errors
from negotiation.study.tournament import Tournament
from negotiation.study.tournament_summary import Verdict

LETTER = 0.092  # inches
FEW, MANY = 0.5, 0.95


def save_figures(verdict: Verdict, folder: Path) -> None:
    """Draw and save both, PNG and SVG."""
    folder.mkdir(parents=True, exist_ok=True)
    with house_style():
        for name, figure in (("payoffs", _payoffs(verdict)), ("shares", _shares(verdict))):
            figure.savefig(folder / f"{name}.png", dpi=PNG_DOTS, metadata={"Software": None})
            figure.savefig(folder / f"{name}.svg", metadata={"Title": name, **SILENT})


def payoff_title(verdict: Verdict) -> str:
    """The equilibrium in words, and whether drawing other worlds gives it again."""
    tournament, found = verdict.tournament, verdict.found.found
    pure = [place for place, each in enumerate(found) if each.pure]
    if not found:
        return "No equilibrium was found"
    if not pure:
        return "No pair of strategies holds: each side would have to mix"
    if len(pure) > 1:
        return f"{len(pure)} pairs of strategies hold; which one is not for the payoffs to say"
    (row,), (column,) = found[pure[0]].support
    first, second = (tournament.strategies[place].replace("_", " ") for place in (row, column))
    again = verdict.sure.again[pure[0]]
    sure = "" if again >= MANY else ", probably" if again >= FEW else ", perhaps"
    sides = [tournament.scenario.countries[side].name for side in tournament.sides]
    return f"Best against each other{sure}: {first} ({sides[0]}), {second} ({sides[1]})"


def _payoffs(verdict: Verdict) -> Figure:
    """The two tables."""
    tournament = verdict.tournament
    names = tuple(tournament.scenario.countries[side].name for side in tournament.sides)
    tables = [
        payoffs.PayoffTable(f"Worth to {name}, points", place, worlds.mean(axis=0), _half(worlds))
        for place, (name, worlds) in enumerate(zip(names, (tournament.first, tournament.second), strict=True))
    ]
    framed = tuple((each.support[0][0], each.support[1][0]) for each in verdict.found.found if each.pure)
    numbers = payoffs.PayoffTables(tournament.strategies, (names[0], names[1]), (tables[0], tables[1]), framed)
    longest = max(map(len, tournament.strategies))
    left = 0.9 + LETTER * longest
    layout = Layout((1.0, 1.0), left=left, gap=0.3, headroom=0.55, height=min(5.2 + 0.55 * len(tables[0].value), 14.0))
    subtitle = "Mean payoff of every pair of strategies, same luck for all; the darker the more. Framed: equilibria"
    figure, axes = sheet(Words(payoff_title(verdict), subtitle, _footer(tournament, "95 % intervals.")), layout)
    for panel in axes:  # room for the turned names
        box = panel.get_position()
        panel.set_position((box.x0, box.y0 + 0.75 / layout.height, box.width, box.height - 0.75 / layout.height))
    payoffs.draw(axes, numbers)
    return figure


def _half(worlds: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far the 95 % interval of every cell's mean reaches, (n, m)."""
    spread = worlds.std(axis=0, ddof=1) if len(worlds) > 1 else np.full(worlds.shape[1:], np.nan)
    return np.asarray(standard_errors(0.95) * spread / np.sqrt(len(worlds)), np.float64)


def _shares(verdict: Verdict) -> Figure:
    """Shares from an even start."""
    tournament, path = verdict.tournament, verdict.paths[0]
    sides = [
        shares_in_time.SharesOfSide(
            tournament.scenario.countries[side].name, place, tournament.strategies, path.times, shares
        )
        for place, (side, shares) in enumerate(zip(tournament.sides, (path.rows, path.columns), strict=True))
    ]
    room = 0.5 + LETTER * (max(map(len, tournament.strategies)) + 6)
    layout = Layout((1.0, 1.0), left=0.9, right=room, gap=room + 0.3, headroom=0.55)
    subtitle = "What does better than average spreads (replicator dynamics), from equal shares"
    figure, axes = sheet(Words(shares_title(verdict), subtitle, _footer(tournament, ends_words(verdict))), layout)
    shares_in_time.draw(axes, sides)
    return figure


def shares_title(verdict: Verdict) -> str:
    """What most play in the end."""
    words = []
    for side, shares in zip(verdict.tournament.sides, (verdict.paths[0].rows, verdict.paths[0].columns), strict=True):
        best = int(shares[-1].argmax())
        name = verdict.tournament.strategies[best].replace("_", " ")
        words.append(f"{name} ({verdict.tournament.scenario.countries[side].name})")
    return f"What would spread: {' and '.join(words)}"


def ends_words(verdict: Verdict) -> str:
    """How many other starts lead to the same."""
    ends = [(int(each.rows[-1].argmax()), int(each.columns[-1].argmax())) for each in verdict.paths]
    same = sum(end == ends[0] for end in ends[1:])
    return f"{same} of {len(ends) - 1} random starts end with the same two in front."


def _footer(tournament: Tournament, words: str) -> str:
    """Where the numbers are from."""
    scenario = tournament.scenario
    return (
        f"{scenario.title} · {tournament.worlds:,} worlds a pair · seed {tournament.seed} · scenario "
        f"{scenario.content_hash()[:10]}. {words}"
    )
