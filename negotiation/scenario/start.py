"""Where the case begins: rates, threats, offers and beliefs on a date."""

from typing import Annotated, Literal

from pydantic import Field

from negotiation.scenario.quantity import Id, Part, Share, Words


class StandingThreat(Part):
    """A threat made before the first week: level of the measure, weeks until due, and the demand that would meet it."""

    level: Annotated[int, Field(ge=1)]
    due: Annotated[int, Field(ge=0)]
    issue: Id | None = None
    option: Id | None = None


class Start(Part):
    """The state of the dispute when the first week begins; levels by measure, threats by measure, options by issue."""

    date: Words
    levels: dict[Id, int] = {}
    threats: dict[Id, StandingThreat] = {}
    settled: dict[Id, Id] = {}
    talks: Literal["talking", "suspended"] = "talking"
    stances: dict[Id, Literal["neutral", "solidarity", "joint retaliation", "separate deal", "mediation"]] = {}
    belief: dict[Id, dict[Id, Share]] = {}
