"""Who takes part in a week: what the game asks of governments, constituencies and allies."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import Decision
from negotiation.dispute.view import View
from negotiation.politics.coalition import Situation

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


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


class HeadsAProvince(Protocol):
    """A premier or governor, where the rules leave a province the choice; may: where they do, (R,). None: its people's
    mood decides, as where nobody heads it."""

    def imposes(self, may: Flags) -> Flags | None:
        """Whether it sets the measure of its own, where it may."""

    def withdraws(self, may: Flags) -> Flags | None:
        """Whether it withdraws that measure, where it is in force since an earlier week."""

    def objects(self, may: Flags) -> Flags | None:
        """Whether it objects to its government's raising a measure it resists."""

    def refuses(self, may: Flags) -> Flags | None:
        """Whether it refuses a deal that it is asked about."""


class Players(NamedTuple):
    """Everybody in a dispute: governments in the engine's order, constituencies and allies in the file's.

    premiers: who heads a province, by country and id of the province or of the institution it votes in ("ca.quebec").
    """

    governments: Sequence[DecidesForACountry]
    constituencies: Sequence[Approves]
    allies: Sequence[TakesAStance]
    premiers: Mapping[str, HeadsAProvince] = MappingProxyType({})
