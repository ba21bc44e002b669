"""What a government makes of the other's conduct: what it learns from it. Absent, it learns nothing."""

from typing import Annotated

from pydantic import Field

from negotiation.scenario.quantity import Fraction, NonNegative, Part, Positive, Quantity, Weeks


class Doubt(Quantity):
    """A chance below certainty, 0 to less than 1."""

    value: Annotated[float, Field(ge=0.0, lt=1.0, allow_inf_nan=False, strict=True)]


class Learning(Part):
    """How strongly the other's conduct tells its type, 0 for not at all; offers are `conduct.inference`.

    threats: power of the likelihood of a threat carried out or dropped, 1 for Bayes' rule; concessions: logit a point
    that a concession made alone costs its maker.
    """

    threats: NonNegative
    concessions: NonNegative


class Peace(Part):
    """What a government expects who has met a demand: some weeks without a new threat or measure of the other's.

    breach: share of its assurance, that meeting a demand ends the matter, which is lost if one comes nevertheless.
    """

    weeks: Weeks
    breach: Fraction


class Breaking(Part):
    """When a government breaks a limited deal: where what held before is worth more to it by more than breaking costs.

    cost: points lost once, beyond what its approval suffers; spread: of its private cost or relish, points; answer:
    how far it reckons with the other's taking its own measures up again.
    """

    cost: NonNegative
    spread: NonNegative
    answer: Fraction


class Trust(Part):
    """How far a government believes that the other keeps a deal over the window that counts.

    breaks: prior share of deals that the other breaks; weight: how many deals that prior is worth; promises: how much a
    broken word counts, against a broken deal's 1; reliance: points lost once by whom a deal is broken.
    """

    breaks: Doubt
    weight: Positive
    promises: NonNegative
    reliance: NonNegative


class Vows(Part):
    """When a government ties its own hands: it commits in public against what the other side asks for.

    pace: weekly chance that it considers it; alignment: rank correlation, over comprehensive packages, that support at
    home must have with the government's own value.
    """

    pace: Fraction
    alignment: Fraction


class Stop(Part):
    """Stopping talks over one demand: for how many weeks, unless it is met; and what such a stop is taken to cost.

    loss: share of what a fair deal would bring a government that it takes the stop to cost it.
    """

    weeks: Weeks
    loss: Fraction
