"""A scenario: everything a dispute is given. Frozen, and valid if it exists."""

import datetime
import hashlib
import json
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from negotiation.scenario.calendar import first_day
from negotiation.scenario.countries import Country
from negotiation.scenario.moves import Move
from negotiation.scenario.observed import Counterfactual, Observed
from negotiation.scenario.provinces import Province
from negotiation.scenario.quantity import Id, NonNegative, Part, Positive, Quantity, Weeks, Words
from negotiation.scenario.separate_deals import Mediation
from negotiation.scenario.short_run import Fear, ShortRun
from negotiation.scenario.start import Start
from negotiation.scenario.table import Ally, Basis, Constituency, Issue, Limited, Measure, News, Summit, Talks

IN_ORDER = {
    "types", "commitments", "bases", "measures", "issues", "options", "limited", "allies", "constituencies",
    "institutions", "provinces", "counterfactuals",
}  # fmt: skip


class Economy(Part):
    """What tariffs do: the calibration, how fast it is felt, and how the future counts.

    elasticities: "median", or one of the published sources by its short name; phase_in: weeks until jobs and incomes
    have covered most of the way; window: weeks that count; discount: a year; fear: what believed threats take,
    if any; short_run: how little trade answers at first, if that differs from the long run.
    """

    data: Literal["default 11x13"] = "default 11x13"
    elasticities: str = "median"
    phase_in: Positive
    window: Weeks
    discount: NonNegative
    fear: Fear | None = None
    short_run: ShortRun | None = None


class Outcome(Part):
    """When a tariff counts as in force and when as war: percent of the trade it falls on."""

    in_force: Positive
    war: Positive


class Scenario(Part):
    """One dispute, as given.

    information: whether types and private deadlines are private, or known to both sides; a country's `known` shows its
    type alone.
    """

    name: Words
    title: Words
    description: Words
    weeks: Annotated[int, Field(ge=1, le=520)]
    packages: Annotated[int, Field(ge=1, le=20_000)] = 600
    limited_packages: Annotated[int, Field(ge=0, le=5_000)] = 60
    information: Literal["private", "known"] = "private"
    economy: Economy
    outcome: Outcome
    countries: Annotated[dict[Id, Country], Field(min_length=2, max_length=2)]
    bases: Annotated[dict[Id, Basis], Field(min_length=1)]
    measures: Annotated[dict[Id, Measure], Field(min_length=1, max_length=12)]
    issues: Annotated[dict[Id, Issue], Field(min_length=1, max_length=16)]
    limited: dict[Id, Limited] = {}
    talks: Talks
    summit: Summit
    news: News
    allies: Annotated[dict[Id, Ally], Field(max_length=6)] = {}
    mediation: Mediation | None = None
    constituencies: dict[Id, Constituency] = {}
    provinces: Annotated[dict[Id, Province], Field(max_length=6)] = {}
    start: Start
    moves: tuple[Move, ...] = ()
    observed: Observed | None = None
    counterfactuals: dict[Id, Counterfactual] = {}

    @property
    def first_day(self) -> datetime.date:
        """The day the dispute begins; a scenario with dated moves has one."""
        found = first_day(self.start.date)
        if found is None:
            raise ValueError(f"start.date: must be a day, as '25 November 2024', got '{self.start.date}'")
        return found

    @cached_property
    def sides(self) -> tuple[str, str]:
        """The countries' ids in alphabetical order: the engine's order, whatever the file's."""
        first, second = sorted(self.countries)
        return first, second

    def content_hash(self) -> str:
        """A short fingerprint of everything in it, with the order in which the parts of IN_ORDER are told."""
        text = json.dumps(_ordered(self.model_dump(mode="json")))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def quantities(self) -> Iterator[tuple[str, Quantity]]:
        """Every empirical number with its path."""
        yield from _quantities("", self)


def _ordered(told: Any, name: str = "") -> Any:
    """The same with the keys of every table sorted, but for those whose order means something."""
    if isinstance(told, dict):
        keys = list(told) if name in IN_ORDER else sorted(told)
        return {key: _ordered(told[key], key) for key in keys}
    return [_ordered(each) for each in told] if isinstance(told, list) else told


def _quantities(path: str, part: object) -> Iterator[tuple[str, Quantity]]:
    """The numbers below one part of a scenario."""
    if isinstance(part, Quantity):
        yield path, part
    elif isinstance(part, BaseModel):
        for key in type(part).model_fields:
            yield from _quantities(f"{path}.{key}" if path else key, getattr(part, key))
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from _quantities(f"{path}.{key}" if path else str(key), inner)
