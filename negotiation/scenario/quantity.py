"""Numbers that say what they are: value, unit and source; a guess says it is one."""

from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    FiniteFloat,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)

from negotiation.scenario.ranges import OPTIONAL

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Share = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False, strict=True)]


class Part(BaseModel):
    """Whatever a scenario is made of: frozen, and strict about unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Quantity(Part):
    """One empirical number. range: between what it may lie, where somebody states it; else a rule does (priors);
    range_source: where the range is from, if not from the source.
    """

    value: Annotated[FiniteFloat, Field(strict=True)]  # neither a word nor true or false
    unit: Words
    source: Words
    range: tuple[FiniteFloat, FiniteFloat] | None = None
    range_source: Words | None = None

    @model_validator(mode="after")
    def _within(self) -> Self:
        """The range is in order and holds the value."""
        if self.range is not None and not self.range[0] <= self.value <= self.range[1] > self.range[0]:
            raise ValueError(f"range must be [low, high] around the value {self.value:g}, got {list(self.range)}")
        if self.range is None and self.range_source is not None:
            raise ValueError("range_source needs a range beside it; got none")
        return self

    @model_serializer(mode="wrap")
    def _as_stated(self, told: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without a range that nobody states: what has none is told as it was before there were ranges."""
        found: dict[str, Any] = told(self)
        return {key: each for key, each in found.items() if key not in OPTIONAL or each is not None}

    @property
    def assumed(self) -> bool:
        """Whether the source says that this is a guess."""
        return self.source.lower().startswith("assumption")


class Positive(Quantity):
    """A number above zero."""

    value: Annotated[FiniteFloat, Field(gt=0.0, strict=True)]


class NonNegative(Quantity):
    """A number that is zero or more."""

    value: Annotated[FiniteFloat, Field(ge=0.0, strict=True)]


class Fraction(Quantity):
    """A share or a probability, 0 to 1."""

    value: Share


class Weeks(Quantity):
    """A whole number of weeks, zero or more."""

    value: Annotated[int, Field(ge=0, le=10_000, strict=True)]
