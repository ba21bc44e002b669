"""When disputes are settled: the share of worlds with a deal so far, and the share that never gets one."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from negotiation.charts.labels import EndLabel, label_ends
from negotiation.charts.style import BREAKDOWN, DEAL, DEAL_TEXT, INK, rule_heights

BAND = 0.25  # opacity


@dataclass(frozen=True)
class Reached:
    """Share of worlds that have reached something by each week, in percent: (W,), with its 95 % interval."""

    share: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True)
class DealTime:
    """weeks: (W,) from 0; never: share, low, high of worlds without any deal, in percent."""

    weeks: NDArray[np.float64]
    comprehensive: Reached
    either: Reached
    never: tuple[float, float, float]


def draw(axes: Axes, numbers: DealTime) -> None:
    """Two stairs, and a bracket for those who never get there."""
    end = float(numbers.weeks[-1])
    _stairs(axes, numbers.weeks, numbers.either, ("--", DEAL_TEXT))
    _stairs(axes, numbers.weeks, numbers.comprehensive, ("-", DEAL))
    axes.set_xlim(0, end)
    axes.set_ylim(0, 100)
    axes.set_xlabel("Week")
    axes.set_ylabel("Worlds with a deal so far (%)")
    rule_heights(axes)
    never, _, _ = numbers.never
    if never > 0:
        axes.plot([end] * 2, [100 - never, 100], color=BREAKDOWN, linewidth=9, clip_on=False, solid_capstyle="butt")
    label_ends(axes, end, _ends(numbers))


def _ends(numbers: DealTime) -> list[EndLabel]:
    """What stands beside the right edge, from the top down."""
    never, low, high = numbers.never
    ends = [EndLabel(100 - never / 2, f"never a deal: {never:.0f} %", BREAKDOWN, "bold", f"({low:.0f} to {high:.0f})")]
    if np.any(numbers.either.share > numbers.comprehensive.share):
        ends.append(_end(numbers.either, "any deal", INK))
    return [*ends, _end(numbers.comprehensive, "comprehensive", DEAL_TEXT)]


def _end(reached: Reached, words: str, colour: str) -> EndLabel:
    share, low, high = (float(part[-1]) for part in (reached.share, reached.low, reached.high))
    return EndLabel(share, f"{words}: {share:.0f} %", colour, "bold", f"({low:.0f} to {high:.0f})")


def _stairs(axes: Axes, weeks: NDArray[np.float64], reached: Reached, look: tuple[str, str]) -> None:
    dashes, colour = look
    axes.fill_between(weeks, reached.low, reached.high, step="pre", color=colour, alpha=BAND, linewidth=0)
    axes.step(weeks, reached.share, where="pre", color=colour, linestyle=dashes, linewidth=3)
