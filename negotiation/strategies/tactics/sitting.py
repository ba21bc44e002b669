"""A government at the dispute's table as the field's tactics see a side: utility from no deal, 0, to the best, 1."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.view import View

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
LEAST_GAP = 1e-6  # points between no deal and the best package; keeps shares finite where there is nothing to gain


@dataclass(frozen=True)
class AtDispute:
    """A View as a `Sitting` of `bargaining/table`: what was offered is valued as of today, no deal moves with events.

    Its own utility is the share of the way from its no-deal value to its best comprehensive package.
    """

    view: View

    @cached_property
    def gap(self) -> Floats:
        """Points from no deal to the best package, (R,)."""
        return np.maximum(self.view.peak - self.view.no_deal, LEAST_GAP)

    def share(self, points: Floats) -> Floats:
        """Points as utility, (R,) or (R, n)."""
        lead = (slice(None),) + (None,) * (points.ndim - 1)
        utility: Floats = (points - self.view.no_deal[lead]) / self.gap[lead]
        return utility

    def points(self, utility: Floats) -> Floats:
        """Utility as points, (R,)."""
        value: Floats = self.view.no_deal + self.gap * utility
        return value

    @property
    def reserved(self) -> Floats:
        """No deal is worth nothing, (R,)."""
        return np.zeros(len(self.view.no_deal))

    @property
    def floor(self) -> Floats:
        """Nothing below it is signed, (R,)."""
        return self.reserved

    @property
    def best(self) -> float:
        """The best package."""
        return 1.0

    @property
    def time(self) -> Floats:
        """Share of its time that has passed, (R,)."""
        return self.view.elapsed

    @property
    def left(self) -> Floats:
        """Rounds until its private deadline, after this one, (R,)."""
        return self.view.rounds_left

    @property
    def exchanged(self) -> Integers:
        """Different offers made so far by both, (R,)."""
        return self.view.place + self.view.seen

    @property
    def standing_worth(self) -> Floats:
        """The other's standing package, (R,)."""
        return self.share(self.view.offered_worth)

    @cached_property
    def received_worth(self) -> Floats:
        """The other's last offers, (R, n)."""
        return self.share(self.view.heard.received_worth)

    @cached_property
    def made_worth(self) -> Floats:
        """Its own last offers, (R, n)."""
        return self.share(self.view.heard.made_worth)

    @property
    def chance(self) -> Floats:
        """The week's luck, (R,)."""
        return self.view.initiative

    def worth_of(self, package: Integers) -> Floats:
        """What packages (R,) are worth, (R,); minus infinity for none."""
        value = self.view.appraise(package).value
        return np.where(np.isnan(value), -np.inf, self.share(value))

    def own(self, parameter: Floats | float) -> Floats:
        """A parameter is the same in every world."""
        return np.asarray(parameter, dtype=np.float64)
