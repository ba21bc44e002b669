"""The researcher's page: Mesa's SolaraViz on a Dispute in one world. `negotiation view` serves it; Solara loads `Page`.

Every browser gets a model of its own, made inside the component. There is no command console: it runs what is typed.
"""

import os
from html import escape
from typing import Any

import numpy as np
import solara
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from mesa.visualization import SolaraViz
from numpy.typing import NDArray

from negotiation.charts.style import COUNTRY, COUNTRY_TEXT, house_style
from negotiation.classroom.dials import changes_of, dials
from negotiation.classroom.words import ENGLISH, words_of
from negotiation.dispute.block import Block
from negotiation.dispute.moves import told
from negotiation.model import Dispute
from negotiation.scenario import DEFAULT, read_scenario
from negotiation.study.telling import ToldWorld, told_weeks

SHORT = {"United States": "US"}
SEED, SPARE = 2025, 0.05  # spare: of an axis, where a line leads out of it
SCENARIO = "NEGOTIATION_VIEW"  # the environment's word for which scenario the page shows
SHOWN = (  # column, title, what to multiply by, the least that its axis spans
    ("rate", "Tariffs on each other's trade, %", 1.0, (0.0, 5.0)),
    ("approval", "Approval at home, %", 100.0, (40.0, 55.0)),
    ("real_income", "Real income, change in %", 1.0, (-0.1, 0.05)),
)
MOST_LINES = 40  # of the story
HELP = "Step plays a week, the arrow plays on. A turned slider, or Reset, begins again with the same luck."
OVER = "The dispute is over. Reset, or turning a slider, begins it again with the same luck."
STYLE = """
.v-input__slider .v-input__slot { flex-direction: column; align-items: stretch; }
.v-input__slider .v-label { margin-bottom: -6px; color: inherit; }
.v-slide-group { display: none; }
.vue-grid-item .v-card li { margin: .35rem 0; }
.vue-grid-item img, .vue-grid-item svg { max-width: 100%; height: auto; }
"""  # labels above their sliders, which would have no room beside them; one page needs no tab


class Watched(Dispute):
    """A dispute in one world, made from what the page's sliders say. seed: a number, also as text.

    kwargs: dials by key, with two underscores for the point; Mesa checks for this very name.
    """

    def __init__(self, seed: int | str = SEED, world: int = 0, **kwargs: float) -> None:
        name = os.environ.get(SCENARIO, DEFAULT)
        sides = read_scenario(name).sides
        turned = {key.replace("__", "."): f"{value:g}" for key, value in kwargs.items()}
        # The page's seed box hands back text, whatever it is.
        number = int(seed) if str(seed).isdecimal() else SEED
        super().__init__(read_scenario(name, changes_of(turned, sides)), 1, number, int(world))


def parameters() -> dict[str, Any]:
    """Seed, world, and a slider for every dial of the scenario."""
    scenario = read_scenario(os.environ.get(SCENARIO, DEFAULT))
    sliders = {
        str(each["key"]).replace(".", "__"): {
            "type": "SliderFloat", "label": label(scenario.countries[str(each["side"])].name, str(each["name"])),
            "value": each["value"], "min": each["least"], "max": each["most"], "step": each["step"],
        }
        for each in dials(scenario)
    }  # fmt: skip
    world = {"type": "SliderInt", "label": "World", "value": 0, "min": 0, "max": 999, "step": 1}
    return {"seed": {"type": "InputText", "value": "2025", "label": "Seed"}, "world": world, **sliders}


def label(country: str, dial: str) -> str:
    """What a slider is called."""
    return f"{SHORT.get(country, country)}: {words_of(ENGLISH).say(f'dial.{dial}').lower()}"


def figure(model: Dispute) -> Figure:
    """Tariffs, approval and income of both sides, week by week so far."""
    names = [column.name for column in model.record.columns]
    scenario = model.game.scenario
    with house_style():
        drawn = Figure(figsize=(8, 9), layout="constrained")
        for axes, (shown, title, scale, least) in zip(drawn.subplots(len(SHOWN), sharex=True), SHOWN, strict=True):
            axes.set_ylim(*least)
            columns = [names.index(f"{shown}_{side}") for side in scenario.countries]
            draw_sides(axes, scale * model.record.weeks[0][: model.week, columns])
            axes.set_title(title, loc="left")
            axes.set_xlim(0.5, scenario.weeks + 0.5)
        for side, ink, above in zip(scenario.countries, COUNTRY_TEXT, (0.9, 0.76), strict=False):
            drawn.axes[0].text(0.99, above, scenario.countries[side].name, color=ink, ha="right",
                               weight="bold", transform=drawn.axes[0].transAxes)
        axes.set_xlabel(words_of(ENGLISH).say("script.week"))
    return drawn


def draw_sides(axes: Axes, values: NDArray[np.float64]) -> None:
    """Both countries' lines, values (weeks, 2); the axis grows with them."""
    weeks = np.arange(1, len(values) + 1)
    for place, colour in enumerate(COUNTRY):
        axes.plot(weeks, values[:, place], color=colour, linewidth=2.5, marker="o" if len(values) == 1 else "")
    if len(values) > 0:
        low, high = axes.get_ylim()
        least, most, spare = float(values.min()), float(values.max()), SPARE * (high - low)
        axes.set_ylim(least - spare if least < low else low, most + spare if most > high else high)


def story(model: Dispute) -> list[tuple[str, str]]:
    """What has happened so far, the newest first: week, and a move with its reason."""
    block = Block(model.first_world, {}, model.record.columns, model.record.weeks, told(model.game, model.log, 0))
    world = ToldWorld(model.game.scenario, 0, 0, block, model.game.packages.options)
    lines = [(f"Week {each.week}", sentence) for each in told_weeks(world) for _, sentence in each.moves]
    return lines[::-1]


def Charts(model: Dispute) -> None:  # noqa: N802 - Solara's components are named like classes
    """The figure, drawn anew every week."""
    solara.Style(STYLE)
    solara.FigureMatplotlib(figure(model), dependencies=[model, model.week])


def Story(model: Dispute) -> None:  # noqa: N802 - as above
    """Where the world stands, what the buttons do, and the moves with their reasons."""
    lines = [f"<li><b>{escape(week)}</b> {escape(words)}</li>" for week, words in story(model)[:MOST_LINES]]
    told_so_far = f"<p>{escape(HELP if model.running else OVER)}</p><ul>{''.join(lines)}</ul>"
    with solara.Card(f"Week {model.week} of {model.game.scenario.weeks}"):
        solara.HTML(tag="div", unsafe_innerHTML=told_so_far)


@solara.component  # type: ignore[untyped-decorator]  # Solara has no types for it
def Page() -> None:  # noqa: N802 - the name Solara looks for
    """The page."""
    model = solara.use_memo(Watched, [])
    parts = [(Charts, 0), (Story, 0)]
    SolaraViz(model, components=parts, model_params=parameters(), name=model.game.scenario.title)
