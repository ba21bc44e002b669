"""Games whose equilibrium is known exactly: what patient, fully informed players would agree on."""

from negotiation.bargaining.solutions.alternating_offers import OfferShares, finite_values, stationary_shares
from negotiation.bargaining.solutions.legislature import ClosedRule, closed_rule, weighted_median
from negotiation.bargaining.solutions.recognition import Legislature, closed_rule_by_recognition
from negotiation.bargaining.solutions.tariff_game import grim_trigger_patience, tariff_welfare
from negotiation.bargaining.solutions.two_level import half_the_pie, half_the_surplus

__all__ = [
    "ClosedRule",
    "Legislature",
    "OfferShares",
    "closed_rule",
    "closed_rule_by_recognition",
    "finite_values",
    "grim_trigger_patience",
    "half_the_pie",
    "half_the_surplus",
    "stationary_shares",
    "tariff_welfare",
    "weighted_median",
]
