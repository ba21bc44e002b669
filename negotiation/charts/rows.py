"""Panels of named rows around a zero line: what two figures share."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from negotiation.charts.style import INK, MUTED, SMALL_SIZE, TEXT_SIZE, rule_widths


def name_rows(axes: Axes, names: Sequence[str], size: float = TEXT_SIZE) -> None:
    """Name the rows, first at the top, and draw the line of no change. size: of the names, points."""
    axes.set_yticks(range(len(names)), list(names), color=INK, fontsize=size)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.axvline(0, color=MUTED, linewidth=1.2, zorder=1.5)
    axes.spines["left"].set_visible(False)
    axes.locator_params(axis="x", nbins=5)
    rule_widths(axes)


def head(axes: Axes, name: str, line: str, colour: str, above: float = 28) -> None:
    """A panel's name and a line below it. above: of the name over the panel, points."""
    for words, up, size, ink, weight in (
        (name, above, TEXT_SIZE, colour, "bold"),
        (line, 10, SMALL_SIZE, MUTED, "normal"),
    ):
        axes.annotate(
            words,
            xy=(0, 1),
            xycoords="axes fraction",
            xytext=(0, up),
            textcoords="offset points",
            color=ink,
            fontsize=size,
            fontweight=weight,
        )
