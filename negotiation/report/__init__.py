"""What a person takes away: the figures of a results folder, saved, and one self-contained page."""

from negotiation.report.write import write_report

__all__ = ["write_report"]
