"""What happens before the long run: fear of threats, and trade that adapts. Optional parts of the economy."""

from typing import Annotated

from pydantic import Field

from negotiation.scenario.quantity import Fraction, Part, Positive


class Fear(Part):
    """What believed threats take from incomes and jobs before any tariff.

    share: of the harm believed, what is lost while the threat stands; weeks: until fear has gone most of the way, and
    until it has mostly faded.
    """

    share: Fraction
    weeks: Positive


class Elasticity(Fraction):
    """A share of the long run's trade elasticity, above zero: at zero nobody would ever buy elsewhere."""

    value: Annotated[float, Field(gt=0.0, le=1.0, allow_inf_nan=False, strict=True)]


class ShortRun(Part):
    """Trade that answers little at first.

    elasticity: trade elasticities in the first week of new rates as a share of the long run's; weeks: until trade has
    gone most of the way to the long run.
    """

    elasticity: Elasticity
    weeks: Positive
