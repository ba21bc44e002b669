"""The researcher's page: Mesa's SolaraViz on a Dispute in one world. `negotiation view` serves it; Solara loads `Page`.

Every browser gets a model of its own, made inside the component. There is no command console: it runs what is typed.
"""

import os
from typing import Any

import numpy as np
import solara
from matplotlib.figure import Figure
from mesa.visualization import SolaraViz

from negotiation.charts.style import COUNTRY
from negotiation.classroom.dials import changes_of, dials
from negotiation.classroom.words import ENGLISH, words_of
from negotiation.model import Dispute
from negotiation.scenario import DEFAULT, read_scenario

SCENARIO = "NEGOTIATION_VIEW"  # the environment's word for which scenario the page shows
SHOWN = ("rate", "approval", "real_income")
TITLES = {"rate": "Tariffs, %", "approval": "Approval, share", "real_income": "Real income, %"}


class Watched(Dispute):
    """A dispute in one world, made from what the page's sliders say. seed: a number, also as text.

    kwargs: dials by key, with two underscores for the point; Mesa checks for this very name.
    """

    def __init__(self, seed: int | str = 2025, world: int = 0, **kwargs: float) -> None:
        name = os.environ.get(SCENARIO, DEFAULT)
        sides = read_scenario(name).sides
        turned = {key.replace("__", "."): f"{value:g}" for key, value in kwargs.items()}
        # The page's seed box hands back text.
        super().__init__(read_scenario(name, changes_of(turned, sides)), 1, int(seed), int(world))


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
    return f"{country}: {words_of(ENGLISH).say(f'dial.{dial}')}"


def figure(model: Dispute) -> Figure:
    """Tariffs, approval and income of both sides, week by week so far."""
    names = [column.name for column in model.record.columns]
    scenario, drawn = model.game.scenario, Figure(figsize=(7, 7), layout="constrained")
    for axes, shown in zip(drawn.subplots(len(SHOWN), sharex=True), SHOWN, strict=True):
        for side, colour in zip(scenario.countries, COUNTRY, strict=False):
            values = model.record.weeks[0, : model.week, names.index(f"{shown}_{side}")]
            axes.plot(np.arange(1, model.week + 1), values, color=colour, label=scenario.countries[side].name)
        axes.set(title=TITLES[shown], xlim=(1, scenario.weeks))
    drawn.axes[0].legend(loc="upper right", frameon=False)
    axes.set_xlabel("week")
    return drawn


def Charts(model: Dispute) -> None:  # noqa: N802 - Solara's components are named like classes
    """The figure, drawn anew every week."""
    solara.FigureMatplotlib(figure(model), dependencies=[model, model.week])


@solara.component  # type: ignore[untyped-decorator]  # Solara has no types for it
def Page() -> None:  # noqa: N802 - the name Solara looks for
    """The page."""
    model = solara.use_memo(Watched, [])
    SolaraViz(model, components=[(Charts, 0)], model_params=parameters(), name=model.game.scenario.title)
