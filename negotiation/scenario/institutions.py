"""Who must agree at home besides the vote in `ratification`."""

from typing import Literal

from negotiation.scenario.quantity import Fraction, Id, NonNegative, Part, Weeks, Words


class Institution(Part):
    """One more institution that must agree to a deal, by a vote of its constituencies.

    kind: an executive agrees to what its government signs; a legislature and a confidence House follow the leader's
    type, a province does not. agrees_to: issue -> the least option from which
    on it is asked; empty: asked about every deal. deals: asked about all, or only comprehensive or limited ones.
    places: whose constituencies vote, by place, or constituencies by name; neither: all of the country's. threshold:
    support it needs; vote: spread of the vote; delay: weeks from signature to its vote; failing: approval lost when it
    refuses, besides what any failed ratification costs.
    """

    name: Words
    kind: Literal["executive", "legislature", "confidence", "province"]
    agrees_to: dict[Id, Id] = {}
    deals: Literal["all", "comprehensive", "limited"] = "all"
    places: tuple[str, ...] = ()
    constituencies: tuple[Id, ...] = ()
    threshold: Fraction
    vote: NonNegative
    delay: Weeks | None = None
    failing: NonNegative | None = None
