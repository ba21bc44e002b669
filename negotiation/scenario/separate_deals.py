"""What an ally's separate deal holds, and what mediation is good for: optional parts of a scenario."""

from typing import Annotated

from pydantic import Field

from negotiation.scenario.quantity import Fraction, NonNegative, Part


class SeparateDeal(Part):
    """What the friend's opponent charges an ally, and the ally it, with a separate deal and without; percent.

    before: what the opponent charges as long as the ally stands aside, in force when the case begins; after: what it
    charges once they have settled; threatened: what it says it will charge those that do not settle, and charges those
    that join; theirs: the most the ally then charges the opponent, its duties as they are where nothing is said.
    pressure: readiness to settle per percent of the threat beyond what the deal would leave. sectors: those charged,
    the ally's own where none are named.
    """

    before: NonNegative
    after: NonNegative
    threatened: NonNegative
    theirs: NonNegative | None = None
    pressure: NonNegative
    sectors: Annotated[tuple[str, ...], Field(max_length=40)] = ()


class Mediation(Part):
    """What an ally that mediates adds while it does.

    assurance: share of the doubt it takes from the other side's word that meeting a demand ends the matter; softens:
    share of what a summit without a result and a failed ratification cost at home.
    """

    assurance: Fraction
    softens: Fraction
