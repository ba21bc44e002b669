"""The figures of `replay`: the record, and each what-if beside it."""

from pathlib import Path

from negotiation.charts import replay as chart
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.study.replay import RECORD, Played, Replay
from negotiation.study.replay_words import SHARE, sentence

DOTS = 150  # an inch
PANELS = (
    ("rate", "Tariffs", "added, effective, % of trade", 5.0),
    ("welfare", "Welfare", "%, tariff revenue counted", 0.5),
    ("real_income", "Real income", "%, wages over prices", 0.5),
    ("prices", "Prices", "%, from the border", 0.5),
    ("jobs", "Jobs", "% that left shrinking sectors", 0.5),
    ("approval", "Approval", "%; band: 90 % of worlds", 10.0),
)
HONEST = "Rates observed, the other side's moves held as they were. The model explores; it does not forecast."


def save_figures(replay: Replay, folder: Path) -> list[Path]:
    """Draw and save every figure, PNG and SVG; the PNGs' names."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for place, played in enumerate(replay.played):
        file = folder / f"replay-{place}-{played.key.replace('_', '-')}.png"
        _save(replay, played, file)
        files.append(file)
    return files


def _save(replay: Replay, played: Played, file: Path) -> None:
    """One figure."""
    layout = Layout(widths=(1.0,) * 3, left=0.8, right=0.7, gap=1.35, headroom=0.75, height=8.4, rows=2, row_gap=1.15)
    with house_style():
        figure, panels = sheet(_words(replay, played), layout)
        chart.draw(panels, [_panel(replay, played, *given) for given in PANELS], replay.days)
        figure.savefig(file, dpi=DOTS, metadata={"Software": None})
        figure.savefig(file.with_suffix(".svg"), metadata={"Date": None})


def _words(replay: Replay, played: Played) -> Words:
    """Title, what is drawn, and where it is from."""
    shown = "The record of 2025, week by week" if played.key == RECORD else "Thick: what if; dotted: what was"
    worlds = f"{replay.worlds} worlds, seed {replay.seed}"
    scenario = replay.scenario
    return Words(sentence(replay, played), shown, f"{scenario.name} ({scenario.content_hash()}), {worlds}. {HONEST}")


def _panel(replay: Replay, played: Played, quantity: str, name: str, unit: str, least_span: float) -> chart.Panel:
    """One quantity of both countries."""
    scale = SHARE if quantity == "approval" else 1.0
    lines = []
    for place, key in enumerate(replay.scenario.countries):
        column = f"{quantity}_{key}"
        before = None if played.key == RECORD else scale * replay.record.bands[column][1]
        lines.append(chart.Line(key.upper(), place, scale * played.bands[column], before))
    return chart.Panel(name, unit, tuple(lines), least_span)
