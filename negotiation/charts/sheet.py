"""The sheet a chart stands on: the message, a line below it, panels, and a footer with the numbers' origin."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from negotiation.charts.style import FOOTER_SIZE, INK, MUTED, TEXT_SIZE, TITLE_SIZE

WIDTH, HEIGHT = 12.8, 7.2  # inches, 16:9
EDGE, FOOTER_RIM = 0.25, 0.15  # inches of white at the rim
TITLE_LETTERS, SUBTITLE_LETTERS, FOOTER_LETTERS = 70, 108, 150  # that fit on one line
TITLE_LINE, SUBTITLE_LINE, FOOTER_LINE = 0.37, 0.27, 0.2  # inches
FOOTROOM = 0.85  # inches between the footer and the panels: tick labels and the name of the axis


@dataclass(frozen=True)
class Words:
    """Title: the one message; subtitle: what is drawn; footer: scenario, worlds, seed, hash, what the bands are."""

    title: str
    subtitle: str
    footer: str


@dataclass(frozen=True)
class Layout:
    """Panels side by side: relative widths; margins, the gap between panels, headroom
    above them and the height of the sheet in inches; rows of such panels, so far apart."""

    widths: tuple[float, ...] = (1.0,)
    left: float = 0.9
    right: float = 0.4
    gap: float = 1.0
    headroom: float = 0.35
    shared_heights: bool = False
    height: float = HEIGHT
    rows: int = 1
    row_gap: float = 0.9


def sheet(words: Words, layout: Layout) -> tuple[Figure, tuple[Axes, ...]]:
    """A figure with its words set, and the panels to draw on, from the left, row by row."""
    figure = Figure(figsize=(WIDTH, layout.height), facecolor="white")
    above, below = _write(figure, words, layout.height)
    across = WIDTH - layout.left - layout.right
    mean_width = (across - layout.gap * (len(layout.widths) - 1)) / len(layout.widths)
    down = layout.height - above - layout.headroom - below - FOOTROOM
    mean_height = (down - layout.row_gap * (layout.rows - 1)) / layout.rows
    panels = figure.subplots(
        layout.rows,
        len(layout.widths),
        squeeze=False,
        sharey=layout.shared_heights,
        gridspec_kw={
            "width_ratios": layout.widths,
            "left": layout.left / WIDTH,
            "right": 1 - layout.right / WIDTH,
            "bottom": (below + FOOTROOM) / layout.height,
            "top": 1 - (above + layout.headroom) / layout.height,
            "wspace": layout.gap / mean_width,
            "hspace": layout.row_gap / mean_height,
        },
    )
    return figure, tuple(panels.flat)


def _write(figure: Figure, words: Words, height: float) -> tuple[float, float]:
    """Set title, subtitle and footer; the inches used above and below."""
    title = textwrap.wrap(words.title, TITLE_LETTERS)
    subtitle = textwrap.wrap(words.subtitle, SUBTITLE_LETTERS)
    footer = textwrap.wrap(words.footer, FOOTER_LETTERS)
    used = _lines(figure, title, (EDGE, height), (TITLE_LINE, TITLE_SIZE, INK, "bold"))
    used = _lines(figure, subtitle, (used + 0.08, height), (SUBTITLE_LINE, TEXT_SIZE, MUTED, "normal"))
    below = FOOTER_RIM + FOOTER_LINE * len(footer)
    _lines(figure, footer, (height - below, height), (FOOTER_LINE, FOOTER_SIZE, MUTED, "normal"))
    return used, below


def _lines(
    figure: Figure, lines: Sequence[str], place: tuple[float, float], manner: tuple[float, float, str, str]
) -> float:
    """Write lines downwards from place (inches from the top, of a height); the inches from the top where they end."""
    down, height = place
    line_height, size, colour, weight = manner
    for line in lines:
        figure.text(
            EDGE / WIDTH, 1 - down / height, line, fontsize=size, color=colour, fontweight=weight, va="top", ha="left"
        )
        down += line_height
    return down
