"""What a tactic and a doctrine are: functions from a View to a Decision. They keep no memory; the View remembers."""

from typing import Protocol

from negotiation.dispute.decision import Decision
from negotiation.dispute.view import View


class Tactic(Protocol):
    """How a government behaves at the table: what it offers and accepts."""

    def at_table(self, view: View) -> Decision:
        """Accept, offer or hold, in every world of the view."""


class Doctrine(Protocol):
    """How a government behaves away from the table: threats, measures, concessions, talks and allies."""

    def away(self, view: View) -> Decision:
        """This week's moves, in every world of the view."""
