"""What a government does besides its doctrine's moves, later in the same week, with a reason of its own."""

from dataclasses import replace

from negotiation.dispute.decision import Decision


def afterwards(decision: Decision, more: Decision) -> Decision:
    """The decision with more moves after all of its own."""
    return replace(decision, then=more if decision.then is None else afterwards(decision.then, more))
