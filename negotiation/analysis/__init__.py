"""What the numbers mean: a typical deal by term, the zone of agreement, what the variance comes from."""

from negotiation.analysis.agreement_zone import zone_of_agreement
from negotiation.analysis.check import CheckSummary, SideGain, TermGain, check_summary
from negotiation.analysis.variance import Effect, variance_shares

__all__ = ["CheckSummary", "Effect", "SideGain", "TermGain", "check_summary", "variance_shares", "zone_of_agreement"]
