"""How every figure looks: colours by the order of the countries, fonts shipped with matplotlib, quiet axes."""

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib
from matplotlib.axes import Axes

INK = "#1A2332"
MUTED = "#57606A"
SPINE = "#A3A8B3"
RULE = "#E3E6EA"
PALE = "#D9DCE1"
COUNTRY = ("#0072B2", "#D55E00")
COUNTRY_TEXT = ("#0072B2", "#B34700")
DEAL = "#009E73"
DEAL_PALE = "#8FD3BF"
DEAL_TEXT = "#00755A"
BREAKDOWN = "#5F6671"
STANDOFF = "#A3A8B3"
NASH = "#9A4F88"
NASH_PALE = "#D7B5CE"

TITLE_SIZE = 20.0
TEXT_SIZE = 14.0
TICK_SIZE = 13.0
SMALL_SIZE = 12.0
FOOTER_SIZE = 10.5

# Not matplotlib's to carry from one style to the next: the reader's own window system, for one.
_LEFT_ALONE = frozenset({"backend", "backend_fallback", "interactive", "toolbar", "timezone", "webagg.port"})

_RULES: dict[str, object] = {
    "font.family": ["DejaVu Sans"],
    "font.size": TEXT_SIZE,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": SPINE,
    "axes.labelcolor": MUTED,
    "axes.labelsize": TEXT_SIZE,
    "axes.linewidth": 1.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "xtick.color": SPINE,
    "ytick.color": SPINE,
    "xtick.labelcolor": MUTED,
    "ytick.labelcolor": MUTED,
    "xtick.labelsize": TICK_SIZE,
    "ytick.labelsize": TICK_SIZE,
    "hatch.linewidth": 1.0,
    "svg.fonttype": "path",
    "svg.hashsalt": "negotiation",
}


@contextmanager
def house_style() -> Iterator[None]:
    """Matplotlib's defaults and the rules above, whatever the reader's own settings are; put back afterwards."""
    defaults = {key: value for key, value in matplotlib.rcParamsDefault.items() if key not in _LEFT_ALONE}
    with matplotlib.rc_context({**defaults, **_RULES}):  # type: ignore[dict-item]  # the stub lists the keys one by one
        yield


def country_colour(place: int) -> str:
    """The colour of the country at this place in the scenario."""
    return COUNTRY[place % len(COUNTRY)]


def country_text(place: int) -> str:
    """Its darker variant, for words on white."""
    return COUNTRY_TEXT[place % len(COUNTRY_TEXT)]


def rule_heights(axes: Axes) -> None:
    """Faint level lines, to read heights by."""
    axes.grid(axis="y", color=RULE, linewidth=1.0)


def rule_widths(axes: Axes) -> None:
    """Faint upright lines, to read widths by; the rows need no ticks."""
    axes.grid(axis="x", color=RULE, linewidth=1.0)
    axes.tick_params(axis="y", length=0)
