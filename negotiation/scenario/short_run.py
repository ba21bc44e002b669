"""What happens before the long run: fear of threats. Optional parts of the economy."""

from negotiation.scenario.quantity import Fraction, Part, Positive


class Fear(Part):
    """What believed threats take from incomes and jobs before any tariff.

    share: of the harm believed, what is lost while the threat stands; weeks: until fear has gone most of the way, and
    until it has mostly faded.
    """

    share: Fraction
    weeks: Positive
