"""Silent: says nothing at the table unless a script speaks for it."""

from dataclasses import dataclass

import numpy as np

from negotiation.dispute.decision import LEAVE, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View


@dataclass(frozen=True)
class Silent:
    """Never offers, never accepts."""

    def at_table(self, view: View) -> Decision:
        """Hold."""
        return Decision(
            accept=np.zeros(view.worlds, np.bool_),
            package=np.full(view.worlds, LEAVE),
            least=view.no_deal,
            table_reason=np.full(view.worlds, int(Reason.SCRIPT)),
        )
