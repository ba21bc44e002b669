"""Where no deal leaves two sides, and the part of a picture in which both gain by one."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from negotiation.charts.style import COUNTRY, COUNTRY_TEXT, DEAL_TEXT

BOTH_GAIN = "#EDF5F1"


def draw_both_gain(
    axes: Axes, no_deal: tuple[float, float], corner: tuple[float, float], named: tuple[str, str]
) -> None:
    """Two dashed lines through the no-deal values, and what lies beyond both of them up to the corner, pale.

    no_deal, corner: across and up; named: the first side, and on which side of its line its label stands.
    """
    across, up = no_deal
    patch = Rectangle(no_deal, corner[0] - across, corner[1] - up, color=BOTH_GAIN, linewidth=0, zorder=0.5)
    axes.add_patch(patch)
    axes.axvline(across, color=COUNTRY[0], linestyle="--", linewidth=1.5)
    axes.axhline(up, color=COUNTRY[1], linestyle="--", linewidth=1.5)
    axes.annotate(
        f"no deal: {named[0]}",
        xy=(across, 1),
        xycoords=("data", "axes fraction"),
        xytext=(0, 6),
        textcoords="offset points",
        ha=named[1],
        color=COUNTRY_TEXT[0],
    )
    axes.annotate(
        "both gain",
        xy=(1, 1),
        xycoords="axes fraction",
        xytext=(-8, -8),
        textcoords="offset points",
        ha="right",
        va="top",
        color=DEAL_TEXT,
        bbox={"facecolor": BOTH_GAIN, "edgecolor": "none", "pad": 2},
        zorder=5,
    )
