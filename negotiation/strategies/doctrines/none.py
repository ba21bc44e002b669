"""No doctrine: does nothing away from the table."""

from dataclasses import dataclass

from negotiation.dispute.decision import Decision
from negotiation.dispute.view import View


@dataclass(frozen=True)
class Nothing:
    """Never moves: no measures, no threats, no concessions; threats it finds standing lapse."""

    def away(self, view: View) -> Decision:
        """No move anywhere."""
        return Decision()
