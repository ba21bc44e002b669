"""Rates as they were: what was levied in effect on which day, in the place of what measures' levels would levy."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from negotiation.scenario.moves import Move
from negotiation.scenario.quantity import Id, Part, Words

Percent = Annotated[float, Field(ge=0.0, le=300.0)]


class ObservedRate(Part):
    """From a day on, what falls on the goods that importers buy from exporters, percent by sector; all goods stated.

    It replaces what was levied before on the same trade in the same way. importers, exporters: regions of the trade
    model.
    """

    since: datetime.date
    importers: Annotated[tuple[Words, ...], Field(min_length=1)]
    exporters: Annotated[tuple[Words, ...], Field(min_length=1)]
    kind: Literal["tariff", "export tax", "cut"] = "tariff"
    percent: dict[str, Percent]
    source: Words


class Observed(Part):
    """Rates observed from the dispute's first day on; until: the last day they are known, else to the horizon."""

    until: datetime.date | None = None
    rates: Annotated[tuple[ObservedRate, ...], Field(min_length=1)]


class LeftOut(Part):
    """The acts of one government on one day."""

    date: datetime.date
    who: Id


class Counterfactual(Part):
    """The record with something changed: what if?

    without: a government that never uses its measures: its threats and rates are left out; leaves_out: acts that were
    not made; moves: made instead; rates: instead of the observed ones on that trade, from their day on.
    """

    name: Words
    without: Id | None = None
    leaves_out: tuple[LeftOut, ...] = ()
    moves: tuple[Move, ...] = ()
    rates: tuple[ObservedRate, ...] = ()
    source: Words
