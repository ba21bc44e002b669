"""Outcome shares are drawn as they are."""

from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from negotiation.charts import outcomes
from negotiation.charts.outcomes import OutcomeBar, OutcomeShares, short
from negotiation.charts.style import DEAL, house_style

MADE_UP = OutcomeShares(
    (
        OutcomeBar("Comprehensive deal", 60.0, 50.0, 69.0, 60, "deal"),
        OutcomeBar("Standoff", 0.0, 0.0, 3.6, 0, "standoff"),
        OutcomeBar("Trade war", 40.0, 31.0, 50.0, 40, "war"),
    )
)


def test_a_bar_is_as_long_as_its_share_and_none_is_drawn_for_no_world() -> None:
    with house_style():
        axes = Figure().subplots()
        outcomes.draw(axes, MADE_UP)
    assert [bar.get_width() for bar in axes.patches] == [60.0, 40.0]


def test_a_deal_has_the_colour_of_deals() -> None:
    with house_style():
        axes = Figure().subplots()
        outcomes.draw(axes, MADE_UP)
    assert to_hex(axes.patches[0].get_facecolor()).upper() == DEAL


def test_rare_is_not_written_as_never() -> None:
    assert [short(percent) for percent in (0.0, 0.3, 2.4, 12.4, 99.7, 100.0)] == [
        "0",
        "0.3",
        "2.4",
        "12",
        "99.7",
        "100",
    ]
