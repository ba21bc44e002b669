"""The figure of a study: what every setting of its levers does to its outcomes."""

from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from negotiation.charts.settings import OutcomePanel, SettingRows, draw
from negotiation.charts.sheet import Layout, Words, sheet
from negotiation.charts.style import house_style
from negotiation.report.figures import PNG_DOTS, SILENT
from negotiation.study.field import StudyResults
from negotiation.study.plan.points import base_setting

NAME = "settings"
MOST_ROWS, MOST_PANELS = 30, 4
ROW, ROOM = 0.26, 3.1  # inches a row, and besides
LEAST_HEIGHT = 5.0  # inches
LETTER = 0.095  # inches
PERCENT = 100.0


def write_study_figure(results: StudyResults, folder: Path | None = None, title: str | None = None) -> Path | None:
    """Draw a study's settings into its folder's figures, PNG and SVG; none where there are no levers or too many rows.

    folder: elsewhere, under the study's name and as PNG alone; title: the message, else the study's title.
    """
    told = estimates(results)
    if not results.study.levers or not 1 < told["setting"].nunique() <= MOST_ROWS:
        return None
    place = folder or results.folder / "figures"
    place.mkdir(parents=True, exist_ok=True)
    with house_style():
        figure = drawn(results, told, title or results.study.title)
        drawing = place / f"{NAME if folder is None else results.study.name}.png"
        figure.savefig(drawing, dpi=PNG_DOTS, metadata={"Software": None})
        if folder is None:
            figure.savefig(drawing.with_suffix(".svg"), metadata={"Title": results.study.title, **SILENT})
    return drawing


def estimates(results: StudyResults) -> Any:
    """A row a setting and outcome: over all states, or of the one there is."""
    if results.points["state"].nunique() > 1:
        return results.settings[results.settings["of"] == "value"]
    return results.outcomes


def drawn(results: StudyResults, told: Any, title: str) -> Figure:
    """The figure on its sheet; call inside house_style()."""
    settings = list(dict.fromkeys(told["setting"]))
    rows = rows_of(results, settings)
    panels = [panel(results, told, settings, outcome) for outcome in list(results.study.measures)[:MOST_PANELS]]
    words = [max(map(len, part)) for part in (rows.groups + rows.heads[:1], rows.names + rows.heads[1:])]
    height = max(ROOM + ROW * (len(settings) + len(set(rows.groups))), LEAST_HEIGHT)
    layout = Layout((1.0,) * len(panels), left=0.8 + LETTER * sum(words), gap=0.35, headroom=0.55, height=height)
    subtitle = f"{results.study.question} The hollow dots and the upright lines are the base.".strip()
    figure, axes = sheet(Words(title, subtitle, footer(results)), layout)
    draw(axes, rows, panels)
    return figure


def rows_of(results: StudyResults, settings: list[int]) -> SettingRows:
    """Levers' values in words: the first one's, and the others' together."""
    levers = results.points.drop_duplicates("setting").set_index("setting").loc[settings, list(results.study.levers)]
    words = [[f"{value:g}" if isinstance(value, float) else str(value) for value in levers[name]] for name in levers]
    names = [" · ".join(row) for row in zip(*words[1:], strict=True)] or [""] * len(settings)
    first, *others = (name.replace("_", " ") for name in levers)
    return SettingRows(tuple(words[0]), tuple(names), (first, " · ".join(others)))


def panel(results: StudyResults, told: Any, settings: list[int], outcome: str) -> OutcomePanel:
    """One outcome over the settings."""
    rows = told[told["outcome"] == outcome].set_index("setting").loc[settings]
    share = results.study.measures[outcome].is_share
    scale = PERCENT if share else 1.0
    value, low, high = (rows[name].to_numpy(float) * scale for name in ("value", "low", "high"))
    base = base_setting(results.study)
    place = settings.index(base) if base in settings else None
    return OutcomePanel(outcome.replace("_", " "), "% of worlds" if share else "mean", value, low, high, place)


def footer(results: StudyResults) -> str:
    """Study, worlds, seed, fingerprint, and what the whiskers are."""
    study = results.study
    worlds = f"{int(results.outcomes['worlds'].max()):,} worlds a point, {study.luck} luck, seed {study.seed}"
    over = ", over all states of the uncertainties" if results.points["state"].nunique() > 1 else ""
    return f"{study.name} · {worlds} · {study.fingerprint()[:10]}. Whiskers: 95 % intervals{over}."
