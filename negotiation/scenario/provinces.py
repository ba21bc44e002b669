"""Provinces and states: what they do on their own, and which of their government's measures they stand against."""

from typing import Annotated, Literal

from pydantic import Field

from negotiation.scenario.quantity import Fraction, Id, NonNegative, Part, Weeks, Words


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
