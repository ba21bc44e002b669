"""Acceptance conditions, to be put on any tactic: what it offers stays, what it accepts changes.

None accepts what is worth less than no deal or fails at home. Source: Baarslag, Hindriks & Jonker (2013).
"""

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.view import View
from negotiation.strategies.protocol import Tactic
from negotiation.strategies.tactics.aspiration import share_above_no_deal

Flags = NDArray[np.bool_]


class Condition(Protocol):
    """When to accept the standing package."""

    def holds(self, view: View, decision: Decision) -> Flags:
        """Where it is good enough, (R,), given what the tactic would offer."""


@dataclass(frozen=True)
class Accepting:
    """A tactic's offers with another acceptance condition."""

    tactic: Tactic
    condition: Condition

    def at_table(self, view: View) -> Decision:
        """Offer as the tactic, accept as the condition."""
        decision = self.tactic.at_table(view)
        passes = (view.offered_worth >= view.no_deal) & (view.offered_support >= 0.0)
        return replace(decision, accept=passes & self.condition.holds(view, decision))


@dataclass(frozen=True)
class Constant:
    """AC_const: a fixed share of the way from no deal to the peak."""

    share: float

    def holds(self, view: View, decision: Decision) -> Flags:
        """Worth at least that."""
        least = share_above_no_deal(view, np.full(len(view.no_deal), self.share))
        return view.offered_worth >= least


@dataclass(frozen=True)
class Next:
    """AC_next: as good as the package one would offer."""

    def holds(self, view: View, decision: Decision) -> Flags:
        """Worth at least one's own offer, where there is one."""
        if decision.package is None:
            return np.zeros(len(view.no_deal), np.bool_)
        own = view.appraise(decision.package).value
        return view.offered_worth >= np.where(np.isnan(own), np.inf, own)


@dataclass(frozen=True)
class Late:
    """AC_time: anything once a share of the time has passed."""

    share: float

    def holds(self, view: View, decision: Decision) -> Flags:
        """Late enough."""
        return view.elapsed >= self.share


@dataclass(frozen=True)
class Combined:
    """AC_combi: as AC_next, or late and worth a share of the way."""

    late: Late
    enough: Constant

    def holds(self, view: View, decision: Decision) -> Flags:
        """Either."""
        settles = self.late.holds(view, decision) & self.enough.holds(view, decision)
        return Next().holds(view, decision) | settles
