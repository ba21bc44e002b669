"""Colours belong to places, not to names; the reader's own style does not shine through."""

import matplotlib
import numpy as np
from matplotlib.figure import Figure

from negotiation.charts import tariffs
from negotiation.charts.fan import Fan
from negotiation.charts.shares_in_time import MANNERS
from negotiation.charts.style import COUNTRY, COUNTRY_TEXT, DEAL, DEAL_TEXT, house_style
from negotiation.charts.tariffs import TariffPaths


def fans(*names: str) -> TariffPaths:
    weeks = np.arange(1.0, 5.0)
    quantiles = np.multiply.outer(np.arange(5.0), weeks)
    return TariffPaths(tuple(Fan(name, place, weeks, quantiles) for place, name in enumerate(names)))


def median_colours(*names: str) -> list[str]:
    with house_style():
        panels = Figure().subplots(1, 2)
        tariffs.draw(panels, fans(*names))
    return [max(axes.lines, key=lambda line: line.get_linewidth()).get_color() for axes in panels]


def test_the_first_country_is_blue_whoever_it_is() -> None:
    assert median_colours("Here", "There") == median_colours("There", "Here") == list(COUNTRY_TEXT)


def test_both_countries_share_one_scale() -> None:
    with house_style():
        panels = Figure().subplots(1, 2)
        tariffs.draw(panels, fans("Here", "There"))
    assert panels[0].get_ylim() == panels[1].get_ylim()


def test_the_readers_own_settings_come_back_afterwards() -> None:
    with matplotlib.rc_context({"font.size": 3.0, "text.usetex": True}):
        with house_style():
            assert matplotlib.rcParams["text.usetex"] is False
        assert matplotlib.rcParams["font.size"] == 3.0


def test_only_countries_wear_the_countries_colours():
    worn = {colour for colour, _ in MANNERS}
    assert not worn & {*COUNTRY, *COUNTRY_TEXT, DEAL, DEAL_TEXT}
    assert len(set(MANNERS)) == len(MANNERS)
