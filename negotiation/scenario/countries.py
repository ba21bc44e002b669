"""A country: what its government wants, may be like, how it decides and who must agree at home."""

from typing import Annotated, Any, Self

from pydantic import (
    Field,
    FiniteFloat,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer,
    model_validator,
)

from negotiation.scenario.credibility import Breaking, Learning, Peace, Trust, Vows
from negotiation.scenario.institutions import Election, Institution
from negotiation.scenario.quantity import Fraction, Id, NonNegative, Part, Positive, Quantity, Weeks, Words
from negotiation.scenario.ranges import OPTIONAL
from negotiation.scenario.relief import Relief

TERMS = ("welfare", "real_income", "organised", "revenue", "balance", "border_prices", "unity")


class Payoff(Part):
    """Weight of each payoff term, points per unit of the term; and what a point of approval is worth once."""

    welfare: Quantity
    real_income: Quantity
    organised: Quantity
    revenue: Quantity
    balance: Quantity
    border_prices: Quantity
    unity: Quantity
    approval: NonNegative


class Type(Part):
    """One thing a government may be, unknown to the other side: multipliers on what it wants and fears.

    demands: on the value of what the other side concedes; concessions: on the cost of what it concedes itself;
    sectors: on the weight of organised sectors; threshold: added to the support a deal needs at home, share; resolve:
    points added to what speaks for carrying out a threat; clock: weeks added to the private deadline.
    """

    name: Words
    probability: Annotated[float, Field(gt=0.0, le=1.0)]
    demands: Annotated[FiniteFloat, Field(ge=0.0)] = 1.0
    concessions: Annotated[FiniteFloat, Field(ge=0.0)] = 1.0
    sectors: Annotated[FiniteFloat, Field(ge=0.0)] = 1.0
    threshold: Annotated[float, Field(ge=-1.0, le=1.0)] = 0.0
    resolve: FiniteFloat = 0.0
    clock: Annotated[int, Field(ge=-10_000, le=10_000)] = 0
    source: Words


class Clock(Part):
    """The government's private deadline: a week drawn evenly between earliest and latest; it leaves the talks then.

    latest_range: between what the latest may lie, where somebody states it (priors); range_source: where that is from.
    """

    earliest: Annotated[int, Field(ge=1, le=10_000)]
    latest: Annotated[int, Field(ge=1, le=10_000)]
    source: Words
    latest_range: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(le=10_000)]] | None = None
    range_source: Words | None = None

    @field_validator("latest")
    @classmethod
    def in_order(cls, latest: int, info: object) -> int:
        """The latest week does not come before the earliest."""
        earliest = getattr(info, "data", {}).get("earliest", 1)
        if latest < earliest:
            raise ValueError(f"must not come before earliest ({earliest}), got {latest}")
        return latest

    @model_validator(mode="after")
    def _within(self) -> Self:
        """The range is in order and holds the latest week."""
        low, high = self.latest_range or (self.latest, self.latest + 1)
        if not low <= self.latest <= high > low:
            raise ValueError(f"latest_range must be [low, high] around latest ({self.latest}), got {[low, high]}")
        return self

    @model_serializer(mode="wrap")
    def _as_stated(self, told: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without a range that nobody states, as it was told before there were ranges."""
        found: dict[str, Any] = told(self)
        return {key: each for key, each in found.items() if key not in OPTIONAL or each is not None}


class Strategy(Part):
    """A tactic at the table and a doctrine away from it, by their registered names, with their parameters.

    ultimatum: weekly chance to consider stopping talks over one demand, as `talks.stop` has it.
    relief: when the doctrine eases for markets or concessions (brinkmanship, proportional); suspends: weeks for which
    proportional pauses a measure when the other eases, instead of lowering it; announces: whether proportional
    announces its further waves `notice` weeks ahead, and puts them off while they are not due.
    """

    tactic: str
    doctrine: str
    exponent: Positive | None = None
    pace: Fraction
    ratio: NonNegative
    margin: NonNegative
    fatigue: Fraction
    notice: Weeks
    reciprocity: NonNegative
    ultimatum: Fraction | None = None
    relief: Relief | None = None
    suspends: Weeks | None = None
    announces: bool = False


class Audience(Part):
    """What the public makes of threats, promises and pressure from abroad.

    own_view: percent of income by which a threatened measure must move a constituency's income for it to be wholly for
    or against, when it judges a dropped threat for itself; without it the public judges as one.
    """

    dropped_threat: NonNegative
    leniency: NonNegative
    own_view: Positive | None = None
    broken_promise: NonNegative
    failed_ratification: NonNegative
    failed_summit: NonNegative
    forgetting: Fraction
    rally: NonNegative
    rally_fading: Fraction
    reversion: Fraction
    pain: NonNegative
    price_pain: NonNegative
    shock: NonNegative
    poll: NonNegative


class Conduct(Part):
    """How threats are carried out and believed, and when talks are suspended.

    nerve: spread of the private cost of carrying out a threat, points; stress_weight: points a unit of market stress
    takes from carrying out; reputation: points that a dropped threat costs beyond approval; patience: width of the band
    in which a threat is carried out in part or postponed, points; assurance: how far the other's word that meeting a
    demand ends the matter is believed; suspension: weeks without talks after being hit; inference: how strongly
    offers tell the other's type, 0 for not at all; divide: weekly chance to offer an ally a separate deal.
    """

    nerve: NonNegative
    stress_weight: NonNegative
    reputation: NonNegative
    patience: NonNegative
    assurance: Fraction
    suspension: Weeks
    inference: NonNegative
    divide: Fraction
    asks_allies: bool = False


class Ratification(Part):
    """Who must agree at home: support a comprehensive or limited deal needs, and how support comes about."""

    institution: Words
    threshold: Fraction
    limited_threshold: Fraction
    slope: NonNegative
    relief: NonNegative
    trust: NonNegative
    vote: NonNegative


class Commitment(Part):
    """A public word not to go beyond an option of an issue; breaking it costs, once, points and approval."""

    issue: Id
    most: Id
    cost: NonNegative
    made: bool = False
    words: Words


class Country(Part):
    """One side of the dispute."""

    name: Words
    region: Words
    currency: Words
    per_usd: Positive
    organised_sectors: tuple[str, ...]
    payoff: Payoff
    types: Annotated[dict[Id, Type], Field(min_length=1, max_length=6)]
    known: bool = False
    learning: Learning | None = None
    peace: Peace | None = None
    breaking: Breaking | None = None
    trust: Trust | None = None
    vows: Vows | None = None
    clock: Clock | None = None
    strategy: Strategy
    audience: Audience
    conduct: Conduct
    ratification: Ratification
    institutions: Annotated[dict[Id, Institution], Field(max_length=6)] = {}
    election: Election | None = None
    commitments: Annotated[dict[Id, Commitment], Field(max_length=8)] = {}

    @field_validator("types")
    @classmethod
    def certain(cls, types: dict[str, Type]) -> dict[str, Type]:
        """The types' probabilities sum to one."""
        total = sum(kind.probability for kind in types.values())
        if abs(total - 1.0) > 1e-9:
            raise ValueError(f"probabilities must sum to 1, got {total:g}")
        return types
