"""What a government makes of the other's conduct: what it learns from it. Absent, it learns nothing."""

from negotiation.scenario.quantity import Fraction, NonNegative, Part, Weeks


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
