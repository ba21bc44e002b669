"""Who must agree at home besides the vote in `ratification`, and elections."""

from typing import Annotated, Literal

from pydantic import Field

from negotiation.scenario.quantity import Fraction, Id, NonNegative, Part, Weeks, Words


class Institution(Part):
    """One more institution that must agree to a deal, by a vote of its constituencies.

    kind: an executive agrees to what its government signs; a legislature and a confidence House follow the leader's
    type and stand for election, which a lost vote of confidence calls; a province does neither. agrees_to: issue -> the
    least option from which on it is asked; empty: asked about every deal. deals: asked about all, or only
    comprehensive or limited ones. places: whose constituencies vote, by place, or constituencies by name; neither: all
    of the country's. threshold: support it needs; vote: spread of the vote; delay: weeks from signature to its vote;
    failing: approval lost when it refuses, besides what any failed ratification costs.
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


class Election(Part):
    """When a country votes, and what that changes.

    week: the scheduled vote, counted from 1; floor: approval under which a minority House withdraws its confidence and
    a vote is called, 0 for none; campaign: weeks of a campaign, without talks; rest: weeks after a vote in which none
    is called; swing: the most a new mandate adds to the support that deals need, or takes from it; renewal: share of
    the way from approval to its base covered by a vote; turnover: chance of a new leader, whose type is drawn anew;
    eve: weeks before a vote in which prices and approval count more; heed: by how much, as a multiple.
    """

    week: Annotated[int, Field(ge=1, le=10_000)] | None = None
    floor: Fraction
    campaign: Weeks
    rest: Weeks
    swing: NonNegative
    renewal: Fraction
    turnover: Fraction
    eve: Weeks
    heed: NonNegative
