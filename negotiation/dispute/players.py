"""Who takes part in a week: what the game asks of governments, constituencies and allies."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.view import View
from negotiation.politics.coalition import Situation

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Times(NamedTuple):
    """What a constituency lives through this week, each (R,).

    approval: share it gave its government last week; income: percent change of its real income; pressure: share of
    approval from pride under foreign threat less grievance and prices; shock: share, this week's news and polls.
    """

    approval: Floats
    income: Floats
    pressure: Floats
    shock: Floats


class DecidesForACountry(Protocol):
    """A government: answers a view at the table and one away from it."""

    def at_table(self, view: View) -> Decision:
        """Accept, offer or hold."""

    def away(self, view: View) -> Decision:
        """Measures, threats, concessions, talks, allies."""


class Approves(Protocol):
    """A constituency: what it thinks of its government next week."""

    def approval_after(self, times: Times) -> Floats:
        """Approval next week, share, (R,)."""


class TakesAStance(Protocol):
    """An ally: where it stands next week."""

    def stance_after(self, stance: Integers, leaning: Floats, sees: Situation, chance: Floats) -> Integers:
        """Stance next week, (R,), by number in STANCES."""


class Players(NamedTuple):
    """Everybody in a dispute: governments in the engine's order, constituencies and allies in the file's."""

    governments: Sequence[DecidesForACountry]
    constituencies: Sequence[Approves]
    allies: Sequence[TakesAStance]
