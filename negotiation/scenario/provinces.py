"""Provinces and states: what they do on their own, and which of their government's measures they stand against."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from negotiation.scenario.quantity import Fraction, Id, NonNegative, Part, Weeks, Words

if TYPE_CHECKING:
    from negotiation.scenario.schema import Scenario


class OwnMove(Part):
    """A measure that a province sets itself; its government cannot.

    measure: one imposed by its country; level: it goes to; pain: percent of income its people have lost from which on
    it acts; chance: that it does in a week; rest: weeks after it has given in before it acts again.
    """

    measure: Id
    level: Annotated[int, Field(ge=1)] = 1
    pain: NonNegative
    chance: Fraction
    rest: Weeks


class Province(Part):
    """A part of a country with a government of its own.

    places, constituencies: its people, as in an institution; moves: what it does itself; stands_against: measures of
    its country that it blocks, so that they cannot be raised nor threatened, or resists, at a price; objection:
    approval its people take from their government when a measure it resists is raised.
    """

    name: Words
    country: Id
    places: tuple[str, ...] = ()
    constituencies: tuple[Id, ...] = ()
    moves: OwnMove | None = None
    stands_against: dict[Id, Literal["blocks", "resists"]] = {}
    objection: NonNegative | None = None


def provincial_seats(scenario: "Scenario") -> dict[str, str]:
    """Every province that decides something, by country and id ("ca.quebec"), and its name: those that act or object,
    and those whose consent a deal may need."""
    acting = {f"{province.country}.{key}": str(province.name) for key, province in scenario.provinces.items()}
    voting = {
        f"{country}.{key}": str(institution.name)
        for country, given in scenario.countries.items()
        for key, institution in given.institutions.items()
        if institution.kind == "province"
    }
    return acting | voting
