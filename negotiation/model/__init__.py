"""One dispute as Mesa agents; Mesa's only home."""

from negotiation.model.agents import Ally, Constituency, Government, Premier
from negotiation.model.dispute import Dispute, play_block
from negotiation.model.person import Person

__all__ = ["Ally", "Constituency", "Dispute", "Government", "Person", "Premier", "play_block"]
